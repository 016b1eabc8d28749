package giro.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
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

/** Ana reads a page, which the shipped rules call research; a rule of her own calls it an offer. */
@ExtendWith(SparkExtension.class)
class ReclassifyCommandTest {
  private static final String[] OTHER_RULES = {
    "--set",
    "moments.version=4",
    "--set",
    "moments.rules=[{ id = page-offer, moment = FMOT, when = \"event_type = 'page_view'\" }]"
  };

  @TempDir Path home;
  @TempDir Path landing;

  @BeforeEach
  void land() throws Exception {
    Path folder = Files.createDirectories(landing.resolve("web/date=2026-06-30"));
    Files.writeString(
        folder.resolve("web.jsonl"),
        touch("a1", "page_view") + touch("a2", "page_view") + touch("a3", "never_heard_of"));
    PreparedLake.copy(
        "pages-read",
        home,
        at ->
            assertThat(Ran.quickly(landing, at, "run", "--date", "2026-06-30"))
                .isEqualTo(new Ran(ExitCode.DONE, "")));
  }

  @Test
  void aDryRunSaysWhatWouldChangeAndWritesNothing() throws IOException, SQLException {
    try (PublishedTables tables = new PublishedTables()) {
      Set<String> names = tables.load(home.resolve("bi"), "before");
      JsonNode told = reclassify("--dry-run");
      assertThat(told.get("is_dry_run").asBoolean()).isTrue();
      assertThat(told.get("touches").asLong()).isEqualTo(3);
      assertThat(told.get("touches_in_one_only").asLong()).isZero();
      assertThat(told.get("moved")).hasSize(1);
      assertThat(told.get("moved").get(0).get("from_moment").asText()).isEqualTo("ZMOT");
      assertThat(told.get("moved").get(0).get("to_moment").asText()).isEqualTo("FMOT");
      assertThat(told.get("moved").get(0).get("rule_now").asText()).isEqualTo("page-offer");
      assertThat(told.get("moved").get(0).get("touches").asLong()).isEqualTo(2);

      tables.load(home.resolve("bi"), "after");
      tables.assertSame("before", "after", names);
      try (var lake = Files.list(home.resolve("lake"))) {
        assertThat(lake.map(p -> p.getFileName().toString())).doesNotContain("_reclassify");
      }
    }
  }

  @Test
  void theNightIsPublishedAgainUnderTheNewRules() throws IOException, SQLException {
    JsonNode told = reclassify("--as-of", "2026-06-30");
    assertThat(told.get("moved").get(0).get("touches").asLong()).isEqualTo(2);
    try (PublishedTables tables = new PublishedTables()) {
      tables.load(home.resolve("bi"), "after");
      assertThat(
              tables.rows(
                  "SELECT DISTINCT from_moment FROM after.moment_conversion"
                      + " WHERE entered > 0 AND from_moment IN ('ZMOT', 'FMOT')"))
          .containsExactly(List.of("FMOT"));
    }
    assertThat(reclassify().get("moved")).isEmpty();
  }

  private JsonNode reclassify(String... more) throws IOException {
    List<String> command = new ArrayList<>(List.of("reclassify", "--json"));
    command.addAll(List.of(OTHER_RULES));
    command.addAll(List.of(more));
    String answer = Ran.answerOn(landing, home, command.toArray(String[]::new));
    return JsonMapper.builder().build().readTree(answer);
  }

  private static String touch(String id, String type) {
    return """
        {"event_id":"%s","event_type":"%s","occurred_at":"2026-06-29T10:00:00Z",\
        "identifiers":{"login":"ana"}}
        """
        .formatted(id, type);
  }
}
