package giro.app;

import giro.config.GiroSettings;
import giro.model.table.StitchingSensitivity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "sensitivity",
    mixinStandardHelpOptions = true,
    description =
        "Headline figures of the latest night under four ways to stitch touches to persons; they"
            + " are published with the next night.",
    footer = {"%nExample:", "  giro sensitivity --config giro.conf"})
final class SensitivityCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  @Override
  public Integer call() {
    GiroSettings settings = common.settings();
    SparkSession spark = Session.start(settings.spark());
    try (LockedLake locked = LockedLake.take(spark, settings, "sensitivity");
        Progress progress = common.progress()) {
      LocalDate night = locked.latestNight();
      progress.begin("sensitivity of " + night, 4);
      tell(night, new Sensitivity(spark, settings, locked.lake()).compute(night, progress));
    }
    return ExitCode.DONE;
  }

  private void tell(LocalDate night, List<Row> rows) {
    List<Map<String, Object>> figures = new ArrayList<>();
    common.output().text(line("figure", "policy", "value", "on one weak link"));
    for (Row row : rows) {
      Object weak = row.get(4);
      common.output().text(line(row.getString(1), row.getString(2), figure(row), share(weak)));
      Map<String, Object> figure = new LinkedHashMap<>();
      figure.put(StitchingSensitivity.FIGURE, row.get(1));
      figure.put(StitchingSensitivity.POLICY, row.get(2));
      figure.put(StitchingSensitivity.VALUE, row.get(3));
      figure.put(StitchingSensitivity.SHARE_ON_ONE_WEAK_LINK, weak);
      figures.add(figure);
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("state", "done");
    result.put("as_of", night.toString());
    result.put("figures", figures);
    common.output().result(result);
  }

  private static String line(String figure, String policy, String value, String weak) {
    return String.format("%-28s %-6s %12s %18s", figure, policy, value, weak);
  }

  private static String figure(Row row) {
    return row.getString(1).startsWith("incidence_")
        ? share(row.get(3))
        : String.format(Locale.ROOT, "%,.0f", row.getDouble(3));
  }

  private static String share(Object value) {
    return value == null ? "" : String.format(Locale.ROOT, "%.4f", (Double) value);
  }
}
