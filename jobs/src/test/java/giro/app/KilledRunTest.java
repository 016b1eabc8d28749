package giro.app;

import static org.assertj.core.api.Assertions.assertThat;

import giro.testing.SparkExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A run whose process dies half-way: nobody reads it, and the next run does its work whole. */
@ExtendWith(SparkExtension.class)
class KilledRunTest {
  private static final Path LANDING = FixtureLake.LANDING;

  @Test
  void aRunThatIsToldToStopSaysSoInOneSentence(@TempDir Path home) throws Exception {
    Path log = home.resolve("stopped.log");
    Process run =
        new GiroProcess(LANDING, home, "run", "--date", "2026-06-30")
            .quickly()
            .start(log, Map.of());
    Path halfWay = home.resolve("lake/touches/_delta_log/00000000000000000000.json");
    GiroProcess.await(run, () -> Files.exists(halfWay));
    run.destroy();
    assertThat(GiroProcess.ends(run)).isTrue();
    assertThat(run.exitValue()).isNotZero();
    assertThat(Files.readString(log))
        .contains("Stopped before it was done")
        .doesNotContain("bug of Giro", "\tat ", "Exception");
  }

  @Test
  void theNextRunGivesTheTablesOfAnUndisturbedOne(SparkSession session, @TempDir Path home)
      throws Exception {
    Path killed = home.resolve("killed");
    Path log = home.resolve("killed.log");
    Process run =
        new GiroProcess(LANDING, killed, "run", "--date", "2026-06-30")
            .quickly()
            .start(log, Map.of());
    Path halfWay = killed.resolve("lake/identities/_delta_log/00000000000000000000.json");
    GiroProcess.await(run, () -> Files.exists(halfWay));
    assertThat(halfWay).as(Files.readString(log)).exists();
    run.destroyForcibly();
    assertThat(GiroProcess.ends(run)).isTrue();
    assertThat(killed.resolve("bi/published.json")).as("nothing was published").doesNotExist();
    assertThat(killed.resolve("lake/_giro/lock")).as("the dead run's lock").exists();

    assertThat(Ran.quickly(LANDING, killed, "run", "--date", "2026-06-30"))
        .isEqualTo(new Ran(ExitCode.DONE, ""));

    try (PublishedTables tables = new PublishedTables()) {
      Set<String> names = tables.load(FixtureLake.calm().resolve("bi"), "calm");
      assertThat(tables.load(killed.resolve("bi"), "killed")).isEqualTo(names);
      tables.assertSame("killed", "calm", names);
    }
  }
}
