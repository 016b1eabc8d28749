package giro.app;

import static org.assertj.core.api.Assertions.assertThat;

import giro.config.GiroSettings;
import giro.config.ReadSettings;
import giro.identity.MakePersons;
import giro.ingest.TakeLanding;
import giro.lake.Lake;
import giro.model.table.HeldLinks;
import giro.model.table.Identities;
import giro.model.table.IdentityLinks;
import giro.model.table.JourneyTouches;
import giro.model.table.Laps;
import giro.model.table.TableContract;
import giro.model.table.WithdrawnTouches;
import giro.testing.SparkExtension;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nights that derive those alone whom they touch, in a world with shared devices, mistyped
 * contacts, cars and numbers handed on and files that come late: after each, the lake holds what
 * deriving everybody gives.
 */
@ExtendWith(SparkExtension.class)
class TouchedPersonsTest {
  private static final String PROFILE =
      "../sample-data/src/main/resources/giro/simulate/hostile.conf";
  private static final List<TableContract> DERIVED =
      List.of(
          Identities.CONTRACT,
          IdentityLinks.CONTRACT,
          HeldLinks.CONTRACT,
          WithdrawnTouches.CONTRACT,
          JourneyTouches.CONTRACT,
          Laps.CONTRACT);

  @TempDir static Path home;

  @Test
  void aNightGivesWhatDerivingEverybodyGives(SparkSession session) {
    SparkSession spark = session.newSession();
    spark.conf().set("spark.sql.codegen.wholeStage", false);
    spark.conf().set("spark.sql.codegen.factoryMode", "NO_CODEGEN");
    int people = Integer.getInteger("giro.test.people", 100);
    int days = Integer.getInteger("giro.test.days", 975);
    int seed = Integer.getInteger("giro.test.seed", 7);
    int nights = Integer.getInteger("giro.test.nights", 4);
    assertThat(
            Ran.of(
                "simulate",
                "--out",
                home.toString(),
                "--people",
                "" + people,
                "--days",
                "" + days,
                "--seed",
                "" + seed,
                "--profile",
                PROFILE,
                "--quiet"))
        .isEqualTo(new Ran(ExitCode.DONE, ""));
    GiroSettings settings =
        ReadSettings.of(
            Optional.empty(),
            List.of(
                "landing=" + home.resolve("landing"),
                "lake=" + home.resolve("lake"),
                "spark.derive-all-up-to=0"),
            JourneyTouches.CONTRACT.schema());
    Lake lake = new Lake(spark, settings.lake());
    LocalDate last = lastNight();
    LocalDate asOf = last.minusDays(6L * nights);
    Random steps = new Random(seed);
    night(spark, settings, lake, Optional.empty(), asOf);
    long touched = 0;
    for (int night = 0; night < nights; night++) {
      LocalDate before = asOf;
      asOf = asOf.plusDays(1 + steps.nextInt(6));
      NightStages stages = night(spark, settings, lake, Optional.of(before), asOf);
      System.out.println("NIGHT " + asOf + " touched " + stages.scope());
      touched += stages.scope().filter(s -> s.endsWith("touched")).isPresent() ? 1 : 0;
      assertSame(spark, settings, lake, asOf);
    }
    assertThat(touched).as("nights that derive some").isPositive();
  }

  private static LocalDate lastNight() {
    String[] nights = home.resolve("landing/web").toFile().list();
    java.util.Arrays.sort(nights);
    return LocalDate.parse(nights[nights.length - 1].substring("date=".length()));
  }

  private static NightStages night(
      SparkSession spark,
      GiroSettings settings,
      Lake lake,
      Optional<LocalDate> latest,
      LocalDate asOf) {
    new TakeLanding(spark, lake, settings.ingest(), settings.privacy())
        .take(settings.landing(), asOf, latest, "run-" + asOf);
    NightStages stages = new NightStages(spark, settings, lake, lake, asOf);
    stages.buildJourneys(stages.stitchTouched("run-" + asOf));
    stages.note("run-" + asOf);
    return stages;
  }

  private static void assertSame(
      SparkSession spark, GiroSettings settings, Lake lake, LocalDate asOf) {
    Lake aside = new Lake(spark, home.resolve("everybody-" + asOf).toString());
    NightStages everybody = new NightStages(spark, settings, lake, aside, asOf);
    everybody.buildJourneys(everybody.stitch("run-" + asOf));
    MakePersons.release(aside);
    for (TableContract table : DERIVED) {
      List<String> some = rows(lake, table);
      List<String> all = rows(aside, table);
      List<String> more = new ArrayList<>(some);
      more.removeAll(new HashSet<>(all));
      all.removeAll(new HashSet<>(some));
      assertThat(more.stream().limit(5)).as(table.name() + " of " + asOf + ", too much").isEmpty();
      assertThat(all.stream().limit(5)).as(table.name() + " of " + asOf + ", missing").isEmpty();
      assertThat(some).as(table.name()).doesNotHaveDuplicates();
    }
  }

  private static List<String> rows(Lake lake, TableContract table) {
    return new ArrayList<>(lake.read(table).toJSON().collectAsList());
  }
}
