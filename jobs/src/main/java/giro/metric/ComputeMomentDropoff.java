package giro.metric;

import static org.apache.spark.sql.functions.*;

import giro.model.table.DropoffOverview;
import giro.model.table.Laps;
import giro.model.table.MomentDropoff;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * {@code moment_dropoff} and {@code dropoff_overview}: where laps begun as research or by an
 * acquisition stood when they converted, were lost, dropped, or stand now. An owner without known
 * acquisition has no row.
 */
public final class ComputeMomentDropoff {
  private static final String STATE = "_state";
  private final WindowSettings windows;
  private final long now;

  /**
   * @param asOfEnd end of as_of, exclusive, in microseconds since 1970 UTC
   */
  public ComputeMomentDropoff(WindowSettings windows, long asOfEnd) {
    this.windows = windows;
    this.now = asOfEnd;
  }

  public Dataset<Row> table(Dataset<Row> laps) {
    Dataset<Row> cells = Gold.withAllCells(placed(laps), MomentDropoff.MARKET, MomentDropoff.MODEL);
    return Gold.as(
        MomentDropoff.CONTRACT,
        Gold.withMarks(
            counted(
                cells,
                col(MomentDropoff.COHORT_MONTH),
                col(MomentDropoff.MARKET),
                col(MomentDropoff.MODEL),
                col(MomentDropoff.LAST_MOMENT),
                col(MomentDropoff.FURTHEST_MOMENT),
                col(MomentDropoff.LAST_CHANNEL),
                col(MomentDropoff.LAST_DEPARTMENT),
                col(MomentDropoff.LAST_EVENT_TYPE))));
  }

  /** By the last moment alone, over all cohorts, markets and models. */
  public Dataset<Row> overview(Dataset<Row> laps) {
    return Gold.as(
        DropoffOverview.CONTRACT,
        Gold.withMarks(counted(placed(laps), col(MomentDropoff.LAST_MOMENT))));
  }

  private Dataset<Row> placed(Dataset<Row> laps) {
    return laps.filter(isCounted())
        .select(
            col(Laps.PERSON_ID),
            Gold.month(col(Laps.OPENED_AT)).as(MomentDropoff.COHORT_MONTH),
            col(Laps.MARKET).as(MomentDropoff.MARKET),
            col(Laps.MODEL).as(MomentDropoff.MODEL),
            col(Laps.DROPOFF_LAST_MOMENT).as(MomentDropoff.LAST_MOMENT),
            col(Laps.DROPOFF_FURTHEST_MOMENT).as(MomentDropoff.FURTHEST_MOMENT),
            col(Laps.DROPOFF_LAST_CHANNEL).as(MomentDropoff.LAST_CHANNEL),
            col(Laps.DROPOFF_LAST_DEPARTMENT).as(MomentDropoff.LAST_DEPARTMENT),
            col(Laps.DROPOFF_LAST_EVENT_TYPE).as(MomentDropoff.LAST_EVENT_TYPE),
            state(windows, now).as(STATE),
            daysSince().as("days"));
  }

  /** False for an owner without known acquisition. */
  static Column isCounted() {
    return col(Laps.BECAME_OWNER_AT).isNull().or(col(Laps.ACQUISITION_AT).isNotNull());
  }

  /** Where a lap stands at {@code now}: lost, converted, dropped or open. */
  static Column state(WindowSettings windows, long now) {
    Column acquired = unix_micros(col(Laps.ACQUISITION_AT));
    Column ends = unix_micros(col(Laps.INACTIVE_AT)).plus(lit(windows.latenessMicros()));
    return when(col(Laps.IS_LOST_FIRST), "lost")
        .when(acquired.isNotNull(), "converted")
        .when(lit(now).gt(ends), "dropped")
        .otherwise("open");
  }

  private Column daysSince() {
    Column last = coalesce(col(Laps.DROPOFF_LAST_AT), col(Laps.OPENED_AT));
    return lit(now).minus(unix_micros(last)).divide(86_400e6);
  }

  private static Dataset<Row> counted(Dataset<Row> cells, Column... cell) {
    Column[] perPerson = java.util.Arrays.copyOf(cell, cell.length + 1);
    perPerson[cell.length] = col(Laps.PERSON_ID);
    return cells
        .groupBy(perPerson)
        .agg(
            count(lit(1)).as(MomentDropoff.LAPS),
            countOf("converted"),
            countOf("lost"),
            countOf("open"),
            countOf("dropped"),
            collect_list(when(col(STATE).equalTo("open"), col("days"))).as("days"))
        .groupBy(cell)
        .agg(
            sum(MomentDropoff.LAPS).as(MomentDropoff.LAPS),
            sum("converted").as(MomentDropoff.CONVERTED),
            sum("lost").as(MomentDropoff.LOST),
            sum("open").as(MomentDropoff.OPEN),
            sum("dropped").as(MomentDropoff.DROPPED),
            count(lit(1)).as(MomentDropoff.PERSONS),
            flatten(collect_list(col("days"))).as("days"))
        .withColumn(MomentDropoff.MEDIAN_DAYS_SINCE, median(col("days")));
  }

  private static Column countOf(String state) {
    return count(when(col(STATE).equalTo(state), 1)).as(state);
  }

  /** Linear interpolation between the middle two; null for none. */
  static Column median(Column values) {
    Column sorted = array_sort(values);
    Column n = size(values);
    Column low = element_at(sorted, n.plus(1).divide(2).cast("int"));
    Column high = element_at(sorted, n.plus(2).divide(2).cast("int"));
    return when(n.gt(0), low.plus(high).divide(2));
  }
}
