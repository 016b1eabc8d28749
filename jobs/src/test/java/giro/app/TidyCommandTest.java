package giro.app;

import static org.assertj.core.api.Assertions.assertThat;

import giro.lake.Lake;
import giro.lake.LakeFiles;
import giro.lake.LakeLock;
import giro.model.table.Runs;
import giro.testing.SparkExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class TidyCommandTest {
  @Test
  void manySmallFilesBecomeFewAndNoRowChanges(SparkSession spark, @TempDir Path home)
      throws Exception {
    Path root = home.resolve("lake");
    Lake lake = new Lake(spark, root.toString());
    for (int night = 1; night <= 10; night++) {
      lake.append(Runs.CONTRACT, run(spark, "night-" + night));
    }
    Files.createDirectories(root.resolve("_giro/aside/pairs"));
    Files.writeString(root.resolve("_giro/aside/pairs/part-0"), "left by a run that died");

    Files.createDirectories(root.resolve("_giro/lineage"));
    for (String run : List.of("night-1", "night-0")) {
      Files.writeString(root.resolve("_giro/lineage/" + run + ".jsonl"), "{}");
    }

    String answer = tidy(root, "--json");
    assertThat(answer.lines()).as("one line for programs, whatever Delta says").hasSize(1);
    assertThat(answer).contains("\"state\":\"done\"", "\"files_before\"");

    assertThat(dataFiles(root.resolve("runs"))).isEqualTo(1);
    assertThat(root.resolve("_giro/aside")).doesNotExist();
    assertThat(root.resolve("_giro/lineage"))
        .isDirectoryContaining(file -> file.endsWith("night-1.jsonl"))
        .isDirectoryNotContaining(file -> file.endsWith("night-0.jsonl"));
    assertThat(
            new Lake(spark, root.toString())
                .read(Runs.CONTRACT)
                .select(Runs.RUN_ID)
                .as(Encoders.STRING())
                .collectAsList())
        .hasSize(10)
        .contains("night-1", "night-10");
  }

  @Test
  void whatATablesLogNeedsNoMoreGoesOnceItIsOld(SparkSession spark, @TempDir Path home)
      throws Exception {
    Path root = home.resolve("lake");
    Lake lake = new Lake(spark, root.toString());
    for (int night = 1; night <= 12; night++) {
      lake.append(Runs.CONTRACT, run(spark, "night-" + night));
    }
    Path log = root.resolve("runs/_delta_log");
    age(log, Duration.ofDays(20));
    tidy(root);
    assertThat(entries(log)).as("younger than 30 days").hasSizeGreaterThanOrEqualTo(12);

    age(log, Duration.ofDays(40));
    lake.append(Runs.CONTRACT, run(spark, "night-13"));
    tidy(root);
    assertThat(entries(log))
        .as("those before the checkpoint at version 10 went")
        .contains(log.resolve("00000000000000000010.json"))
        .doesNotContain(log.resolve("00000000000000000009.json"))
        .hasSizeLessThan(12);
    assertThat(new Lake(spark.newSession(), root.toString()).read(Runs.CONTRACT).count())
        .isEqualTo(13);
  }

  /** As if everything there had been written so long ago, one after the other. */
  private static void age(Path folder, Duration age) throws Exception {
    Instant at = Instant.now().minus(age);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        at = at.plusSeconds(1);
        Files.setLastModifiedTime(file, FileTime.from(at));
      }
    }
  }

  private static List<Path> entries(Path log) throws Exception {
    try (Stream<Path> files = Files.list(log)) {
      return files.filter(file -> file.toString().endsWith(".json")).toList();
    }
  }

  @Test
  void waitsForNobody(SparkSession spark, @TempDir Path home) throws Exception {
    LakeFiles files = new LakeFiles(spark.sessionState().newHadoopConf());
    try (LakeLock lock = LakeLock.take(files, home.toString(), "a night")) {
      Ran ran = Ran.of("tidy", "--quiet", "--set", "lake=" + home);
      assertThat(ran.exitCode()).isEqualTo(ExitCode.LOCKED);
      assertThat(ran.errors()).contains("run a night");
    }
  }

  private static Dataset<Row> run(SparkSession spark, String id) {
    return spark
        .read()
        .schema(Runs.CONTRACT.schema())
        .json(spark.createDataset(List.of("{\"run_id\": \"" + id + "\"}"), Encoders.STRING()));
  }

  private static String tidy(Path lake, String... options) {
    List<String> all =
        new java.util.ArrayList<>(
            List.of("tidy", "--quiet", "--keep-hours", "0", "--set", "lake=" + lake));
    all.addAll(List.of(options));
    return Ran.answer(all.toArray(String[]::new));
  }

  private static long dataFiles(Path table) throws Exception {
    try (Stream<Path> files = Files.list(table)) {
      return files.filter(file -> file.toString().endsWith(".parquet")).count();
    }
  }
}
