package giro.app;

import giro.config.GiroSettings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description =
        "One night: takes every landing file up to folder date D not yet taken, late ones included,"
            + " and publishes the tables as of D.",
    footer = {"%nExample:", "  giro run --date 2026-10-31 --config giro.conf"})
final class RunCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  @Option(
      names = "--date",
      required = true,
      paramLabel = "D",
      description = "The night, such as 2026-10-31.")
  private LocalDate date;

  @Override
  public Integer call() {
    GiroSettings settings = common.settings();
    SparkSession spark = Session.start(settings.spark());
    try (Progress progress = common.progress()) {
      RunResult result =
          new Night(spark, settings, progress, Clock.systemUTC())
              .run(new RunRequest("run", date, true));
      NightReport.print(result, common.output());
    }
    return ExitCode.DONE;
  }
}
