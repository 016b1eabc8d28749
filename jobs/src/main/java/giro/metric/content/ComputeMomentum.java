package giro.metric.content;

import static org.apache.spark.sql.functions.*;

import giro.model.measure.Interval;
import giro.model.table.CircleSummary;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import scala.jdk.javaapi.CollectionConverters;

/** Fills in what the cohorts' contents brought, in {@code circle_summary}. */
public final class ComputeMomentum {
  private final ContentLinks found;

  public ComputeMomentum(ContentLinks found) {
    this.found = found;
  }

  /**
   * @param summary rows of {@link CircleSummary} without it
   */
  public Dataset<Row> on(Dataset<Row> summary) {
    List<String> key =
        List.of(CircleSummary.COHORT_MONTH, CircleSummary.MARKET, CircleSummary.MODEL);
    Dataset<Row> cohorts = ContentCohorts.of(found);
    for (String column : cohorts.columns()) {
      if (!key.contains(column)) {
        cohorts = cohorts.withColumnRenamed(column, "_" + column);
      }
    }
    Dataset<Row> joined = summary.join(cohorts, CollectionConverters.asScala(key).toSeq(), "left");
    List<String> columns = List.of(joined.columns());
    Momentum momentum = Momentum.of(found);
    MapFunction<Row, Row> fill = row -> filled(row, columns, momentum);
    return joined.map(fill, Encoders.row(CircleSummary.CONTRACT.schema()));
  }

  private static Row filled(Row row, List<String> columns, Momentum momentum) {
    List<String> names = CircleSummary.CONTRACT.columnNames();
    Object[] values = new Object[names.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = row.get(columns.indexOf(names.get(i)));
    }
    CohortRow cohort = new CohortRow(row, columns);
    long laps = row.getLong(columns.indexOf(CircleSummary.LAPS));
    long contents = cohort.count(ContentCohorts.CONTENTS);
    long publishing = cohort.count(ContentCohorts.PUBLISHING_LAPS);
    long readers = cohort.count(ContentCohorts.DIFFERENT_READERS);
    set(values, CircleSummary.CONTENTS, contents);
    set(values, CircleSummary.PUBLISHING_LAPS, publishing);
    set(values, CircleSummary.CONTENTS_PER_PUBLISHING_LAP, ratio(contents, publishing));
    set(
        values,
        CircleSummary.READERS_PER_CONTENT,
        ratio(cohort.count(ContentCohorts.READERS), contents));
    set(values, CircleSummary.READERS, readers);
    set(
        values,
        CircleSummary.SECOND_ORDER_ADVOCACY,
        ratio(cohort.count(ContentCohorts.READERS_WHO_PUBLISHED), readers));
    Double generation = cohort.number(ContentCohorts.GENERATION_DAYS);
    set(values, CircleSummary.GENERATION_DAYS, generation);
    Double brought = cohort.number(ContentCohorts.NEW_LAPS);
    double newLaps = brought == null ? 0 : brought;
    set(values, CircleSummary.NEW_LAPS, newLaps);
    set(values, CircleSummary.MOMENTUM, momentum.value(newLaps, laps));
    Interval interval =
        momentum.interval(
            laps,
            cohort.ints(ContentCohorts.AUTHOR_LAPS),
            cohort.numbers(ContentCohorts.AUTHOR_BROUGHT));
    set(values, CircleSummary.MOMENTUM_LOW, interval == null ? null : interval.low());
    set(values, CircleSummary.MOMENTUM_HIGH, interval == null ? null : interval.high());
    return RowFactory.create(values);
  }

  private static void set(Object[] values, String column, Object value) {
    values[CircleSummary.CONTRACT.columnNames().indexOf(column)] = value;
  }

  private static Double ratio(long part, long whole) {
    return whole == 0 ? null : (double) part / whole;
  }

  /**
   * The columns of {@link ContentCohorts} beside those of the summary; 0 or null without content.
   */
  private record CohortRow(Row row, List<String> columns) {
    private int place(String name) {
      return columns.indexOf("_" + name);
    }

    long count(String name) {
      return row.isNullAt(place(name)) ? 0 : row.getLong(place(name));
    }

    Double number(String name) {
      return row.isNullAt(place(name)) ? null : row.getDouble(place(name));
    }

    int[] ints(String name) {
      return row.isNullAt(place(name))
          ? new int[0]
          : row.<Integer>getList(place(name)).stream().mapToInt(Integer::intValue).toArray();
    }

    double[] numbers(String name) {
      return row.isNullAt(place(name))
          ? new double[0]
          : row.<Double>getList(place(name)).stream().mapToDouble(Double::doubleValue).toArray();
    }
  }
}
