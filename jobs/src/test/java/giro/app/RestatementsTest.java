package giro.app;

import static org.assertj.core.api.Assertions.assertThat;

import giro.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ana, Bruno and Carla over eight nights, on each of which something else moves the figures; each
 * night is held against the tables that it and the one before published.
 */
@ExtendWith(SparkExtension.class)
class RestatementsTest {
  private static final String CONVERSION =
      """
      SELECT 'moment_conversion', from_moment || '-' || to_moment || ' ' || name, cohort_month, value
      FROM (UNPIVOT %1$s.moment_conversion ON entered, converted, lost, open, dropped
        INTO NAME name VALUE value)
      WHERE market = '(all)' AND model = '(all)' AND vehicle_type = '(all)'
      """;

  private static final String OTHERS =
      """
      SELECT 'moment_dropoff', name, cohort_month, sum(value)
      FROM (UNPIVOT %1$s.moment_dropoff ON laps, converted, lost, open, dropped
        INTO NAME name VALUE value)
      WHERE market = '(all)' AND model = '(all)' GROUP BY ALL
      UNION ALL SELECT 'circle_summary', 'laps', cohort_month, laps FROM %1$s.circle_summary
      WHERE market = '(all)' AND model = '(all)'
      """;

  @TempDir static Path home;
  @TempDir static Path landing;
  private static PublishedTables tables;

  @BeforeAll
  static void eightNights(SparkSession session) throws Exception {
    tables = new PublishedTables();
    land("2026-03-01", touch("a1", "search_landing", "2026-01-10T10:00:00Z", "cookie", "c-ana"));
    land("2026-03-01", touch("b1", "search_landing", "2026-02-01T00:10:00Z", "login", "bruno"));
    land("2026-03-01", touch("c1", "search_landing", "2025-12-02T10:00:00Z", "login", "carla"));
    night("first", "2026-03-01");
    land("2026-03-02", touch("a2", "lead_form", "2026-02-15T10:00:00Z", "cookie", "c-ana"));
    land("2026-03-02", touch("b2", "lead_form", "2026-03-02T10:00:00Z", "login", "bruno"));
    night("landed", "2026-03-02");
    night("matured", "2026-03-06");
    land("2026-03-07", touch("x1", "page_view", "2026-03-07T10:00:00Z", "login", "bruno", "c-ana"));
    night("merged", "2026-03-07");
    decide("unlink", "cookie:c-ana", "login:bruno");
    night("unlinked", "2026-03-08");
    land("2026-03-09", touch("b1", "search_landing", "2026-01-31T23:50:00Z", "login", "bruno"));
    night("replaced", "2026-03-09");
    Path rules =
        Files.writeString(
            home.resolve("rules.conf"),
            """
            include classpath("giro/moments.conf")
            giro.moments { version = 9, rules = [ { id = lead-is-research, moment = ZMOT
              human_step = discovery, intent = know, department = sales, linear_stage = attract
              phase = any, when = "event_type = 'lead_form' AND market = 'IT'" } ] ${giro.moments.rules} }
            """);
    night("ruled", "2026-03-10", "--config", rules.toString());
    night("configured", "2026-03-11", "--set", "laps.inactivity-used=100 days");
  }

  @AfterAll
  static void close() throws SQLException {
    tables.close();
  }

  @Test
  void theFirstNightRestatesNothing() throws SQLException {
    assertThat(causes("first", "")).isEmpty();
  }

  @Test
  void aTouchOfTheDayIsNewAndOneOfBeforeIsLate() throws SQLException {
    assertThat(causes("landed", "ZMOT-FMOT"))
        .containsExactly(
            "ZMOT-FMOT converted 2026-01-01 late touch 0 1 1",
            "ZMOT-FMOT converted 2026-02-01 new touch 0 1 1",
            "ZMOT-FMOT open 2026-01-01 late touch 1 0 -1",
            "ZMOT-FMOT open 2026-02-01 new touch 1 0 -1");
    assertThat(causes("landed", "FMOT-ACQUISITION entered"))
        .containsExactly(
            "FMOT-ACQUISITION entered 2026-02-01 late touch 0 1 1",
            "FMOT-ACQUISITION entered 2026-03-01 new touch 0 1 1");
  }

  @Test
  void timeAloneMatures() throws SQLException {
    assertThat(causes("matured", ""))
        .as("Carla's 90 days and the lateness are over; nothing landed")
        .containsExactly(
            "ZMOT-FMOT dropped 2025-12-01 maturing 0 1 1",
            "ZMOT-FMOT open 2025-12-01 maturing 1 0 -1");
  }

  @Test
  void aMergeTakesALapAway() throws SQLException {
    assertThat(causes("merged", "laps"))
        .contains("laps 2026-02-01 merge 1 0 -1")
        .allMatch(row -> row.contains("merge"));
    assertThat(causes("merged", "ZMOT-FMOT")).isNotEmpty().allMatch(row -> row.contains("merge"));
  }

  @Test
  void anUnlinkGivesItBackByHand() throws SQLException {
    assertThat(causes("unlinked", "laps"))
        .contains("laps 2026-02-01 manual link rule 0 1 1")
        .allMatch(row -> row.contains("manual link rule"));
  }

