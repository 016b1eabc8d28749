package giro.app;

import static org.assertj.core.api.Assertions.assertThat;

import giro.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Ana and Bruno share a browser; somebody decides, thinks again, and the next runs follow. */
@ExtendWith(SparkExtension.class)
class ManualRulesTest {
  @TempDir Path home;
  @TempDir Path landing;
  private final List<String> rows = new ArrayList<>();

  @BeforeEach
  void land() throws IOException {
    touch("a1", "\"login\":\"ana\",\"cookie\":\"c\"");
    touch("a2", "\"login\":\"ana\",\"email\":\"ana@mail.net\"");
    touch("b1", "\"login\":\"bruno\",\"cookie\":\"c\"");
    touch("b2", "\"login\":\"bruno\",\"phone\":\"+393471234567\"");
    touch("x", "\"phone\":\"+393477654321\"");
    Path folder = Files.createDirectories(landing.resolve("web/date=2026-06-30"));
    Files.write(folder.resolve("web.jsonl"), rows);
  }

  @Test
  void aRuleHoldsFromTheNextRunAndTakenBackLeavesNoTrace() throws IOException, SQLException {
    try (PublishedTables tables = new PublishedTables()) {
      Set<String> names = night(tables, "before");
      assertThat(persons(tables)).containsExactly("a1 a2 b1 b2", "x");

      decide("unlink", "login:ana", "login:bruno", "--because", "not ana@mail.net");
      decide("link", "phone:+39 347 765 4321", "login:ana");
      night(tables, "between");
      assertThat(persons(tables)).containsExactly("a1 a2 x", "b1 b2");
      assertThat(reasons(tables)).first().asString().matches("not email#[0-9a-f]{8}");

      decide("unlink", "login:bruno", "login:ana", "--take-back");
      decide("link", "login:ana", "phone:+393477654321", "--take-back");
      night(tables, "after");
      assertThat(persons(tables)).containsExactly("a1 a2 b1 b2", "x");
      tables.assertSame("before", "after", names);
    }
  }

  @Test
  void whatCannotBeDecidedSaysWhyAndRepeatsNoValue() {
    assertThat(run("unlink", "login:ana", "login:bruno", "--take-back"))
        .isEqualTo(
            new Ran(
                ExitCode.SETTINGS,
                "There is no unlink rule on these two identifiers to take back.\n"));
    Ran wrong = run("link", "phone:12", "login:ana");
    assertThat(wrong.exitCode()).isEqualTo(ExitCode.SETTINGS);
    assertThat(wrong.errors()).contains("needs its country").doesNotContain("12 ");
    assertThat(run("link", "ana", "login:ana").errors())
        .contains("KIND:VALUE")
        .doesNotContain("ana");
    assertThat(run("link", "login:ana", "login: ana ").errors()).contains("the same identifier");
  }

  private Set<String> night(PublishedTables tables, String name) throws IOException, SQLException {
    assertThat(run("run", "--date", "2026-06-30")).as(name).isEqualTo(new Ran(ExitCode.DONE, ""));
    return tables.load(home.resolve("bi"), name);
  }

  /** The events of each person, from the lake. */
  private List<String> persons(PublishedTables tables) throws SQLException {
    Path out = home.resolve("out");
    assertThat(run("export", "journey_touches", "--out", out.toString()).exitCode()).isZero();
    return tables
        .rows(
            """
            SELECT string_agg(event_id, ' ' ORDER BY event_id) AS events
            FROM read_parquet('%s/*.parquet') GROUP BY person_id ORDER BY events"""
                .formatted(out))
        .stream()
        .map(row -> row.get(0).toString())
        .toList();
  }

  private List<Object> reasons(PublishedTables tables) throws SQLException {
    Path out = home.resolve("rules");
    assertThat(run("export", "identity_rules", "--out", out.toString()).exitCode()).isZero();
    return tables
        .rows(
            "SELECT reason FROM read_parquet('%s/*.parquet') WHERE reason IS NOT NULL"
                .formatted(out))
        .stream()
        .map(row -> row.get(0))
        .toList();
  }

  private void decide(String... rule) {
    assertThat(run(rule)).isEqualTo(new Ran(ExitCode.DONE, ""));
  }

  private Ran run(String... command) {
    return Ran.quickly(landing, home, command);
  }

  private void touch(String id, String identifiers) {
    rows.add(
        """
        {"event_id":"%s","event_type":"page_view","occurred_at":"2026-06-2%dT10:00:00Z",\
        "market":"IT","identifiers":{%s}}"""
            .formatted(id, rows.size(), identifiers));
  }
}
