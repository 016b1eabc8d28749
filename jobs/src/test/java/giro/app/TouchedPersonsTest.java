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
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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

  private static final String WITHDRAWN = "\"consent\":\"withdrawn\",";
  private static final String GRANTED = "\"consent\":\"granted\",";

  @TempDir static Path home;

  @Test
  void aNightGivesWhatDerivingEverybodyGives(SparkSession session) throws IOException {
    SparkSession spark = session.newSession();
    spark.conf().set("spark.sql.codegen.wholeStage", false);
    spark.conf().set("spark.sql.codegen.factoryMode", "NO_CODEGEN");
    simulate(Integer.getInteger("giro.test.people", 60), Integer.getInteger("giro.test.seed", 7));
    GiroSettings settings =
        ReadSettings.of(
            Optional.empty(),
            List.of(
                "landing=" + home.resolve("landing"),
                "lake=" + home.resolve("lake"),
                "spark.derive-all-up-to=0"),
            JourneyTouches.CONTRACT.schema());
    Lake lake = new Lake(spark, settings.lake());
    int nights = Integer.getInteger("giro.test.nights", 3);
    LocalDate asOf = lastNight().minusDays(4L * nights);
    landSpecialCases(asOf);
    night(spark, settings, lake, Optional.empty(), asOf);
    int touched = 0;
    for (int night = 0; night < nights; night++) {
      LocalDate before = asOf;
      asOf = asOf.plusDays(night == 0 ? 1 : 4);
      NightStages stages = night(spark, settings, lake, Optional.of(before), asOf);
      touched += stages.scope().filter(s -> s.endsWith("touched")).isPresent() ? 1 : 0;
      assertSame(spark, settings, lake, asOf);
    }
    assertThat(touched).as("nights that derived some").isGreaterThan(1);
  }

  private static void simulate(int people, int seed) {
    List<String> command =
        List.of("simulate", "--out", home.toString(), "--people", "" + people, "--seed", "" + seed);
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of("--days", "700", "--profile", PROFILE, "--quiet"));
    assertThat(Ran.of(all.toArray(String[]::new))).isEqualTo(new Ran(ExitCode.DONE, ""));
  }

  /**
   * What a simulated world has too seldom: consent withdrawn and given again, a better copy of a
   * stored touch under another browser, a number away for longer than it is trusted and then seen
   * in between after all, a touch that landed before it occurred.
   */
  private static void landSpecialCases(LocalDate first) throws IOException {
    LandedPeople people = new LandedPeople(null, home.resolve("landing"), home);
    String will = LandedPeople.login("will");
    String phone = "\"phone\":\"+393471234567\"";
    String far = first.minusDays(600).toString();
    people.land(
        first.toString(),
        "special",
        List.of(
            LandedPeople.touch("w-1", first.minusDays(9).toString(), will),
            LandedPeople.touch("w-2", first.toString(), will + ",\"cookie\":\"wills\""),
            LandedPeople.touch("copy", first.toString(), "\"cookie\":\"poor\""),
            LandedPeople.touch("early", first.plusDays(1).toString(), LandedPeople.login("zoe")),
            LandedPeople.touch("old", far, LandedPeople.login("old") + "," + phone)));
    people.land(
        first.plusDays(1).toString(),
        "special",
        List.of(
            LandedPeople.touch("w-3", first.plusDays(1).toString(), will, WITHDRAWN),
            LandedPeople.touch("copy", first.minusDays(1).toString(), "\"cookie\":\"good\""),
            LandedPeople.touch("new", first.toString(), LandedPeople.login("new") + "," + phone)));
    people.land(
        first.plusDays(5).toString(),
        "special",
        List.of(
            LandedPeople.touch("w-4", first.plusDays(5).toString(), will, GRANTED),
            LandedPeople.touch("between", first.minusDays(300).toString(), phone)));
  }

  private static LocalDate lastNight() {
    String[] nights = home.resolve("landing/web").toFile().list();
    Arrays.sort(nights);
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
