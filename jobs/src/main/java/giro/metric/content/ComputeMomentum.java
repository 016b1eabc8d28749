package giro.metric.content;

import giro.model.measure.Interval;
import giro.model.table.CircleSummary;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import scala.Tuple2;

/** Fills in what the cohorts' contents brought, in {@code circle_summary}. */
public final class ComputeMomentum {
  private static final List<String> COLUMNS = CircleSummary.CONTRACT.columnNames();

  private final ContentLinks found;

  public ComputeMomentum(ContentLinks found) {
    this.found = found;
  }

  /** What contents brought to one cohort: some ten numbers, however many authors it has. */
  private record Brought(
      long contents,
      long publishingLaps,
      long contentReaders,
      long readers,
      long readersWhoPublished,
      Double generationDays,
      double newLaps,
      Double momentum,
      Double low,
      Double high)
      implements Serializable {}

  /**
   * The rows with it. They come to one place, as many as there are months, markets and models; the
   * authors of a cohort do not.
   *
   * @param summary rows of {@link CircleSummary} without it
   */
  public Dataset<Row> on(Dataset<Row> summary) {
    List<Row> rows = summary.collectAsList();
    HashMap<String, Long> laps = new HashMap<>();
    rows.forEach(row -> laps.put(key(row), row.getLong(COLUMNS.indexOf(CircleSummary.LAPS))));
    Momentum momentum = Momentum.of(found.lift());
    Map<String, Brought> brought = new HashMap<>();
    found
        .cells()
        .filter(cell -> CellKey.isCohort(cell._1()))
        .mapToPair(
            cell ->
                new Tuple2<>(
                    cell._1(), brought(cell._2(), laps.getOrDefault(cell._1(), 0L), momentum)))
        .collect()
        .forEach(cell -> brought.put(cell._1(), cell._2()));
    List<Row> filled = new ArrayList<>();
    for (Row row : rows) {
      Brought own = brought.get(key(row));
      long ownLaps = laps.get(key(row));
      filled.add(filled(row, own == null ? none(ownLaps, momentum) : own));
    }
    return summary.sparkSession().createDataFrame(filled, CircleSummary.CONTRACT.schema());
  }

  private static String key(Row row) {
    return CellKey.cohort(
        row.getDate(COLUMNS.indexOf(CircleSummary.COHORT_MONTH)).toString(),
        row.getString(COLUMNS.indexOf(CircleSummary.MARKET)),
        row.getString(COLUMNS.indexOf(CircleSummary.MODEL)));
  }

  private static Brought none(long laps, Momentum momentum) {
    return brought(new CohortCell().packed(), laps, momentum);
  }

  private static Brought brought(byte[] packed, long laps, Momentum momentum) {
    CohortCell cell = new CohortCell();
    cell.merge(packed);
    List<CohortCell.Author> authors = cell.authors();
    int[] authorLaps = authors.stream().mapToInt(author -> author.laps).toArray();
    double[] authorBrought = authors.stream().mapToDouble(CohortCell.Author::brought).toArray();
    double newLaps = 0;
    for (double each : authorBrought) {
      newLaps += each;
    }
    Interval interval = momentum.interval(laps, authorLaps, authorBrought);
    return new Brought(
        cell.contents(),
        cell.publishingLaps(),
        cell.contentReaders(),
        cell.readers(),
        cell.readersWhoPublished(),
        cell.generationDays(),
        newLaps,
        momentum.value(newLaps, laps),
        interval == null ? null : (Double) interval.low(),
        interval == null ? null : (Double) interval.high());
  }

  private static Row filled(Row row, Brought brought) {
    Object[] values = new Object[COLUMNS.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = row.get(i);
    }
    set(values, CircleSummary.CONTENTS, brought.contents);
    set(values, CircleSummary.PUBLISHING_LAPS, brought.publishingLaps);
    set(
        values,
        CircleSummary.CONTENTS_PER_PUBLISHING_LAP,
        ratio(brought.contents, brought.publishingLaps));
    set(values, CircleSummary.READERS_PER_CONTENT, ratio(brought.contentReaders, brought.contents));
    set(values, CircleSummary.READERS, brought.readers);
    set(
        values,
        CircleSummary.SECOND_ORDER_ADVOCACY,
        ratio(brought.readersWhoPublished, brought.readers));
    set(values, CircleSummary.GENERATION_DAYS, brought.generationDays);
    set(values, CircleSummary.NEW_LAPS, brought.newLaps);
    set(values, CircleSummary.MOMENTUM, brought.momentum);
    set(values, CircleSummary.MOMENTUM_LOW, brought.low);
    set(values, CircleSummary.MOMENTUM_HIGH, brought.high);
    return RowFactory.create(values);
  }

  private static void set(Object[] values, String column, Object value) {
    values[COLUMNS.indexOf(column)] = value;
  }

  private static Double ratio(long part, long whole) {
    return whole == 0 ? null : (double) part / whole;
  }
}
