package giro.app;

import static org.assertj.core.api.Assertions.assertThat;

import giro.testing.SparkExtension;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Seven persons over ten months, by hand: Ana goes the whole circle and comes back, Bruno is lost,
 * Carla cancels, Dario has just begun, Elena drops and returns, Fabio's call arrives late, Gino
 * owns a car nobody saw him buy. The figures below were counted by hand from the landing files.
 */
@ExtendWith(SparkExtension.class)
class FixtureNightTest {
  private static final Path LANDING = FixtureLake.LANDING;
  private static final String ALL_CARS = " market = '(all)' AND model = '(all)' ";

  @TempDir static Path home;
  private static PublishedTables tables;
  private static Set<String> names;

  @BeforeAll
  static void theNight(SparkSession session) throws Exception {
    Ran ran = Ran.on(LANDING, home, "run", "--date", "2026-06-30");
    assertThat(ran).as("the night").isEqualTo(new Ran(ExitCode.DONE, ""));
    tables = new PublishedTables();
    names = tables.load(home.resolve("bi"), "night");
  }

  @AfterAll
  static void close() throws SQLException {
    tables.close();
  }

  @Test
  void theLedgerTellsWhatTheTasksTouched() throws SQLException {
    assertThat(
            tables.rows(
                """
                SELECT rows_touched > accepted, bytes_touched > 0, rows_written >= accepted,
                  bytes_written > 0, task_cpu_seconds > 0, work LIKE '%"build journeys":{"tasks":%'
                FROM night.runs"""))
        .containsExactly(List.of(true, true, true, true, true, true));
  }

  @Test
  void everyRowReadIsAcceptedOrADuplicateOrRejected() throws SQLException {
    assertThat(
            tables.rows(
                """
                SELECT source, sum(rows_read)::BIGINT, sum(accepted)::BIGINT,
                  sum(duplicates)::BIGINT, sum(conflicts)::BIGINT, sum(rejected)::BIGINT
                FROM night.source_quality GROUP BY source"""))
        .containsExactlyInAnyOrder(
            List.of("web", 21L, 19L, 1L, 0L, 1L),
            List.of("app", 6L, 5L, 0L, 0L, 1L),
            List.of("dealer", 8L, 8L, 0L, 0L, 0L),
            List.of("call_center", 4L, 4L, 0L, 0L, 0L),
            List.of("review", 3L, 3L, 0L, 0L, 0L),
            List.of("social", 3L, 3L, 0L, 0L, 0L));
    assertThat(tables.rows("SELECT source, reason, rejected FROM night.rejected_reasons"))
        .containsExactlyInAnyOrder(
            List.of("web", "malformed_json", 1L), List.of("app", "missing_identifiers", 1L));
  }

  @Test
  void lapsConvertAreLostDropOrStayOpen() throws SQLException {
    assertThat(
            tables.rows(
                """
                SELECT from_moment, to_moment, sum(entered)::BIGINT, sum(converted)::BIGINT,
                  sum(lost)::BIGINT, sum(open)::BIGINT, sum(dropped)::BIGINT,
                  sum(mature_entered)::BIGINT, sum(mature_converted)::BIGINT
                FROM night.moment_conversion WHERE vehicle_type = '(all)' AND """
                    + ALL_CARS
                    + "GROUP BY ALL"))
        .contains(
            // Dario and Elena's second lap are open, her first dropped, all others found a car.
            List.of("ZMOT", "FMOT", 8L, 5L, 0L, 2L, 1L, 5L, 4L),
            // Ana bought, Bruno bought elsewhere, Carla's order is void, Fabio went quiet.
            List.of("FMOT", "ACQUISITION", 5L, 1L, 1L, 1L, 2L, 4L, 1L),
            List.of("ACQUISITION", "DELIVERY", 1L, 1L, 0L, 0L, 0L, 0L, 0L),
            List.of("SMOT", "UMOT", 2L, 2L, 0L, 0L, 0L, 2L, 2L),
            // Ana is back at the start, in her return lap.
            List.of("UMOT", "ZMOT", 2L, 1L, 0L, 1L, 0L, 0L, 0L));
  }

