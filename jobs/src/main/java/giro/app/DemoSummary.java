package giro.app;

import static org.apache.spark.sql.functions.*;

import giro.config.GiroSettings;
import giro.model.table.FunnelOverview;
import giro.model.table.FunnelSteps;
import giro.publish.Snapshot;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The short funnel and the paths that the demo ends with. */
final class DemoSummary {
  private DemoSummary() {}

  static void print(SparkSession spark, GiroSettings settings, RunResult result, Output output) {
    output.text("");
    output.text("Moments funnel / Imbuto dei momenti (laps, all cohorts):");
    Snapshot snapshot = Snapshot.toRead(spark, settings.bi(), result.runId());
    for (Row step : funnel(snapshot.read(FunnelOverview.CONTRACT))) {
      output.text(
          String.format(
              Locale.ROOT,
              "  %d %-6s %,9d   %5.1f %% of previous",
              step.getInt(0),
              step.getString(1).toUpperCase(Locale.ROOT),
              step.getLong(2),
              step.isNullAt(3) ? 100.0 : step.getDouble(3) * 100));
    }
    output.text("");
    NightReport.print(result, output);
    output.text("Read a table:  scripts/giro views --for duckdb --set bi=" + settings.bi());
  }

  private static List<Row> funnel(Dataset<Row> steps) {
    return steps
        .filter(
            col(FunnelSteps.FUNNEL)
                .equalTo("moments")
                .and(col(FunnelSteps.COUNTING).equalTo("unique"))
                .and(col(FunnelSteps.REACHED).isNotNull()))
        .select(
            FunnelSteps.STEP_NUMBER,
            FunnelSteps.STEP_NAME,
            FunnelSteps.REACHED,
            FunnelSteps.RATE_FROM_PREVIOUS)
        .orderBy(FunnelSteps.STEP_NUMBER)
        .collectAsList();
  }
}
