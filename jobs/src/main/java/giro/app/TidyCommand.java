package giro.app;

import giro.config.GiroSettings;
import giro.lake.InFlight;
import giro.lake.Lake;
import giro.lake.LakeFiles;
import giro.lake.LakeLock;
import giro.lake.TidyLake;
import giro.model.table.TableContract;
import giro.model.table.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "tidy",
    mixinStandardHelpOptions = true,
    description =
        "Joins the lake's small files, and drops files of overwritten versions and what died runs"
            + " left behind. No row changes; published snapshots are kept by publish.keep-runs.")
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
      TidyLake tidy = new TidyLake(spark, lake, Duration.ofHours(keepHours));
      TidyLake.Size before = tidy.size();
      progress.begin("tidy", Tables.lake().size());
      tidy.leftovers();
      for (TableContract table : Tables.lake()) {
        progress.stage(table.name(), () -> tidy.table(table));
      }
      tell(before, tidy.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ExitCode.DONE;
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
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("state", "done");
    result.put("files_before", before.files());
    result.put("bytes_before", before.bytes());
    result.put("files", after.files());
    result.put("bytes", after.bytes());
    common.output().result(result);
  }
}
