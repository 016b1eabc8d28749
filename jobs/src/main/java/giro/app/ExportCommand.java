package giro.app;

import giro.config.GiroSettings;
import giro.lake.Lake;
import giro.model.table.JourneyTouches;
import giro.model.table.TableContract;
import giro.model.table.Tables;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Writes a table of the lake as Parquet.",
    footer = {"%nExample:", "  giro export journey_touches --out /tmp/touches --config giro.conf"})
final class ExportCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  @Parameters(paramLabel = "TABLE", description = "Such as journey_touches, touches, laps, runs.")
  private String name;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where it goes.")
  private String out;

  @Override
  public Integer call() {
    TableContract table =
        Tables.lake().stream()
            .filter(t -> t.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    UserError.noSuchThing(
                        "lake table",
                        name,
                        "There are "
                            + Tables.lake().stream()
                                .map(TableContract::name)
                                .collect(Collectors.joining(", "))
                            + "."));
    GiroSettings settings = common.settings();
    SparkSession spark = Session.start(settings.spark());
    LockedLake.checkLayout(spark, settings);
    Dataset<Row> rows = new Lake(spark, settings.lake()).read(table);
    rows.drop(JourneyTouches.LAP_RECORD).write().mode("overwrite").parquet(out);
    long count = spark.read().parquet(out).count();
    common.output().text(count + " rows of " + name + " in " + out);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("state", "done");
    result.put("table", name);
    result.put("rows", count);
    result.put("out", out);
    common.output().result(result);
    return ExitCode.DONE;
  }
}
