package giro.app;

import static org.assertj.core.api.Assertions.assertThat;

import giro.testing.SparkExtension;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The fixture with a driver and two executors in JVMs of their own, one of which dies half-way:
 * what only works because everything shares one JVM fails here.
 */
@ExtendWith(SparkExtension.class)
class SeparateExecutorsTest {
  private static final Path LANDING = FixtureLake.LANDING;

  @Test
  void executorsOfTheirOwnGiveTheSameTablesThoughOneIsKilled(
      SparkSession session, @TempDir Path home) throws Exception {
    Path apart = home.resolve("apart");
    Path log = home.resolve("driver.log");
    Process driver = driver(apart, home.resolve("spark"), log);
    try {
      Path halfWay = apart.resolve("lake/identities/_delta_log/00000000000000000000.json");
      GiroProcess.await(driver, () -> Files.exists(halfWay));
      assertThat(halfWay).as(Files.readString(log)).exists();
      ProcessHandle killed = executor(driver);
      assertThat(killed.destroyForcibly()).isTrue();
      GiroProcess.await(driver, () -> false);
      assertThat(driver.isAlive()).as("the driver ended in time").isFalse();
    } finally {
      driver.descendants().forEach(ProcessHandle::destroyForcibly);
      driver.destroyForcibly();
    }
    assertThat(driver.exitValue()).as(Files.readString(log)).isEqualTo(ExitCode.DONE);
    try (Stream<Path> work = Files.walk(home.resolve("spark/work"))) {
      assertThat(work.filter(p -> p.endsWith("stderr")).count())
          .as("executors that were started, each a process with a log: two, and one for the dead")
          .isGreaterThanOrEqualTo(3);
    }
    try (PublishedTables tables = new PublishedTables()) {
      Set<String> names = tables.load(FixtureLake.calm().resolve("bi"), "together");
      assertThat(tables.load(apart.resolve("bi"), "apart")).isEqualTo(names);
      tables.assertSame("apart", "together", names);
    }
  }

  /** One of the driver's executors; master and workers are threads of the driver. */
  private static ProcessHandle executor(Process driver) {
    List<ProcessHandle> executors =
        driver.children().filter(p -> p.info().command().orElse("").endsWith("/java")).toList();
    assertThat(executors).as("executors at work").hasSize(2);
    return executors.get(0);
  }

  private static Process driver(Path home, Path sparkHome, Path log) throws IOException {
    linkJars(sparkHome.resolve("jars"));
    String folders =
        String.join(
            File.pathSeparator,
            GiroProcess.CLASS_PATH.stream().filter(p -> !p.endsWith(".jar")).toList());
    return new GiroProcess(LANDING, home, "run", "--date", "2026-06-30", "--quiet")
        .set("spark.master", "\"local-cluster[2,1,1024]\"")
        .spark("spark.executor.memory", "1g")
        .spark("spark.executor.extraClassPath", folders)
        .spark("spark.executor.extraJavaOptions", "-XX:TieredStopAtLevel=1")
        .start(
            log,
            Map.of(
                "SPARK_HOME", sparkHome.toString(),
                "SPARK_SCALA_VERSION", "2.13",
                "SPARK_LOCAL_IP", "127.0.0.1"));
  }

  /** Workers look for Spark's jars in one folder. */
  private static void linkJars(Path folder) throws IOException {
    Files.createDirectories(folder);
    int number = 0;
    for (String entry : GiroProcess.CLASS_PATH) {
      Path jar = Path.of(entry);
      if (entry.endsWith(".jar") && Files.exists(jar)) {
        Files.createSymbolicLink(folder.resolve(number++ + "-" + jar.getFileName()), jar);
      }
    }
  }
}
