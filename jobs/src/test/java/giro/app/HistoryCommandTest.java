package giro.app;

import static org.assertj.core.api.Assertions.assertThat;

import giro.lake.Lake;
import giro.model.table.Runs;
import giro.testing.SparkExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class HistoryCommandTest {
  @Test
  void tellsOfRunsLatestLastAndOfTheOneThatDidNotEnd(SparkSession spark, @TempDir Path home)
      throws Exception {
    Path lake = home.resolve("lake");
    assertThat(history(lake)).contains("No night was run on this lake yet.");

    String row =
        """
        {"run_id": "%s", "as_of": "%s", "command": "run", "state": "done",
         "started_at": "%sT02:00:00Z", "seconds": 61.25, "rows_read": 1200, "accepted": 1100,
         "duplicates": 60, "rejected": 40, "touches": 5000, "persons": 300, "laps": 410, "bytes_touched": 3145728}""";
    new Lake(spark, lake.toString())
        .append(
            Runs.CONTRACT,
            spark
                .read()
                .schema(Runs.CONTRACT.schema())
                .json(
                    spark.createDataset(
                        List.of(
                            row.formatted("late", "2026-06-02", "2026-06-03").replace("\n", ""),
                            row.formatted("early", "2026-06-01", "2026-06-02").replace("\n", "")),
                        Encoders.STRING())));
    Files.createDirectories(lake.resolve("_giro"));
    Files.writeString(lake.resolve("_giro/in_flight.json"), "{}");

    List<String> lines = history(lake).lines().toList();
    assertThat(lines).hasSize(4);
    assertThat(lines.get(1))
        .startsWith("2026-06-01  run       done")
        .contains("1,200", "61.3")
        .endsWith(" 3.0");
    assertThat(lines.get(2)).startsWith("2026-06-02");
    assertThat(lines.get(3)).isEqualTo("the last run did not end; the next one undoes it");

    assertThat(history(lake, "--last", "1", "--json"))
        .contains("\"run_id\":\"late\"", "\"rejected\":40", "\"started_at\":\"2026-06-03T02:00:00Z")
        .doesNotContain("early");
    assertThat(Ran.of("history", "--last", "0", "--set", "lake=" + lake).exitCode())
        .isEqualTo(ExitCode.SETTINGS);
  }

  private static String history(Path lake, String... options) {
    List<String> all = new java.util.ArrayList<>(List.of("history", "--set", "lake=" + lake));
    all.addAll(List.of(options));
    return Ran.answer(all.toArray(String[]::new));
  }
}
