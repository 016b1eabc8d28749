package giro.app;

import giro.config.GiroSettings;
import giro.lake.DropAgedRows;
import giro.lake.InFlight;
import giro.lake.Lake;
import giro.lake.LakeFiles;
import giro.lake.LakeLock;
import giro.lake.TidyLake;
import giro.model.table.TableContract;
import giro.model.table.Tables;
import giro.publish.DropAgedNights;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "tidy",
    mixinStandardHelpOptions = true,
    description =
        "Joins the lake's small files, and drops files of overwritten versions, what died runs left"
            + " behind, and what giro.retention says is too old (unless told, no row).",
    footer = {"%nExample:", "  giro tidy --config giro.conf"})
final class TidyCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  @Option(
      names = "--keep-hours",
      paramLabel = "N",
      defaultValue = "24",
      description =
          "Files of an overwritten version stay so long, for readers of the lake that still use"
              + " them; ${DEFAULT-VALUE} unless told.")
  private int keepHours;

  private DropAgedRows.Dropped rows = new DropAgedRows.Dropped(0, 0, 0);
  private DropAgedNights.Dropped nights;

  @Override
  public Integer call() {
    if (keepHours < 0) {
      throw UserError.usage("--keep-hours is at least 0.");
    }
    GiroSettings settings = common.settings();
    SparkSession spark = Session.start(settings.spark());
    Lake lake = new Lake(spark, settings.lake());
    LakeFiles files = new LakeFiles(spark.sessionState().newHadoopConf());
    try (LakeLock lock = LakeLock.take(files, lake.root(), "tidy");
        Progress progress = common.progress()) {
      new InFlight(lake, files).recover();
      TidyLake tidy =
          new TidyLake(spark, lake, Duration.ofHours(keepHours), settings.retention().logs());
      TidyLake.Size before = tidy.size();
      progress.begin("tidy", Tables.lake().size() + 1);
      tidy.leftovers();
      progress.stage("retention", () -> retain(settings, lake, files, spark));
      tidy.lineage();
      for (TableContract table : Tables.lake()) {
        progress.stage(table.name(), () -> tidy.table(table));
      }
      tell(before, tidy.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ExitCode.DONE;
  }

  private void retain(GiroSettings settings, Lake lake, LakeFiles files, SparkSession spark) {
    Optional<LocalDate> latest = new Ledger(spark, lake).latestNight();
    latest.ifPresent(night -> rows = new DropAgedRows(lake, settings.retention()).before(night));
    try {
      Instant replacedBefore = Instant.now().minus(Duration.ofHours(keepHours));
      nights =
          new DropAgedNights(files, settings.bi(), settings.report())
              .drop(settings.retention().snapshots(), replacedBefore);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void tell(TidyLake.Size before, TidyLake.Size after) {
    double mib = 1 << 20;
    common
        .output()
        .text(
            String.format(
                Locale.ROOT,
                "%,d files of %.1f MiB are now %,d of %.1f MiB.",
                before.files(),
                before.bytes() / mib,
                after.files(),
                after.bytes() / mib));
    if (rows.touches() + rows.rejected() + rows.runs() > 0) {
      common
          .output()
          .text(
              String.format(
                  Locale.ROOT,
                  "Too old: %,d touches, %,d rejected rows, %,d runs. What was derived from them"
                      + " goes with the next run.",
                  rows.touches(),
                  rows.rejected(),
                  rows.runs()));
    }
    if (nights.nights() + nights.folders() + nights.pages() > 0) {
      common
          .output()
          .text(
              String.format(
                  Locale.ROOT,
                  "Dropped %,d published nights, %,d folders of runs and %,d pages.",
                  nights.nights(),
                  nights.folders(),
                  nights.pages()));
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("state", "done");
    result.put("files_before", before.files());
    result.put("bytes_before", before.bytes());
    result.put("files", after.files());
    result.put("bytes", after.bytes());
    result.put("touches_dropped", rows.touches());
    result.put("rejected_dropped", rows.rejected());
    result.put("runs_dropped", rows.runs());
    result.put("nights_dropped", nights.nights());
    result.put("run_folders_dropped", nights.folders());
    result.put("pages_dropped", nights.pages());
    common.output().result(result);
  }
}
