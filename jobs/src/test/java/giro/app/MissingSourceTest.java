package giro.app;

import static org.assertj.core.api.Assertions.assertThat;

import giro.model.table.Touches;
import giro.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A night without rows of a source that must not be missing, and how it is run in the end. */
@ExtendWith(SparkExtension.class)
class MissingSourceTest {
  private static final String FIRST = "2026-06-29";
  private static final String SECOND = "2026-06-30";

  @Test
  void stopsTheNightUntilItsFileComesThoughLateAndUnderANewDealerCode(
      SparkSession spark, @TempDir Path home, @TempDir Path landing) throws Exception {
    Path config =
        Files.writeString(
            home.resolve("giro.conf"),
            """
            giro.sources.dealer {
              required = true
              mapping { dealer_id = "CASE dealer_id WHEN 'D-7-NEW' THEN 'D-7' ELSE dealer_id END" }
            }
            """);
    land(landing, "web", FIRST, "a", touch("w1", FIRST, ""));
    land(landing, "dealer", FIRST, "a", touch("d1", FIRST, "\"dealer_id\":\"D-7\",\"reach\":1,"));
    assertThat(night(landing, home, config, FIRST)).isEqualTo(new Ran(ExitCode.DONE, ""));
    String before = PublishedTables.pointer(home.resolve("bi")).toString();

    land(landing, "web", SECOND, "b", touch("w2", SECOND, "\"colour\":\"red\","));
    Ran stopped = night(landing, home, config, SECOND);
    assertThat(stopped.exitCode()).isEqualTo(ExitCode.EXPECTATION);
    assertThat(stopped.errors())
        .contains("Nothing was published", "no required source has an empty night", "for dealer");
    assertThat(PublishedTables.pointer(home.resolve("bi")).toString()).isEqualTo(before);

    land(
        landing,
        "dealer",
        FIRST,
        "late",
        touch("d2", FIRST, "\"dealer_id\":\"D-7-NEW\",\"reach\":3000000000,"));
    assertThat(night(landing, home, config, SECOND)).isEqualTo(new Ran(ExitCode.DONE, ""));
    List<String> touches =
        new LandedPeople(spark, landing, home)
                .lake(home)
                .read(Touches.CONTRACT)
                .selectExpr("concat_ws(' ', event_id, dealer_id, landing_date, reach)")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList();
    assertThat(touches)
        .as("a new file in an old folder counts for the night that found it")
        .containsExactly(
            "d1 D-7 2026-06-29 1",
            "d2 D-7 2026-06-30 3000000000",
            "w1 2026-06-29",
            "w2 2026-06-30");
  }

  private static Ran night(Path landing, Path home, Path config, String date) {
    return Ran.quickly(landing, home, "run", "--date", date, "--config", config.toString());
  }

  private static String touch(String id, String date, String more) {
    return LandedPeople.touch(id, date, LandedPeople.login("ana"), more);
  }

  private static void land(Path landing, String source, String date, String name, String row)
      throws IOException {
    Path folder = Files.createDirectories(landing.resolve(source + "/date=" + date));
    Files.writeString(folder.resolve(name + ".jsonl"), row + "\n");
  }
}
