package giro.app;

import giro.app.Reclassification.Compared;
import giro.app.Reclassification.Figure;
import giro.app.Reclassification.Moved;
import giro.config.GiroSettings;
import giro.identity.MakePersons;
import giro.lake.Lake;
import giro.lake.LakeFiles;
import giro.lake.TableUse;
import giro.model.table.JourneyTouches;
import giro.model.table.Laps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "reclassify",
    mixinStandardHelpOptions = true,
    description = {
      "Gives the whole history the moments of the rules of now, publishes the night again, and says",
      "which touches changed and what figures moved."
    },
    footer = {"%nExample:", "  giro reclassify --dry-run --as-of 2026-10-31 --config giro.conf"})
final class ReclassifyCommand implements Callable<Integer> {
  private static final int SHOWN = 20;

  @Mixin private CommonOptions common;

  @Option(names = "--as-of", paramLabel = "D", description = "The night; the latest by default.")
  private LocalDate asOf;

  @Option(names = "--dry-run", description = "Only says what would change; nothing is written.")
  private boolean isDryRun;

  @Override
  public Integer call() {
    GiroSettings settings = common.settings();
    SparkSession spark = Session.start(settings.spark());
    LocalDate latest = LockedLake.latestNight(spark, new Lake(spark, settings.lake()));
    LocalDate night = asOf == null ? latest : asOf;
    try (Progress progress = common.progress()) {
      Compared compared =
          isDryRun
              ? tried(spark, settings, night, progress)
              : done(spark, settings, night, night.isBefore(latest), progress);
      tell(night, settings.rules().version(), compared);
    }
    return ExitCode.DONE;
  }

  /** Derived aside, compared, and dropped. */
  private static Compared tried(
      SparkSession spark, GiroSettings settings, LocalDate night, Progress progress) {
    LakeFiles files = new LakeFiles(spark.sessionState().newHadoopConf());
    Lake aside = new Lake(spark, settings.lake() + "/_reclassify");
    try (LockedLake locked = LockedLake.take(spark, settings, "reclassify")) {
      try {
        progress.begin("reclassify " + night + ", nothing is written", 3);
        files.delete(aside.root());
        NightStages stages = new NightStages(spark, settings, locked.lake(), aside, night);
        Dataset<Row> persons =
            progress.stage("stitch identities", () -> stages.stitch("reclassify"));
        progress.stage("build journeys", () -> stages.buildJourneys(persons));
        MakePersons.release(aside);
        return progress.stage(
            "compare", () -> compared(settings, night, derived(locked.lake()), derived(aside)));
      } finally {
        files.delete(aside.root()); // under the lock: it may be another's the moment it is let go
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Compared done(
      SparkSession spark,
      GiroSettings settings,
      LocalDate night,
      boolean isOlder,
      Progress progress) {
    Lake lake = new Lake(spark, settings.lake());
    Derived before = derived(lake); // a table is read as it was when the reading was asked for
    new Night(spark, settings, progress, Clock.systemUTC())
        .run(new RunRequest("reclassify", night, false));
    Lake derived = isOlder ? Night.olderNight(spark, settings, TableUse.UNTOLD) : lake;
    return compared(settings, night, before, derived(derived));
  }

  private record Derived(Dataset<Row> touches, Dataset<Row> laps) {}

  /** As the lake's latest night left them. */
  private static Derived derived(Lake lake) {
    return new Derived(lake.read(JourneyTouches.CONTRACT), lake.read(Laps.CONTRACT));
  }

  private static Compared compared(
      GiroSettings settings, LocalDate night, Derived before, Derived now) {
    return new Reclassification(settings, night)
        .compare(before.touches(), before.laps(), now.touches(), now.laps());
  }

  private void tell(LocalDate night, int version, Compared compared) {
    Output output = common.output();
    long moved = compared.moved().stream().mapToLong(Moved::touches).sum();
    output.text(
        text(
            "Rules of version %d on the night of %s: %,d of %,d touches %s another moment.",
            version, night, moved, compared.touches(), isDryRun ? "would get" : "got"));
    for (Moved each : compared.moved().stream().limit(SHOWN).toList()) {
      output.text(
          text(
              "  %,8d  %s -> %s  (%s -> %s)",
              each.touches(), each.from(), each.to(), each.ruleBefore(), each.ruleNow()));
    }
    if (compared.moved().size() > SHOWN) {
      output.text(text("  and %,d smaller changes", compared.moved().size() - SHOWN));
    }
    compared.figures().stream()
        .filter(figure -> !java.util.Objects.equals(figure.before(), figure.now()))
        .forEach(
            figure ->
                output.text(
                    text(
                        "  %s: %s -> %s",
                        figure.name(), value(figure.before()), value(figure.now()))));
    output.result(json(night, version, compared));
  }

  private Map<String, Object> json(LocalDate night, int version, Compared compared) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("state", "done");
    result.put("as_of", night.toString());
    result.put("is_dry_run", isDryRun);
    result.put("rule_version", version);
    result.put("touches", compared.touches());
    result.put("touches_in_one_only", compared.onlyOnce());
    result.put("moved", compared.moved().stream().map(ReclassifyCommand::json).toList());
    result.put("figures", compared.figures().stream().map(ReclassifyCommand::json).toList());
    return result;
  }

  private static Map<String, Object> json(Moved moved) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("from_moment", moved.from());
    json.put("to_moment", moved.to());
    json.put("rule_before", moved.ruleBefore());
    json.put("rule_now", moved.ruleNow());
    json.put("touches", moved.touches());
    return json;
  }

  private static Map<String, Object> json(Figure figure) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("figure", figure.name());
    json.put("before", figure.before());
    json.put("now", figure.now());
    return json;
  }

  private static String value(Double value) {
    return value == null ? "none" : text(value < 1 ? "%.4f" : "%,.1f", value);
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
