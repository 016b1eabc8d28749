package giro.metric;

import static org.apache.spark.sql.functions.*;

import giro.model.table.LandingFiles;
import giro.model.table.RejectedReasons;
import giro.model.table.RejectedRows;
import giro.model.table.SourceQuality;
import giro.model.table.Touches;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** {@code source_quality} and {@code rejected_reasons}: what each source brought each night. */
public final class ComputeSourceQuality {
  private final LocalDate asOf;
  private final Map<String, Long> latenessDays;
  private final List<String> required;

  /**
   * @param latenessDays per declared source, after how many days a touch is late
   * @param required sources that must bring rows every night
   */
  public ComputeSourceQuality(
      LocalDate asOf, Map<String, Long> latenessDays, List<String> required) {
    this.asOf = asOf;
    this.latenessDays = Map.copyOf(latenessDays);
    this.required = List.copyOf(required);
  }

  /** Every night up to as_of that brought anything, and as_of itself, for every source. */
  public Dataset<Row> table(Dataset<Row> landingFiles, Dataset<Row> touches) {
    Dataset<Row> files = upTo(landingFiles, LandingFiles.LANDING_DATE);
    Dataset<Row> nights =
        files
            .select(col(LandingFiles.LANDING_DATE))
            .union(
                landingFiles
                    .sparkSession()
                    .range(1)
                    .select(lit(java.sql.Date.valueOf(asOf)).as(LandingFiles.LANDING_DATE)))
            .distinct();
    Dataset<Row> all =
        nights.crossJoin(
            landingFiles
                .sparkSession()
                .createDataset(
                    latenessDays.keySet().stream().sorted().toList(),
                    org.apache.spark.sql.Encoders.STRING())
                .toDF(SourceQuality.SOURCE));
    Dataset<Row> joined =
        all.join(broughtBy(files), key(), "left").join(timing(touches), key(), "left");
    Dataset<Row> filled = joined;
    for (String count :
        List.of(
            SourceQuality.FILES,
            SourceQuality.UNREADABLE_FILES,
            SourceQuality.ROWS_READ,
            SourceQuality.ACCEPTED,
            SourceQuality.DUPLICATES,
            SourceQuality.CONFLICTS,
            SourceQuality.REJECTED,
            SourceQuality.LATE_TOUCHES,
            SourceQuality.EARLY_TOUCHES)) {
      filled = filled.withColumn(count, coalesce(col(count), lit(0L)));
    }
    return Gold.as(
        SourceQuality.CONTRACT,
        filled
            .withColumn(SourceQuality.IS_MISSING, col(SourceQuality.FILES).equalTo(0))
            .withColumn(
                SourceQuality.IS_REQUIRED, col(SourceQuality.SOURCE).isInCollection(required)));
  }

  public Dataset<Row> reasons(Dataset<Row> rejected) {
    return Gold.as(
        RejectedReasons.CONTRACT,
        upTo(rejected, RejectedRows.LANDING_DATE)
            .groupBy(
                col(RejectedRows.LANDING_DATE),
                col(RejectedRows.SOURCE),
                col(RejectedRows.REASON),
                col(RejectedRows.IS_ROW))
            .agg(count(lit(1)).as(RejectedReasons.REJECTED)));
  }

  private Dataset<Row> upTo(Dataset<Row> rows, String date) {
    return rows.filter(col(date).leq(lit(java.sql.Date.valueOf(asOf))));
  }

  private static scala.collection.immutable.Seq<String> key() {
    return scala.jdk.javaapi.CollectionConverters.asScala(
            List.of(SourceQuality.LANDING_DATE, SourceQuality.SOURCE))
        .toSeq();
  }

  private static Dataset<Row> broughtBy(Dataset<Row> files) {
    return files
        .groupBy(LandingFiles.LANDING_DATE, LandingFiles.SOURCE)
        .agg(
            count(lit(1)).as(SourceQuality.FILES),
            count(when(col(LandingFiles.STATE).equalTo("unreadable"), 1))
                .as(SourceQuality.UNREADABLE_FILES),
            sum(LandingFiles.ROWS_READ).as(SourceQuality.ROWS_READ),
            sum(LandingFiles.ACCEPTED).as(SourceQuality.ACCEPTED),
            sum(LandingFiles.DUPLICATES).as(SourceQuality.DUPLICATES),
            sum(LandingFiles.CONFLICTS).as(SourceQuality.CONFLICTS),
            sum(LandingFiles.REJECTED).as(SourceQuality.REJECTED));
  }

  /** How late touches landed after they occurred, by the allowed lateness of their source. */
  private Dataset<Row> timing(Dataset<Row> touches) {
    Column allowed = lit(0L);
    for (Map.Entry<String, Long> source : latenessDays.entrySet()) {
      allowed =
          when(col(Touches.SOURCE).equalTo(source.getKey()), source.getValue()).otherwise(allowed);
    }
    Column days = datediff(col(Touches.LANDING_DATE), col(Touches.OCCURRED_AT).cast("date"));
    return upTo(touches, Touches.LANDING_DATE)
        .groupBy(Touches.LANDING_DATE, Touches.SOURCE)
        .agg(
            count(when(days.gt(allowed), 1)).as(SourceQuality.LATE_TOUCHES),
            count(when(days.lt(0), 1)).as(SourceQuality.EARLY_TOUCHES));
  }
}
