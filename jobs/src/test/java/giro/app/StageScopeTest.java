package giro.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import giro.testing.SparkExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.MDC;

@ExtendWith(SparkExtension.class)
class StageScopeTest {
  @TempDir Path home;

  @Test
  void whileAStageRunsItsJobsAndLogLinesSayWhatTheyAreFor(SparkSession spark) {
    try (Progress progress = new Progress(true)) {
      progress.of("run-1", LocalDate.parse("2026-06-30"));
      progress.stage(
          "stitch identities",
          () -> {
            assertThat(spark.sparkContext().getLocalProperty("spark.job.description"))
                .isEqualTo("night of 2026-06-30: stitch identities");
            assertThat(spark.sparkContext().getLocalProperty("spark.jobGroup.id"))
                .isEqualTo("run-1");
            assertThat(spark.sparkContext().getLocalProperty("mdc.stage"))
                .isEqualTo("stitch identities");
            assertThat(MDC.getCopyOfContextMap())
                .containsAllEntriesOf(
                    Map.of("run_id", "run-1", "night", "2026-06-30", "stage", "stitch identities"));
          });
    }
    assertThat(spark.sparkContext().getLocalProperty("spark.job.description")).isNull();
    assertThat(MDC.get("stage")).isNull();
  }

  @Test
  void logsAreAJsonObjectALineWhereThatIsAskedFor() throws Exception {
    Path landing = Files.createDirectories(home.resolve("landing/web/date=2026-06-30"));
    Files.writeString(
        landing.resolve("web.jsonl"),
        """
        {"event_id":"a","event_type":"page_view","occurred_at":"2026-06-29T10:00:00Z",\
        "identifiers":{"login":"ana"}}
        """);
    Path log = home.resolve("log");
    Process run =
        new GiroProcess(home.resolve("landing"), home, "run", "--date", "2026-06-30")
            .quickly()
            .start(
                log,
                Map.of(
                    "JAVA_TOOL_OPTIONS",
                    "-Dgiro.log.format=json -Dlog4j2.configurationFile=log4j2-json.properties"));
    GiroProcess.await(run, () -> Files.readString(log).contains("build journeys took "));
    run.destroyForcibly().waitFor(); // the rest of the night has no more to say
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(log)) {
      if (line.startsWith("{")) {
        lines.add(JsonMapper.builder().build().readTree(line));
      }
    }
    assertThat(lines)
        .as(Files.readString(log))
        .filteredOn(line -> line.path("stage").asText().equals("build journeys"))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.get("night").asText()).isEqualTo("2026-06-30");
              assertThat(line.get("run_id").asText()).startsWith("asof-2026-06-30-");
              assertThat(line.get("level").asText()).isEqualTo("INFO");
              assertThat(line.get("message").asText()).startsWith("build journeys took ");
            });
  }
}
