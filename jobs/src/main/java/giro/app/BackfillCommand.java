package giro.app;

import giro.config.GiroSettings;
import giro.lake.Lake;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "backfill",
    mixinStandardHelpOptions = true,
    description = "Nights in order, from D to D; nights already run are passed over.",
    footer = {"%nExample:", "  giro backfill --from 2026-10-01 --to 2026-10-31 --config giro.conf"})
final class BackfillCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  @Option(names = "--from", required = true, paramLabel = "D", description = "The first night.")
  private LocalDate from;

  @Option(names = "--to", required = true, paramLabel = "D", description = "The last night.")
  private LocalDate to;

  @Override
  public Integer call() {
    if (from.isAfter(to)) {
      throw UserError.usage("--from " + from + " is after --to " + to + ".");
    }
    GiroSettings settings = common.settings();
    SparkSession spark = Session.start(settings.spark());
    Set<LocalDate> done = new Ledger(spark, new Lake(spark, settings.lake())).nights();
    List<Map<String, Object>> nights = new ArrayList<>();
    try (Progress progress = common.progress()) {
      for (LocalDate night = from; !night.isAfter(to); night = night.plusDays(1)) {
        if (done.contains(night)) {
          progress.note("night of " + night + " was run before: passed over");
          continue;
        }
        RunResult result =
            new Night(spark, settings, progress, Clock.systemUTC())
                .run(new RunRequest("backfill", night, true));
        nights.add(result.json());
        if (!common.output().isJson()) {
          NightReport.print(result, common.output());
        }
      }
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("state", "done");
    result.put("nights", nights);
    common.output().result(result);
    return ExitCode.DONE;
  }
}
