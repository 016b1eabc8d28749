package giro.app;

import static org.assertj.core.api.Assertions.assertThat;

import giro.testing.SparkExtension;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shipped sample from its landing zone to the published night, as the demo runs it: against
 * golden tables, by the sums that every reader may rely on, and against one rebuild. Nothing is
 * withheld, so that sums over rows hold.
 *
 * <p>{@code scripts/regenerate-golden} writes the golden tables anew; the change is then reviewed
 * as any other.
 */
@ExtendWith(SparkExtension.class)
class SampleTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final boolean IS_REGENERATING = Boolean.getBoolean("golden.regenerate");

  @TempDir static Path home;
  private static PublishedTables tables;
  private static Set<String> names;

  @BeforeAll
  static void theDemo(SparkSession session) throws Exception {
    String before = System.getProperty("giro.home");
    System.setProperty("giro.home", "..");
    try {
      Ran ran =
          Ran.of(
              "demo", "--quiet", "--out", home.resolve("demo").toString(), "--set", "privacy.k=1");
      assertThat(ran).isEqualTo(new Ran(ExitCode.DONE, ""));
    } finally {
      if (before == null) {
        System.clearProperty("giro.home");
      } else {
        System.setProperty("giro.home", before);
      }
    }
    tables = new PublishedTables();
    names = tables.load(home.resolve("demo/bi"), "night");
    names.remove("runs");
  }

  @AfterAll
  static void close() throws SQLException {
    tables.close();
  }

  @Test
  void overviewsAreAsTheyWereReviewed() throws Exception {
    for (String table :
        List.of("funnel_overview", "circle_overview", "dropoff_overview", "headline")) {
      assertGolden(table + ".csv", csv(table));
    }
  }

  @Test
  void everyTableIsAsItWasReviewed() throws Exception {
    List<String> lines = new ArrayList<>(List.of("table,rows,sha256"));
    for (String table : names) {
      List<String> rows = csv(table);
      lines.add(table + "," + (rows.size() - 1) + "," + sha256(rows));
    }
    assertGolden("tables.csv", lines);
  }

  @Test
  void statesSumToAllWhoEntered() throws SQLException {
    assertNone("moment_conversion", "entered <> converted + lost + open + dropped");
    assertNone("moment_dropoff", "laps <> converted + lost + open + dropped");
    assertNone("dropoff_overview", "laps <> converted + lost + open + dropped");
    assertNone("source_quality", "rows_read <> accepted + duplicates + rejected");
  }

  @Test
  void everyPersonHasOneReasonOnTheLineAndEveryAcquisitionItsWholeCredit() throws SQLException {
    assertEqual(
        "SELECT max(persons) FROM night.zmot_sources WHERE market = '(all)' AND model = '(all)'",
        "SELECT sum(persons)::BIGINT FROM night.linear_vs_circular_overview WHERE market = '(all)'"
            + " AND model = '(all)' AND reason <> '(all)'");
    assertEqual(
        "SELECT value::BIGINT FROM night.headline WHERE figure = 'acquisitions' AND market = '(all)'",
        "SELECT acquisitions FROM night.acquisition_kinds_overview WHERE market = '(all)' AND model"
            + " = '(all)' AND acquisition_kind = '(all)'");
    assertThat(
            tables.rows(
                """
                SELECT method, round(sum(credit), 6) FROM night.attribution
                WHERE market <> '(all)' AND model <> '(all)' AND channel <> '(all)'
                  AND campaign <> '(all)' AND moment <> '(all)'
                GROUP BY method HAVING round(sum(credit), 6) <>
                  (SELECT sum(acquisitions) FROM night.acquisition_kinds_overview
                   WHERE market = '(all)' AND model = '(all)' AND acquisition_kind = '(all)')"""))
        .as("methods that credit more or less than there was")
        .isEmpty();
  }

  @Test
  void partsAreNeverMoreThanTheirWhole() throws SQLException {
    assertNone("handoffs", "repeated_contacts > handoffs OR dropped_after > handoffs");
    assertNone("dealer_funnel", "contacted > leads OR orders > leads OR lost > leads");
    assertNone("leakage", "lost > at_risk OR lost_share > 1");
    assertNone("zmot_sources", "persons_who_consulted > persons OR share NOT BETWEEN 0 AND 1");
    assertNone("return_by_tenure", "returned > at_risk OR hazard NOT BETWEEN 0 AND 1");
    assertNone("reputation", "reviews <> rating_1 + rating_2 + rating_3 + rating_4 + rating_5");
    assertNone("umot_influence", "acquisitions > readers OR lift_low > lift_high");
    assertNone("funnel_drivers", "odds_ratio NOT BETWEEN odds_low AND odds_high");
  }

  @Test
  void eachStepIsTheNextPlusWhoStoppedThere() throws SQLException {
    String next =
        """
        SELECT a.* FROM night.%1$s a JOIN night.%1$s b
          ON a.funnel = b.funnel AND a.counting = b.counting AND %2$s
          AND b.step_number = a.step_number + 1
        WHERE a.reached + b.entered_here <> b.reached + a.open + a.dropped + a.excluded""";
    String cell =
        "a.cohort_month = b.cohort_month AND a.breakdown_1_value = b.breakdown_1_value AND"
            + " a.breakdown_2_value = b.breakdown_2_value";
    assertThat(tables.rows(next.formatted("funnel_steps", cell))).isEmpty();
    assertThat(tables.rows(next.formatted("funnel_overview", "true"))).isEmpty();
  }

  @Test
  void tablesThatSpeakOfTheSameLapsAgree() throws SQLException {
    List<Object> arrivalsAndEnds =
        tables
            .rows(
                """
                SELECT sum(moves) FILTER (kind IN ('entry', 'return'))::BIGINT,
                  sum(moves) FILTER (kind IN ('exit', 'open'))::BIGINT
                FROM night.circle_overview WHERE counting = 'lap'""")
            .get(0);
    assertThat(arrivalsAndEnds.get(0))
        .as("a lap with a moment has one arrival and one end")
        .isEqualTo(arrivalsAndEnds.get(1));
    assertThat(
            tables.rows(
                "SELECT reached FROM night.funnel_overview WHERE funnel = 'moments'"
                    + " AND counting = 'unique' AND step_number = 1"))
        .as("a lap has a ZMOT exactly where the moments funnel starts")
        .isEqualTo(
            tables.rows(
                "SELECT denominator FROM night.headline WHERE figure = 'incidence_zmot_fmot'"
                    + " AND market = '(all)'"));
  }

  @Test
  void nightsInSequenceEqualOneRebuild() throws Exception {
    Path demo = home.resolve("demo");
    List<String> command = new ArrayList<>(List.of("rebuild", "--quiet", "--set", "privacy.k=1"));
    for (String place : List.of("lake", "bi", "report")) {
      command.addAll(List.of("--set", place + "=" + demo.resolve(place)));
    }
    Ran ran = Ran.of(command.toArray(String[]::new));
    assertThat(ran).isEqualTo(new Ran(ExitCode.DONE, ""));
    tables.load(demo.resolve("bi"), "rebuilt");
    tables.assertSame("rebuilt", "night", names);
  }

  private static void assertEqual(String one, String other) throws SQLException {
    assertThat(tables.rows(one)).as(one).isEqualTo(tables.rows(other));
  }

  private static void assertNone(String table, String condition) throws SQLException {
    assertThat(tables.rows("SELECT * FROM night." + table + " WHERE " + condition))
        .as(table + ": " + condition)
        .isEmpty();
  }

  /** A heading, then every row, sorted; doubles to nine digits, as sums may differ in the last. */
  private static List<String> csv(String table) throws SQLException {
    List<String> lines = new ArrayList<>();
    for (List<Object> row : tables.rows("SELECT * FROM night." + table)) {
      lines.add(String.join(",", row.stream().map(SampleTest::text).toList()));
    }
    lines.sort(null);
    List<String> columns =
        tables.rows("SELECT column_name FROM (DESCRIBE night." + table + ")").stream()
            .map(row -> row.get(0).toString())
            .toList();
    lines.add(0, String.join(",", columns));
    return lines;
  }

  private static String text(Object value) {
    if (value instanceof Double number) {
      return new BigDecimal(number).round(new MathContext(9)).stripTrailingZeros().toPlainString();
    }
    return value == null ? "" : value.toString();
  }

  private static String sha256(List<String> lines) throws Exception {
    byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static void assertGolden(String file, List<String> lines) throws IOException {
    Path golden = GOLDEN.resolve(file);
    if (IS_REGENERATING) {
      Files.createDirectories(GOLDEN);
      Files.write(golden, lines);
    }
    assertThat(lines).as(file).isEqualTo(Files.readAllLines(golden));
  }
}
