package giro.app;

import giro.config.GiroSettings;
import giro.lake.Lake;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "rebuild",
    mixinStandardHelpOptions = true,
    description = "Derives everything again from the stored touches and the id registry.",
    footer = {"%nExample:", "  giro rebuild --config giro.conf"})
final class RebuildCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  @Option(names = "--as-of", paramLabel = "D", description = "The night; the latest by default.")
  private LocalDate asOf;

  @Override
  public Integer call() {
    GiroSettings settings = common.settings();
    SparkSession spark = Session.start(settings.spark());
    LocalDate night =
        asOf == null ? LockedLake.latestNight(spark, new Lake(spark, settings.lake())) : asOf;
    try (Progress progress = common.progress()) {
      RunResult result =
          new Night(spark, settings, progress, Clock.systemUTC())
              .run(new RunRequest("rebuild", night, false));
      NightReport.print(result, common.output());
    }
    return ExitCode.DONE;
  }
}
