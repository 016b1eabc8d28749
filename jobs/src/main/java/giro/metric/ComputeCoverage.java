package giro.metric;

import static org.apache.spark.sql.functions.*;

import giro.model.table.ClassificationCoverage;
import giro.model.table.JourneyTouches;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** {@code classification_coverage}: what the rules made of each source's event types. */
public final class ComputeCoverage {
  private static final List<String> MOMENTS =
      List.of("STIMULUS", "ZMOT", "FMOT", "SMOT", "UMOT", "NONE", "UNCLASSIFIED");

  public Dataset<Row> table(Dataset<Row> journeyTouches) {
    List<Column> counts = new ArrayList<>();
    for (String moment : MOMENTS) {
      counts.add(
          count(when(col(JourneyTouches.MOMENT).equalTo(moment), 1))
              .as(moment.toLowerCase(Locale.ROOT)));
    }
    Dataset<Row> counted =
        journeyTouches
            .groupBy(
                col(JourneyTouches.SOURCE).as(ClassificationCoverage.SOURCE),
                col(JourneyTouches.EVENT_TYPE).as(ClassificationCoverage.EVENT_TYPE))
            .agg(count(lit(1)).as(ClassificationCoverage.TOUCHES), counts.toArray(Column[]::new))
            .withColumn(
                ClassificationCoverage.UNCLASSIFIED_SHARE,
                col(ClassificationCoverage.UNCLASSIFIED)
                    .divide(col(ClassificationCoverage.TOUCHES)));
    return Gold.as(ClassificationCoverage.CONTRACT, counted);
  }
}