  @Test
  void everyRowsStatesSumToAllWhoEntered() throws SQLException {
    assertThat(
            tables.rows(
                """
                SELECT * FROM night.moment_conversion
                WHERE entered IS DISTINCT FROM converted + lost + open + dropped"""))
        .isEmpty();
    assertThat(
            tables.rows(
                """
                SELECT * FROM night.moment_dropoff
                WHERE laps IS DISTINCT FROM converted + lost + open + dropped"""))
        .isEmpty();
  }

  @Test
  void timesToConvertAreExact() throws SQLException {
    assertThat(
            tables.rows(
                """
                SELECT cohort_month::VARCHAR, median_hours FROM night.moment_conversion
                WHERE vehicle_type = '(all)' AND from_moment = 'ZMOT' AND to_moment = 'FMOT'
                  AND converted > 0 AND """
                    + ALL_CARS))
        .containsExactlyInAnyOrder(
            List.of("2025-10-01", 201.0),
            List.of("2025-11-01", 216.0),
            List.of("2026-02-01", 48.0),
            List.of("2026-03-01", 168.0),
            List.of("2026-05-01", 48.0));
  }

  @Test
  void theLineNarrowsFromStepToStep() throws SQLException {
    assertThat(
            tables.rows(
                """
                SELECT funnel, step_number, sum(reached)::BIGINT FROM night.funnel_steps
                WHERE counting = 'unique' AND breakdown_1_value = '(all)'
                  AND breakdown_2_value = '(all)'
                GROUP BY ALL"""))
        .containsExactlyInAnyOrder(
            List.of("linear", 1, 6L),
            // Ana, Bruno, Carla and Fabio; Elena's brochure does not say that it was free to take.
            List.of("linear", 2, 5L),
            List.of("linear", 3, 1L),
            List.of("linear", 4, 1L),
            List.of("moments", 1, 8L),
            List.of("moments", 2, 5L),
            List.of("moments", 3, 1L),
            List.of("moments", 4, 1L));
  }

  @Test
  void theCircleShowsWhereLapsComeFromAndGo() throws SQLException {
    assertThat(
            tables.rows(
                """
                SELECT kind, from_moment, to_moment, sum(moves)::BIGINT
                FROM night.circle_transitions
                WHERE counting = 'lap' AND kind IN ('entry', 'return', 'backward', 'exit', 'open')
                  AND """
                    + ALL_CARS
                    + "GROUP BY ALL"))
        .containsExactlyInAnyOrder(
            List.of("entry", "START", "STIMULUS", 2L),
            List.of("entry", "START", "ZMOT", 4L),
            List.of("entry", "START", "SMOT", 1L),
            List.of("return", "UMOT", "ZMOT", 1L),
            List.of("return", "ZMOT", "ZMOT", 1L),
            List.of("backward", "FMOT", "ZMOT", 2L),
            List.of("exit", "ZMOT", "EXIT", 2L),
            List.of("open", "ZMOT", "OPEN", 3L),
            List.of("open", "FMOT", "OPEN", 2L),
            List.of("open", "UMOT", "OPEN", 2L));
  }

  @Test
  void lapsStandWhereTheyWereLastSeen() throws SQLException {
    assertThat(
            tables.rows(
                """
                SELECT last_event_type, furthest_moment, sum(converted)::BIGINT,
                  sum(lost)::BIGINT, sum(open)::BIGINT, sum(dropped)::BIGINT
                FROM night.moment_dropoff WHERE """
                    + ALL_CARS
                    + "GROUP BY ALL"))
        .containsExactlyInAnyOrder(
            List.of("test_drive", "FMOT", 1L, 0L, 0L, 0L),
            List.of("offer_made", "FMOT", 0L, 1L, 0L, 0L),
            List.of("public_question", "FMOT", 0L, 0L, 0L, 1L),
            List.of("model_compare", "ZMOT", 0L, 0L, 0L, 1L),
            List.of("configurator_save", "FMOT", 0L, 0L, 1L, 0L),
            List.of("search_landing", "FMOT", 0L, 0L, 1L, 0L),
            List.of("model_page_view", "ZMOT", 0L, 0L, 2L, 0L));
  }

