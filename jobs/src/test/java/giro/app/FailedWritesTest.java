package giro.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import giro.lake.FailingFiles;
import giro.lake.FailingFiles.Fault;
import giro.lake.FailingFiles.Order;
import giro.lake.FailingFiles.Point;
import giro.model.table.TableContract;
import giro.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A night whose store fails at one change of what is stored: readers have one whole night all the
 * while, and the next night is that of a lake that nothing ever happened to.
 *
 * <p>Points fail one after the other on one lake, so that what undoes a run fails too, with one
 * undisturbed night at the end. {@code -Dfailed.writes=N} takes N points evenly spread over the
 * night instead of a few, 0 all of them; {@code -Dfailed.writes.apart=true} gives each point a lake
 * of its own, as {@code scripts/fail-writes} does.
 */
@ExtendWith(SparkExtension.class)
class FailedWritesTest {
  private static final Path LANDING = FixtureLake.LANDING;
  private static final String SECOND = FixtureLake.SECOND;
  private static final int POINTS = Integer.getInteger("failed.writes", -1);

  /** What the others are like: a table's commit, a published table, the pointer, the run's end. */
  private static final List<String> TELLING =
      List.of(
          "rename to lake/touches/_delta_log/",
          "close bi/runs/#/",
          "rename to bi/published.json",
          "delete lake/_giro/in_flight.json");

  private static final boolean IS_APART = Boolean.getBoolean("failed.writes.apart");

  @TempDir static Path home;
  private static SparkSession spark;

  @BeforeAll
  static void install(SparkSession session) throws IOException {
    spark = session;
    FailingFiles.install(spark);
    Configurator.setRootLevel(Level.OFF); // Spark logs each of these failures at length
  }

  @AfterAll
  static void remove() throws IOException {
    Configurator.setRootLevel(Level.ERROR);
    FailingFiles.remove(spark);
  }

  @Test
  void readersHaveAWholeNightAndTheNextRunCompletes() throws Exception {
    Path before = home.resolve("before");
    FixtureLake.afterFirst(before);
    Path calm = copy(before, "calm");
    Order undisturbed = FailingFiles.watch(calm);
    assertThat(night(calm)).isEqualTo(new Ran(ExitCode.DONE, ""));
    List<Point> points = chosen(undisturbed.passed());
    assertThat(points).hasSizeGreaterThan(3);

    try (PublishedTables tables = new PublishedTables()) {
      Set<String> names = tables.load(calm.resolve("bi"), "calm");
      Path disturbed = copy(before, "disturbed");
      int broken = 0;
      for (int i = 0; i < points.size(); i++) {
        if (IS_APART && i > 0) {
          disturbed = copy(before, "disturbed" + i);
        }
        Order order = fail(disturbed, points.get(i), i);
        broken += order.isBroken() ? 1 : 0;
        assertReadersHaveANight(disturbed, before, tables, "read" + i);
        if (IS_APART || i == points.size() - 1) {
          assertNextRunCompletes(disturbed, calm, tables, names, "next" + i);
        }
        if (IS_APART) {
          System.out.printf("%d of %d: %s%n", i + 1, points.size(), points.get(i).what());
        }
      }
      assertThat(broken)
          .as("points that were reached")
          .isGreaterThanOrEqualTo(points.size() * 9 / 10);
    }
  }

  private static Order fail(Path at, Point point, int number) {
    DeltaLog.clearCache(); // each of these runs would be a process of its own
    Fault fault = Fault.values()[number % Fault.values().length];
    boolean isForGood = number % 4 != 3;
    Order order = FailingFiles.fail(at, point, fault, isForGood);
    Ran ran = night(at);
    FailingFiles.watch(at);
    if (order.isBroken() && isForGood) {
      assertThat(ran.exitCode()).as("%s at %s", fault, point).isNotEqualTo(ExitCode.DONE);
    }
    assertThat(ran.errors())
        .as("%s at %s", fault, point)
        .doesNotContain("\tat ", "bug of Giro", "Exception");
    assertThat(ran.errors().lines().count()).as("one sentence").isLessThanOrEqualTo(1);
    if (order.isBroken() && isForGood && fault == Fault.FULL) {
      assertThat(ran.exitCode()).isEqualTo(ExitCode.FAILED);
      assertThat(ran.errors()).contains("no space left");
    }
    if (order.isBroken() && isForGood && fault == Fault.UNREACHABLE) {
      assertThat(ran.exitCode()).isEqualTo(ExitCode.FAILED);
      assertThat(ran.errors()).contains("did not answer");
    }
    return order;
  }

  private static void assertReadersHaveANight(
      Path at, Path before, PublishedTables tables, String schema) throws Exception {
    JsonNode pointer = PublishedTables.pointer(at.resolve("bi"));
    JsonNode former = PublishedTables.pointer(before.resolve("bi"));
    if (!pointer.get("run_id").equals(former.get("run_id"))) {
      assertThat(pointer.get("as_of").asText()).isEqualTo(SECOND);
      tables.assertSame(schema, "calm", tables.load(at.resolve("bi"), schema));
      return;
    }
    assertThat(pointer).isEqualTo(former);
    for (JsonNode table : pointer.get("tables")) {
      for (JsonNode file : table.get("files")) {
        Path name = Path.of("bi", table.get("path").asText(), file.asText());
        assertThat(Files.mismatch(at.resolve(name), before.resolve(name))).isEqualTo(-1);
      }
    }
  }

  private static void assertNextRunCompletes(
      Path at, Path calm, PublishedTables tables, Set<String> names, String schema)
      throws Exception {
    DeltaLog.clearCache();
    assertThat(night(at)).isEqualTo(new Ran(ExitCode.DONE, ""));
    assertThat(tables.load(at.resolve("bi"), schema)).isEqualTo(names);
    tables.assertSame(schema, "calm", names);
    LandedPeople disturbed = new LandedPeople(spark, LANDING, at);
    for (TableContract table : KillRuns.LAKE) {
      assertThat(disturbed.rows(at, table)).as(table.name()).isEqualTo(disturbed.rows(calm, table));
    }
  }

  private static List<Point> chosen(List<Point> all) {
    if (POINTS == 0) {
      return all;
    }
    List<Point> chosen = new ArrayList<>();
    if (POINTS < 0) {
      for (String what : TELLING) {
        List<Point> some = all.stream().filter(point -> point.what().startsWith(what)).toList();
        assertThat(some).as(what).isNotEmpty();
        chosen.add(some.get(some.size() / 2));
      }
      return chosen;
    }
    int count = Math.min(POINTS, all.size());
    for (int i = 0; i < count; i++) {
      chosen.add(all.get(i * (all.size() - 1) / Math.max(1, count - 1)));
    }
    return chosen;
  }

  private static Ran night(Path at) {
    return Ran.quickly(LANDING, at, "run", "--date", SECOND, "--set", "store.pause=1ms");
  }

  private static Path copy(Path from, String name) throws IOException {
    Path to = home.resolve(name);
    PreparedLake.copy(from, to);
    return to;
  }
}
