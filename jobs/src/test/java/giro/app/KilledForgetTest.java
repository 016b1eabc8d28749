package giro.app;

import static org.assertj.core.api.Assertions.assertThat;

import giro.testing.SparkExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * An erasure whose process dies half-way: the next command undoes it, and the next one is whole.
 */
@ExtendWith(SparkExtension.class)
class KilledForgetTest {
  @Test
  void nothingHappenedAndTheNextIsWhole(
      SparkSession spark, @TempDir Path home, @TempDir Path landing) throws Exception {
    LandedPeople people = new LandedPeople(spark, landing, home);
    people.afterBoth();
    LandedPeople.Person ana = people.person("ana");
    Map<String, String> before = people.persons(home);

    Path log = home.resolve("killed.log");
    Process forget =
        new GiroProcess(landing, home, "forget", "--identifier", "login:ana")
            .quickly()
            .start(log, Map.of());
    Path halfWay = home.resolve("lake/_giro/exchange/identities/_delta_log");
    GiroProcess.await(forget, () -> Files.exists(halfWay));
    assertThat(halfWay).as(Files.readString(log)).exists();
    forget.destroyForcibly();
    assertThat(GiroProcess.ends(forget)).isTrue();
    assertThat(home.resolve("lake/_giro/lock")).as("the dead process's lock").exists();
    assertThat(people.persons(home)).as("readers of the lake saw nothing").isEqualTo(before);

    assertThat(people.run(home, "tidy")).isEqualTo(new Ran(ExitCode.DONE, ""));
    assertThat(home.resolve("lake/_giro/exchange")).doesNotExist();
    assertThat(people.persons(home)).isEqualTo(before);

    people.forget("login:ana");
    StoredBytes stored =
        new StoredBytes(home.resolve("lake"), home.resolve("bi"), home.resolve("report"));
    assertThat(ana.in(stored)).isEmpty();
    before.keySet().removeIf(event -> event.startsWith("ana"));
    assertThat(people.persons(home)).isEqualTo(before);
  }
}
