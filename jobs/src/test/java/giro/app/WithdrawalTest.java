package giro.app;

import static org.assertj.core.api.Assertions.assertThat;

import giro.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Ana allows, withdraws on another device, and allows again; Bruno's journey does not change. */
@ExtendWith(SparkExtension.class)
class WithdrawalTest {
  @TempDir Path home;
  @TempDir Path landing;

  @Test
  void aWithdrawalTakesThePersonOutFromThatNightUntilConsentIsGivenAgain()
      throws IOException, SQLException {
    land(
        "2026-06-28",
        touch("a1", "2026-06-27", "\"login\":\"ana\",\"cookie\":\"c\"", "granted"),
        touch("a2", "2026-06-28", "\"cookie\":\"c\"", null),
        touch("b1", "2026-06-28", "\"login\":\"bruno\"", null),
        touch("b2", "2026-06-28", "\"login\":\"bruno\",\"cookie\":\"d\"", "denied"));
    land("2026-06-29", touch("a3", "2026-06-29", "\"login\":\"ana\"", "withdrawn"));
    land("2026-06-30", touch("a4", "2026-06-30", "\"login\":\"ana\"", "granted"));
    try (PublishedTables tables = new PublishedTables()) {
      assertThat(night(tables, "2026-06-28")).containsExactly("a1 a2", "b1");
      assertThat(withoutConsent(tables, "2026-06-28")).isEqualTo(List.of(4L, 3L, 1L));

      assertThat(night(tables, "2026-06-29")).containsExactly("b1");
      assertThat(withoutConsent(tables, "2026-06-29")).isEqualTo(List.of(5L, 1L, 4L));
      assertThat(
              tables.rows(
                  "SELECT cause, sum(change) FROM \"2026-06-29\".restatements"
                      + " WHERE \"table\" = 'headline' AND figure = 'laps' GROUP BY ALL"))
          .extracting(row -> row.get(0))
          .containsExactly("consent");

      assertThat(night(tables, "2026-06-30")).containsExactly("a1 a2 a4", "b1");
      assertThat(withoutConsent(tables, "2026-06-30")).isEqualTo(List.of(6L, 4L, 2L));
    }
  }

  /** Known touches, those with a person, and those without consent. */
  private List<Object> withoutConsent(PublishedTables tables, String night) throws SQLException {
    return tables
        .rows(
            "SELECT touches, stitched, without_consent FROM \"%s\".identity_health".formatted(night)
                + " WHERE market = '(all)' AND source = '(all)' AND anonymous = 0")
        .get(0);
  }

  private List<String> night(PublishedTables tables, String night)
      throws IOException, SQLException {
    assertThat(Ran.quickly(landing, home, "run", "--date", night))
        .isEqualTo(new Ran(ExitCode.DONE, ""));
    tables.load(home.resolve("bi"), "\"" + night + "\"");
    Path out = home.resolve("out-" + night);
    String[] export = {"export", "journey_touches", "--out", out.toString()};
    assertThat(Ran.quickly(landing, home, export).exitCode()).isZero();
    return tables
        .rows(
            "SELECT string_agg(event_id, ' ' ORDER BY event_id) FROM read_parquet('%s/*.parquet')"
                    .formatted(out)
                + " GROUP BY person_id ORDER BY 1")
        .stream()
        .map(row -> (String) row.get(0))
        .toList();
  }

  private void land(String night, String... rows) throws IOException {
    Path folder = Files.createDirectories(landing.resolve("web/date=" + night));
    Files.write(folder.resolve("web.jsonl"), List.of(rows));
  }

  private static String touch(String id, String day, String identifiers, String consent) {
    return """
        {"event_id":"%s","event_type":"page_view","occurred_at":"%sT10:00:00Z",\
        "identifiers":{%s},"consent":%s}"""
        .formatted(id, day, identifiers, consent == null ? null : '"' + consent + '"');
  }
}
