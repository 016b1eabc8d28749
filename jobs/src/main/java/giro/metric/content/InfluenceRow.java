package giro.metric.content;

import giro.model.measure.Interval;
import giro.model.measure.Quantile;
import giro.model.measure.RateRatio;
import giro.model.table.UmotInfluence;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** A row of {@code umot_influence} from its cell. */
final class InfluenceRow {
  private static final List<String> COLUMNS = UmotInfluence.CONTRACT.columnNames();

  private final Object[] values = new Object[COLUMNS.size()];

  private InfluenceRow() {}

  static Row of(String key, InfluenceCell cell, Placebo placebo) {
    InfluenceRow row = new InfluenceRow();
    List<String> about = CellKey.values(key);
    row.set(UmotInfluence.MARKET, about.get(0));
    row.set(UmotInfluence.MODEL, about.get(1));
    row.set(UmotInfluence.DEALER, about.get(2));
    row.set(UmotInfluence.CONTENT_ID, about.get(3));
    row.set("is_rounded", false);
    row.set("is_withheld", false);
    row.counts(cell);
    row.lift(placebo.pooled(cell.compared()));
    return RowFactory.create(row.values);
  }

  private void counts(InfluenceCell cell) {
    set(UmotInfluence.CONTENTS, cell.contents());
    set(UmotInfluence.CONTENTS_WITHOUT_READERS, cell.contentsWithoutReaders());
    set(
        UmotInfluence.SHARE_WITHOUT_READERS,
        (double) cell.contentsWithoutReaders() / cell.contents());
    set(UmotInfluence.MEDIAN_READERS, Quantile.median(cell.readersOfContents()));
    set(UmotInfluence.PERSONS, cell.readers());
    set(UmotInfluence.READERS, cell.readers());
    set(UmotInfluence.EXPOSURE, cell.exposure());
    set(UmotInfluence.REACH, cell.reach());
    set(UmotInfluence.LEADS, cell.leads());
    set(UmotInfluence.ACQUISITIONS, cell.acquisitions());
    set(UmotInfluence.SECOND_ORDER_READERS, cell.secondOrderReaders());
    set(UmotInfluence.MEDIAN_LAG_HOURS, Quantile.median(cell.hours()));
  }

  /** Laps of one pool share its error; pools are apart. */
  private void lift(List<Placebo.Compared> pools) {
    long laps = 0;
    long withLead = 0;
    double expected = 0;
    double variance = 0;
    for (Placebo.Compared each : pools) {
      laps += each.laps();
      withLead += each.withLead();
      expected += each.laps() * each.pool().rate();
      variance += (double) each.laps() * each.laps() * each.pool().variance();
    }
    set(UmotInfluence.COMPARED_LAPS, laps);
    set(UmotInfluence.COMPARED_WITH_LEAD, withLead);
    if (laps == 0) {
      return;
    }
    double base = expected / laps;
    double rate = (double) withLead / laps;
    set(UmotInfluence.LEAD_RATE, rate);
    set(UmotInfluence.PLACEBO, base);
    Interval ratio = RateRatio.interval(withLead, laps, base, Math.sqrt(variance) / laps);
    if (ratio != null) {
      set(UmotInfluence.LIFT, rate / base - 1);
      set(UmotInfluence.LIFT_LOW, ratio.low() - 1);
      set(UmotInfluence.LIFT_HIGH, ratio.high() - 1);
    }
  }

  private void set(String column, Object value) {
    values[COLUMNS.indexOf(column)] = value;
  }
}
