package giro.app;

import giro.config.GiroSettings;
import giro.config.ReadSettings;
import giro.identity.MakePersons;
import giro.ingest.TakeLanding;
import giro.lake.Lake;
import giro.model.table.*;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.*;
import org.apache.spark.sql.*;

public class TryTouched {
  public static void main(String[] a) throws Exception {
    Path landing = Path.of(a[0]);
    Path home = Path.of(a[1]);
    int nights = Integer.parseInt(a[2]);
    int step = Integer.parseInt(a[3]);
    boolean compare = a.length < 5 || !a[4].equals("nocompare");
    GiroSettings settings =
        ReadSettings.of(
            Optional.empty(),
            List.of(
                "landing=" + landing, "lake=" + home.resolve("lake"), "spark.derive-all-up-to=0"),
            JourneyTouches.CONTRACT.schema());
    SparkSession spark = Session.start(settings.spark());
    Lake lake = new Lake(spark, settings.lake());
    String[] dates = landing.resolve("web").toFile().list();
    Arrays.sort(dates);
    LocalDate last = LocalDate.parse(dates[dates.length - 1].substring(5));
    LocalDate asOf = last.minusDays((long) nights * step);
    Optional<LocalDate> before = Optional.empty();
    Random r = new Random(5);
    for (int n = 0; n <= nights; n++) {
      long t0 = System.currentTimeMillis();
      new TakeLanding(spark, lake, settings.ingest(), settings.privacy())
          .take(settings.landing(), asOf, before, "run-" + asOf);
      long t1 = System.currentTimeMillis();
      NightStages stages = new NightStages(spark, settings, lake, lake, asOf);
      var persons = stages.stitchTouched("run-" + asOf);
      long t2 = System.currentTimeMillis();
      stages.buildJourneys(persons);
      stages.note("run-" + asOf);
      long t3 = System.currentTimeMillis();
      System.out.printf(
          "NIGHT %s %s take %d stitch %d journeys %d ms%n",
          asOf, stages.scope(), t1 - t0, t2 - t1, t3 - t2);
      if (compare && n > 0) {
        Lake aside = new Lake(spark, home.resolve("all-" + asOf).toString());
        NightStages everybody = new NightStages(spark, settings, lake, aside, asOf);
        everybody.buildJourneys(everybody.stitch("run-" + asOf));
        MakePersons.release(aside);
        System.out.printf("  whole %d ms%n", System.currentTimeMillis() - t3);
        for (TableContract t :
            List.of(
                Identities.CONTRACT,
                IdentityLinks.CONTRACT,
                HeldLinks.CONTRACT,
                WithdrawnTouches.CONTRACT,
                JourneyTouches.CONTRACT,
                Laps.CONTRACT)) {
          List<String> some = lake.read(t).toJSON().collectAsList();
          List<String> all = new ArrayList<>(aside.read(t).toJSON().collectAsList());
          List<String> more = new ArrayList<>(some);
          Set<String> inAll = new HashSet<>(all);
          Set<String> inSome = new HashSet<>(some);
          more.removeIf(inAll::contains);
          all.removeIf(inSome::contains);
          System.out.printf(
              "  %s %d rows, %d too much, %d missing, duplicates %d%n",
              t.name(), some.size(), more.size(), all.size(), some.size() - inSome.size());
          more.stream()
              .limit(3)
              .forEach(
                  x -> System.out.println("    + " + x.substring(0, Math.min(600, x.length()))));
          all.stream()
              .limit(3)
              .forEach(
                  x -> System.out.println("    - " + x.substring(0, Math.min(600, x.length()))));
        }
      }
      before = Optional.of(asOf);
      asOf = asOf.plusDays(step == 1 ? 1 : 1 + r.nextInt(2 * step - 1));
      if (asOf.isAfter(last)) break;
    }
    System.exit(0);
  }
}
