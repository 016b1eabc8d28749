package giro.metric;

import static org.apache.spark.sql.functions.*;

import giro.model.domain.ConversionPair;
import giro.model.measure.Incidence;
import giro.model.measure.Interval;
import giro.model.table.Laps;
import giro.model.table.MomentConversion;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * {@code moment_conversion}: per cohort month and pair, the laps' states as of the night, with both
 * rates. Laps are folded in plain Java, one group a cohort and pair, since exact times, intervals
 * and {@code (all)} rows all need the laps themselves.
 */
public final class ComputeMomentConversion implements Serializable {
  private static final long serialVersionUID = 1L;

  private final WindowSettings windows;
  private final long now;

  /**
   * @param asOfEnd end of as_of, exclusive, in microseconds since 1970 UTC
   */
  public ComputeMomentConversion(WindowSettings windows, long asOfEnd) {
    this.windows = windows;
    this.now = asOfEnd;
  }

  public Dataset<Row> table(Dataset<Row> laps) {
    Dataset<Row> entries =
        entries(laps).withColumn("cohort", Gold.month(timestamp_micros(col("from"))));
    return Gold.fold(
        entries, List.of("pair", "cohort"), this::cells, MomentConversion.CONTRACT.schema());
  }

  /** One row per lap and pair entered: pair, from, to, lost (microseconds), cell values, person. */
  static Dataset<Row> entries(Dataset<Row> laps) {
    return laps.select(xxhash64(col(Laps.PERSON_ID)).as("person"), explode(col(Laps.PAIRS)).as("p"))
        .select(
            col("p.pair").as("pair"),
            unix_micros(col("p.from_at")).as("from"),
            unix_micros(col("p.to_at")).as("to"),
            unix_micros(col("p.lost_at")).as("lost"),
            col("p.market").as("market"),
            col("p.model").as("model"),
            col("p.vehicle_type").as("vehicle_type"),
            col("person"));
  }

  private Iterator<Row> cells(Iterator<Row> group) {
    Map<List<String>, ConversionCell> cells = new LinkedHashMap<>();
    ConversionPair pair = null;
    Object cohort = null;
    while (group.hasNext()) {
      Row row = group.next();
      pair = ConversionPair.ofKey(row.getString(0)).orElseThrow();
      cohort = row.get(1);
      List<String> own = List.of(row.getString(5), row.getString(6), row.getString(7));
      for (List<String> cell : Combinations.of(own)) {
        add(cells.computeIfAbsent(cell, c -> new ConversionCell(now)), row, pair, windows);
      }
    }
    List<Row> rows = new ArrayList<>(cells.size());
    for (Map.Entry<List<String>, ConversionCell> cell : cells.entrySet()) {
      rows.add(row(cohort, cell.getKey(), pair, cell.getValue()));
    }
    return rows.iterator();
  }

  /** Columns 2 from, 3 to, 4 lost, 5 market, 7 vehicle type, 8 person, as folds see entries. */
  private static void add(
      ConversionCell cell, Row row, ConversionPair pair, WindowSettings windows) {
    boolean used = "used".equals(row.getString(7));
    cell.add(
        row.getLong(8),
        row.getLong(2),
        row.isNullAt(3) ? null : row.getLong(3),
        row.isNullAt(4) ? null : row.getLong(4),
        windows.micros(pair, row.getString(5), used),
        windows.latenessMicros());
  }

  private static Row row(
      Object cohort, List<String> cell, ConversionPair pair, ConversionCell laps) {
    Interval rate = laps.rateInterval();
    Incidence incidence = laps.incidence();
    return RowFactory.create(
        cohort,
        cell.get(0),
        cell.get(1),
        cell.get(2),
        pair.from(),
        pair.to(),
        pair.group().name().toLowerCase(java.util.Locale.ROOT),
        laps.entered(),
        laps.count(PairState.CONVERTED),
        laps.count(PairState.LOST),
        laps.count(PairState.OPEN),
        laps.count(PairState.DROPPED),
        laps.matureEntered(),
        laps.matureConverted(),
        laps.conversionRate(),
        rate == null ? null : rate.low(),
        rate == null ? null : rate.high(),
        incidence.incidence(),
        laps.incidenceDays(),
        incidence.interval().low(),
        incidence.interval().high(),
        laps.windowDays(),
        laps.hours(0.5),
        laps.hours(0.9),
        laps.persons(),
        false,
        false);
  }

  /** The cell of all cohorts for one pair and market, for the headline. */
  static ConversionCell headline(Iterator<Row> group, WindowSettings windows, long now) {
    ConversionCell cell = new ConversionCell(now);
    while (group.hasNext()) {
      Row row = group.next();
      add(cell, row, ConversionPair.ofKey(row.getString(0)).orElseThrow(), windows);
    }
    return cell;
  }
}
