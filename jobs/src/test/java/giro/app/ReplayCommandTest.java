package giro.app;

import static org.assertj.core.api.Assertions.assertThat;

import giro.testing.SparkExtension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Rows are rejected under one configuration, and taken under a better one. */
@ExtendWith(SparkExtension.class)
class ReplayCommandTest {
  private static final String EARLIEST = "ingest.earliest=2026-01-01";

  @TempDir Path home;
  @TempDir Path landing;
  private Path file;

  @BeforeEach
  void land() throws IOException {
    Path folder = Files.createDirectories(landing.resolve("web/date=2026-06-30"));
    file = folder.resolve("web.jsonl");
    Files.write(
        file,
        List.of(
            touch("a", "2026-06-29T10:00:00Z"),
            touch("old", "2025-12-31T10:00:00Z"),
            touch("bad", "yesterday"),
            touch("a", "2026-06-29T10:00:00Z")));
  }

  @Test
  void whatIsATouchByNowIsTakenAndCountsFromTheNextRun() throws IOException, SQLException {
    assertThat(run("run", "--date", "2026-06-30", "--set", EARLIEST).errors()).isEmpty();
    try (PublishedTables tables = new PublishedTables()) {
      assertThat(files(tables)).isEqualTo(List.of("taken", 4L, 1L, 1L, 2L));

      assertThat(run("replay", "--reason", "occurred_too_early")).isEqualTo(new Ran(0, ""));
      assertThat(files(tables)).isEqualTo(List.of("taken", 4L, 2L, 1L, 1L));
      assertThat(rejected(tables)).containsExactly("bad_occurred_at 3");

      assertThat(run("replay", "--reason", "bad_occurred_at")).isEqualTo(new Ran(0, ""));
      assertThat(files(tables)).isEqualTo(List.of("taken", 4L, 2L, 1L, 1L));
      assertThat(rejected(tables)).containsExactly("bad_occurred_at 3");

      assertThat(run("run", "--date", "2026-06-30").errors()).isEmpty();
      assertThat(exported(tables, "journey_touches", "event_id")).containsExactly("a", "old");
    }
  }

  @Test
  void aFileDeliveredAnewIsTakenWhereItSaysMore() throws Exception {
    afterANight();
    List<String> better = new ArrayList<>(Files.readAllLines(file));
    better.set(2, touch("bad", "2026-06-29T12:00:00Z"));
    better.add(touch("more", "2026-06-29T13:00:00Z"));
    Files.write(file, better);
    assertThat(answer("run", "--date", "2026-06-30", "--json"))
        .as("a file that is refused is named in a warning")
        .contains("web/date=2026-06-30/web.jsonl (changed_file)");
    try (PublishedTables tables = new PublishedTables()) {
      assertThat(rejected(tables)).containsExactly("bad_occurred_at 3", "changed_file 0");
      assertThat(files(tables)).isEqualTo(List.of("taken", 4L, 2L, 1L, 1L));

      assertThat(run("replay", "--reason", "changed_file")).isEqualTo(new Ran(0, ""));
      assertThat(files(tables)).isEqualTo(List.of("taken", 5L, 4L, 1L, 0L));
      assertThat(rejected(tables)).isEmpty();
      assertThat(exported(tables, "touches", "event_id"))
          .containsExactly("a", "bad", "more", "old");

      Files.writeString(file.resolveSibling("cut.avro"), "Obj");
      assertThat(answer("run", "--date", "2026-06-30", "--json"))
          .as("web.jsonl is known by its new sum")
          .contains("web/date=2026-06-30/cut.avro (unreadable_file)")
          .doesNotContain("web.jsonl");
      assertThat(rejected(tables)).containsExactly("unreadable_file 0");
    }
  }

  @Test
  void aRejectedEventIsFoundByItsIdWhileItsFileIsThere() throws Exception {
    afterANight();
    assertThat(answer("show", "event", "bad"))
        .isEqualTo("Rejected: row 3 of web/date=2026-06-30/web.jsonl, for bad_occurred_at.\n");
    assertThat(run("show", "event", "nobody").exitCode()).isEqualTo(ExitCode.SETTINGS);
    Files.delete(file);
    assertThat(run("show", "event", "bad").exitCode()).isEqualTo(ExitCode.SETTINGS);
  }

  @Test
  void aFailureIsAResultForProgramsToo() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String[] command = {"show", "event", "x", "--json", "--set", "lake=" + home.resolve("none")};
    int code = Ran.of(out, command).exitCode();
    assertThat(code).isNotZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .startsWith("{\"state\":\"failed\",\"exit_code\":" + code + ",\"error\":");
  }

  @Test
  void aReasonNobodyWasRejectedForNamesThoseThereAre() throws Exception {
    afterANight();
    assertThat(run("replay", "--reason", "bad_day"))
        .isEqualTo(
            new Ran(
                ExitCode.SETTINGS,
                "Nothing was rejected for the reason bad_day. There are bad_occurred_at (1).\n"));
    Files.delete(file);
    assertThat(run("replay", "--reason", "bad_occurred_at").exitCode()).isZero();
  }

  private void afterANight() throws Exception {
    PreparedLake.copy(
        "rejected-rows",
        home,
        at ->
            assertThat(Ran.quickly(landing, at, "run", "--date", "2026-06-30"))
                .isEqualTo(new Ran(ExitCode.DONE, "")));
  }

  private List<Object> files(PublishedTables tables) throws SQLException {
    return tables
        .rows(
            "SELECT state, rows_read, accepted, duplicates, rejected FROM "
                + export("landing_files"))
        .get(0);
  }

  private List<String> rejected(PublishedTables tables) throws SQLException {
    return exported(tables, "rejected", "reason || ' ' || position");
  }

  private List<String> exported(PublishedTables tables, String table, String what)
      throws SQLException {
    return tables.rows("SELECT " + what + " FROM " + export(table) + " ORDER BY 1").stream()
        .map(row -> row.get(0).toString())
        .toList();
  }

  private String export(String table) {
    Path out = home.resolve("out" + System.nanoTime());
    assertThat(run("export", table, "--out", out.toString()).exitCode()).isZero();
    return "read_parquet('" + out + "/*.parquet')";
  }

  private String answer(String... command) {
    return Ran.answerOn(landing, home, command);
  }

  private Ran run(String... command) {
    return Ran.quickly(landing, home, command);
  }

  private static String touch(String id, String at) {
    return """
        {"event_id":"%s","event_type":"page_view","occurred_at":"%s",\
        "identifiers":{"login":"ana"}}"""
        .formatted(id, at);
  }
}
