package giro.metric.content;

import giro.model.measure.Interval;
import giro.model.measure.Quantile;
import giro.model.measure.RateRatio;
import giro.model.table.UmotInfluence;
import java.util.List;
import org.apache.spark.sql.Row;

/** A row of {@code umot_influence} from the sums of its cell. */
final class InfluenceRow {
  private final Object[] values;

  /**
   * @param values the columns of the table, of which the key is there
   */
  InfluenceRow(Object[] values) {
    this.values = values;
    set("is_rounded", false);
    set("is_withheld", false);
  }

  void counts(Row cell, List<String> columns) {
    for (String name :
        List.of(
            UmotInfluence.CONTENTS,
            UmotInfluence.CONTENTS_WITHOUT_READERS,
            UmotInfluence.READERS,
            UmotInfluence.EXPOSURE,
            UmotInfluence.LEADS,
            UmotInfluence.ACQUISITIONS,
            UmotInfluence.SECOND_ORDER_READERS,
            UmotInfluence.COMPARED_LAPS,
            UmotInfluence.COMPARED_WITH_LEAD)) {
      set(name, count(cell, columns, name));
    }
    set(UmotInfluence.PERSONS, count(cell, columns, UmotInfluence.READERS));
    set(UmotInfluence.REACH, cell.get(columns.indexOf(UmotInfluence.REACH)));
    set(UmotInfluence.MEDIAN_READERS, cell.get(columns.indexOf(UmotInfluence.MEDIAN_READERS)));
    set(
        UmotInfluence.SHARE_WITHOUT_READERS,
        (double) count(cell, columns, UmotInfluence.CONTENTS_WITHOUT_READERS)
            / count(cell, columns, UmotInfluence.CONTENTS));
    int hours = columns.indexOf("hours");
    if (!cell.isNullAt(hours)) {
      double[] sorted =
          cell.<Double>getList(hours).stream().mapToDouble(Double::doubleValue).toArray();
      set(UmotInfluence.MEDIAN_LAG_HOURS, Quantile.median(sorted));
    }
  }

  void lift(Row cell, List<String> columns) {
    long laps = count(cell, columns, UmotInfluence.COMPARED_LAPS);
    if (laps == 0) {
      return;
    }
    long withLead = count(cell, columns, UmotInfluence.COMPARED_WITH_LEAD);
    double base = cell.getDouble(columns.indexOf("expected")) / laps;
    double error = Math.sqrt(cell.getDouble(columns.indexOf("expected_variance"))) / laps;
    double rate = (double) withLead / laps;
    set(UmotInfluence.LEAD_RATE, rate);
    set(UmotInfluence.PLACEBO, base);
    Interval ratio = RateRatio.interval(withLead, laps, base, error);
    if (ratio != null) {
      set(UmotInfluence.LIFT, rate / base - 1);
      set(UmotInfluence.LIFT_LOW, ratio.low() - 1);
      set(UmotInfluence.LIFT_HIGH, ratio.high() - 1);
    }
  }

  private void set(String column, Object value) {
    values[UmotInfluence.CONTRACT.columnNames().indexOf(column)] = value;
  }

  private static long count(Row cell, List<String> columns, String name) {
    int place = columns.indexOf(name);
    return cell.isNullAt(place) ? 0 : cell.getLong(place);
  }
}