  @Test
  void nightsOneByOneAndTouchesShareByShareGiveWhatOneRunGives(@TempDir Path other)
      throws Exception {
    FixtureLake.afterFirst(other);
    String[] backfill = {"backfill", "--from", FixtureLake.FIRST, "--to", FixtureLake.SECOND};
    List<String> command = new ArrayList<>(List.of(backfill));
    command.addAll(List.of("--set", "spark.rows-per-share=7"));
    assertThat(Ran.quickly(LANDING, other, command.toArray(String[]::new)))
        .as("resumed after its first night")
        .isEqualTo(new Ran(ExitCode.DONE, ""));
    assertThat(tables.load(other.resolve("bi"), "nights")).isEqualTo(names);
    assertSame("nights", "night");
    assertThat(other.resolve("lake/_giro/aside"))
        .as("nothing stays aside")
        .satisfiesAnyOf(
            aside -> assertThat(aside).doesNotExist(),
            aside -> assertThat(aside).isEmptyDirectory());
  }

  @Test
  void theSameNightAgainGivesTheSameTables() throws Exception {
    Ran ran = Ran.quickly(LANDING, home, "run", "--date", "2026-06-30");
    assertThat(ran).isEqualTo(new Ran(ExitCode.DONE, ""));
    tables.load(home.resolve("bi"), "again");
    assertSame("again", "night");
  }

  private static void assertSame(String one, String other) throws SQLException {
    tables.assertSame(one, other, names);
  }

  @Test
  void lineageSaysWhatEveryPublishedTableCameFrom() throws Exception {
    LineageRecord record = LineageRecord.first(home.resolve("lake"));
    assertThat(record.inputs("take landing files")).contains(LANDING.toAbsolutePath() + "@");
    assertThat(record.outputs("take landing files")).contains(home + "/lake/touches@0");
    assertThat(record.inputs("build journeys"))
        .contains(home + "/lake/touches@0", home + "/lake/identities@0");
    assertThat(record.outputs("build journeys"))
        .containsExactlyInAnyOrder(home + "/lake/journey_touches@0", home + "/lake/laps@0");
    for (String table : names) {
      String stage = table.equals("runs") ? "publish" : table;
      assertThat(record.outputs(stage)).contains(home + "/bi/" + table + "@" + record.runId());
      if (!Set.of("dim_moment", "stitching_sensitivity").contains(table)) {
        assertThat(record.inputs(stage)).as("what %s came from", table).isNotEmpty();
      }
    }
    assertThat(record.inputs("funnel_overview")).contains(home + "/lake/journey_touches@0");
    assertThat(record.types()).startsWith("START").endsWith("COMPLETE");
  }

  @Test
  void aHeldLockKeepsAnotherRunOut(@TempDir Path other) throws Exception {
    Path lock = other.resolve("lake/_giro/lock");
    Files.createDirectories(lock.getParent());
    String host = InetAddress.getLocalHost().getHostName();
    Files.writeString(lock, "run x, process " + ProcessHandle.current().pid() + ", host " + host);
    Ran ran = Ran.on(LANDING, other, "run", "--date", "2026-06-30");
    assertThat(ran.exitCode()).isEqualTo(ExitCode.LOCKED);
    assertThat(ran.errors()).contains("another run is at work");
    assertThat(lock).exists();
  }

  @Test
  void aMissingLandingFolderIsTheUsersToMend(@TempDir Path other) {
    Ran ran = Ran.on(other.resolve("nowhere"), other, "run", "--date", "2026-06-30");
    assertThat(ran.exitCode()).isEqualTo(ExitCode.SETTINGS);
    assertThat(ran.errors()).contains("nowhere").doesNotContain("Exception");
  }

  @Test
  void everyMistakeOfAFileIsNamedAtOnce(@TempDir Path other) throws Exception {
    Path config =
        Files.writeString(
            other.resolve("wrong.conf"), "giro { privacy.k = many\n laps.inactivity = soon }\n");
    Ran ran = Ran.of("run", "--date", "2026-06-30", "--config", config.toString());
    assertThat(ran.exitCode()).isEqualTo(ExitCode.SETTINGS);
    assertThat(ran.errors()).contains("privacy.k").contains("laps.inactivity");
  }
}