  @Test
  void aBetterCopyMovesTheCohort() throws SQLException {
    assertThat(causes("replaced", "ZMOT-FMOT entered"))
        .containsExactly(
            "ZMOT-FMOT entered 2026-01-01 duplicate 1 2 1",
            "ZMOT-FMOT entered 2026-02-01 duplicate 1 0 -1");
  }

  @Test
  void otherRulesAndOtherSettingsAreToldApart() throws SQLException {
    assertThat(causes("ruled", "ZMOT-FMOT converted"))
        .containsExactly("ZMOT-FMOT converted 2026-01-01 rule version 2 0 -2");
    assertThat(causes("configured", "ZMOT-FMOT converted"))
        .as("back to the shipped rules, whose version is another again, under other settings")
        .containsExactly("ZMOT-FMOT converted 2026-01-01 configuration 0 2 2");
  }

  @Test
  void causesSumToWhatTheTwoNightsPublished() throws SQLException {
    List<String> nights =
        List.of(
            "first", "landed", "matured", "merged", "unlinked", "replaced", "ruled", "configured");
    for (int i = 1; i < nights.size(); i++) {
      assertSums(nights.get(i - 1), nights.get(i));
    }
  }

  @Test
  void aNightRunAgainSaysTheSame() throws Exception {
    night("again", "2026-03-11", "--set", "laps.inactivity-used=100 days");
    assertThat(causes("again", "")).isNotEmpty().isEqualTo(causes("configured", ""));
  }

  /** Every figure of both nights against the sum of its causes, and their old and new. */
  private static void assertSums(String before, String after) throws SQLException {
    String figures = "SELECT * FROM (" + CONVERSION + " UNION ALL " + OTHERS + ") f(t, f, c, v)";
    assertThat(
            tables.rows(
                """
                WITH o AS (%s), n AS (%s),
                r AS (SELECT "table" t, figure f, cohort c, sum(change)::BIGINT AS change,
                  min("old") AS lo, max("old") AS ho, min("new") AS ln, max("new") AS hn
                  FROM %s.restatements WHERE "table" <> 'headline' GROUP BY ALL)
                SELECT * FROM o FULL JOIN n USING (t, f, c) FULL JOIN r USING (t, f, c)
                WHERE coalesce(n.v, 0) - coalesce(o.v, 0) <> coalesce(change, 0)
                  OR (change IS NOT NULL AND (lo <> coalesce(o.v, 0) OR ho <> coalesce(o.v, 0)
                    OR ln <> coalesce(n.v, 0) OR hn <> coalesce(n.v, 0)))"""
                    .formatted(figures.formatted(before), figures.formatted(after), after)))
        .as("from %s to %s", before, after)
        .isEmpty();
    assertThat(
            tables.rows(
                """
                SELECT figure, sum(v)::BIGINT FROM (
                  SELECT figure, value AS v FROM %2$s.headline WHERE market = '(all)'
                  UNION ALL SELECT figure, -value FROM %1$s.headline WHERE market = '(all)'
                  UNION ALL SELECT figure, -change FROM %2$s.restatements WHERE "table" = 'headline')
                WHERE figure IN ('laps', 'acquisitions', 'return_laps')
                GROUP BY ALL HAVING sum(v) <> 0"""
                    .formatted(before, after)))
        .as("headline from %s to %s", before, after)
        .isEmpty();
  }

  /** Figure, cohort, cause, old, new and change of the figures that begin so, in order. */
  private static List<String> causes(String night, String figure) throws SQLException {
    return tables
        .rows(
            """
            SELECT DISTINCT concat_ws(' ', figure, cohort, cause, "old", "new", change) AS told
            FROM %s.restatements
            WHERE starts_with(figure, '%s') AND NOT is_withheld ORDER BY told"""
                .formatted(night, figure))
        .stream()
        .map(row -> row.get(0).toString())
        .toList();
  }

  private static void night(String name, String date, String... more)
      throws IOException, SQLException {
    List<String> command = new ArrayList<>(List.of("run", "--date", date));
    command.addAll(List.of(more));
    Ran ran = Ran.quickly(landing, home, command.toArray(String[]::new));
    assertThat(ran).as(name).isEqualTo(new Ran(ExitCode.DONE, ""));
    tables.load(home.resolve("bi"), name);
  }

  private static void decide(String... rule) {
    assertThat(Ran.quickly(landing, home, rule)).isEqualTo(new Ran(ExitCode.DONE, ""));
  }

  private static void land(String date, String row) throws IOException {
    Path folder = Files.createDirectories(landing.resolve("web/date=" + date));
    try (var files = Files.list(folder)) {
      Files.writeString(folder.resolve("web-" + files.count() + ".jsonl"), row);
    }
  }

  private static String touch(String id, String type, String at, String... identifiers) {
    String cookie = identifiers.length > 2 ? ",\"cookie\":\"" + identifiers[2] + "\"" : "";
    return """
        {"event_id":"%s","event_type":"%s","occurred_at":"%s","market":"IT","model":"C3",\
        "identifiers":{"%s":"%s"%s}}
        """
        .formatted(id, type, at, identifiers[0], identifiers[1], cookie);
  }
}
