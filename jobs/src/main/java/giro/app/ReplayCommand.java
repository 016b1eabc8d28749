package giro.app;

import giro.config.GiroSettings;
import giro.ingest.ReplayRejected;
import giro.ingest.ReplayRejected.Replayed;
import giro.lake.Lake;
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
    },
    footer = {"%nExample:", "  giro replay --reason bad_occurred_at --config giro.conf"})
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
    try (LockedLake locked = LockedLake.take(spark, settings, "replay")) {
      Lake lake = locked.lake();
      new KeyRotation(spark, settings, lake).checkUnchanged();
      ReplayRejected rejected =
          new ReplayRejected(spark, lake, settings.ingest(), settings.privacy());
      LocalDate night = locked.latestNight();
      checkReason(rejected.reasons());
      tell(
          locked.changing(
              () -> rejected.replay(settings.landing(), reason, night, "replay-" + night)));
    }
    return ExitCode.DONE;
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
