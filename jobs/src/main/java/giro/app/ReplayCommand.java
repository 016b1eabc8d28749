package giro.app;

import giro.config.GiroSettings;
import giro.ingest.ReplayRejected;
import giro.ingest.ReplayRejected.Replayed;
import giro.lake.InFlight;
import giro.lake.Lake;
import giro.lake.LakeFiles;
import giro.lake.LakeLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "Reads rejected rows again from the landing files, under the settings of now.",
      "What is a touch by now counts from the next run; the rest stays rejected."
    })
final class ReplayCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  @Option(
      names = "--reason",
      paramLabel = "R",
      required = true,
      description =
          "The reason they were rejected for, such as bad_occurred_at; changed_file takes what a"
              + " file holds that was delivered anew under its name.")
  private String reason;

  @Override
  public Integer call() {
    GiroSettings settings = common.settings();
    SparkSession spark = Session.start(settings.spark());
    Lake lake = new Lake(spark, settings.lake());
    LakeFiles files = new LakeFiles(spark.sessionState().newHadoopConf());
    try (LakeLock lock = LakeLock.take(files, lake.root(), "replay")) {
      InFlight inFlight = new InFlight(lake, files);
      inFlight.recover();
      new KeyRotation(spark, settings, lake).checkUnchanged();
      ReplayRejected rejected =
          new ReplayRejected(spark, lake, settings.ingest(), settings.privacy());
      LocalDate night = latest(spark, settings, lake);
      checkReason(rejected.reasons());
      inFlight.begin();
      Replayed replayed = rejected.replay(settings.landing(), reason, night, "replay-" + night);
      inFlight.end();
      tell(replayed);
      return ExitCode.DONE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LocalDate latest(SparkSession spark, GiroSettings settings, Lake lake) {
    return new Ledger(spark, lake)
        .latestNight()
        .orElseThrow(
            () ->
                UserError.usage(
                    "No night was run on the lake " + settings.lake() + " yet; run one first."));
  }

  private void checkReason(Map<String, Long> known) {
    if (!known.containsKey(reason)) {
      String there =
          known.isEmpty()
              ? "Nothing was rejected."
              : known.entrySet().stream()
                  .map(e -> e.getKey() + " (" + e.getValue() + ")")
                  .collect(Collectors.joining(", ", "There are ", "."));
      throw UserError.usage("Nothing was rejected for the reason " + reason + ". " + there);
    }
  }

  private void tell(Replayed replayed) {
    String gone =
        replayed.gone() == 0
            ? ""
            : " %,d landing files are gone or hold something else by now; their rows stay rejected."
                .formatted(replayed.gone());
    common
        .output()
        .text(
            "Replayed %s: %,d rows of %,d files read again = %,d accepted + %,d duplicates + %,d"
                    .formatted(
                        reason,
                        replayed.taken().read(),
                        replayed.taken().files(),
                        replayed.taken().accepted(),
                        replayed.taken().duplicates(),
                        replayed.taken().rejected())
                + " still rejected. Accepted ones count from the next run."
                + gone);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("state", "done");
    result.put("reason", reason);
    result.put("files", replayed.taken().files());
    result.put("files_gone", replayed.gone());
    result.put("rows_read", replayed.taken().read());
    result.put("accepted", replayed.taken().accepted());
    result.put("duplicates", replayed.taken().duplicates());
    result.put("rejected", replayed.taken().rejected());
    common.output().result(result);
  }
}
