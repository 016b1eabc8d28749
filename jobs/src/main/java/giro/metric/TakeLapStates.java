package giro.metric;

import static org.apache.spark.sql.functions.*;

import giro.model.domain.ConversionPair;
import giro.model.table.LapStates;
import giro.model.table.Laps;
import java.io.Serializable;
import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * What each lap counts in as of a night: one row a lap with {@code person_id}, {@code lap}, {@code
 * touches} and the parts of {@link LapStates}. States are those of the published tables.
 */
public final class TakeLapStates implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final StructType SCHEMA =
      StructType.fromDDL(
          String.join(
              ",",
              LapStates.CONTRACT.columns().stream()
                  .filter(c -> columns().contains(c.name()))
                  .map(c -> c.name() + " " + c.type())
                  .toList()));

  private final WindowSettings windows;
  private final long now;

  /**
   * @param asOfEnd end of as_of, exclusive, in microseconds since 1970 UTC
   */
  public TakeLapStates(WindowSettings windows, long asOfEnd) {
    this.windows = windows;
    this.now = asOfEnd;
  }

  private static List<String> columns() {
    return List.of(LapStates.PERSON_ID, LapStates.LAP, LapStates.TOUCHES, LapStates.PARTS);
  }

  public Dataset<Row> of(Dataset<Row> laps) {
    MapFunction<Row, Row> states = this::states;
    return laps.select(narrow()).map(states, Encoders.row(SCHEMA));
  }

  /** 0 person, 1 lap, 2 touches, 3 to 7 of the lap itself, 8 its pairs. */
  private Column[] narrow() {
    Column opened = xxhash64(col(Laps.OPENED_AT));
    Column dropoff =
        xxhash64(
            col(Laps.OPENED_AT),
            col(Laps.IS_LOST_FIRST),
            col(Laps.ACQUISITION_AT),
            col(Laps.INACTIVE_AT));
    Column state = when(ComputeMomentDropoff.isCounted(), ComputeMomentDropoff.state(windows, now));
    return new Column[] {
      col(Laps.PERSON_ID),
      col(Laps.LAP),
      col(Laps.TOUCHES),
      Gold.month(col(Laps.OPENED_AT)),
      opened,
      struct(state, dropoff),
      when(col(Laps.ACQUISITION_AT).isNotNull(), xxhash64(col(Laps.ACQUISITION_AT))),
      col(Laps.IS_RETURN),
      transform(col(Laps.PAIRS), TakeLapStates::pair)
    };
  }

  /** 0 key, 1 from, 2 to, 3 lost, 4 market, 5 is used, 6 basis, 7 cohort. */
  private static Column pair(Column pair) {
    return struct(
        pair.getField("pair"),
        unix_micros(pair.getField("from_at")),
        unix_micros(pair.getField("to_at")),
        unix_micros(pair.getField("lost_at")),
        pair.getField("market"),
        coalesce(pair.getField("vehicle_type").equalTo("used"), lit(false)),
        xxhash64(
            pair.getField("from_at"),
            pair.getField("to_at"),
            pair.getField("lost_at"),
            pair.getField("market"),
            pair.getField("vehicle_type")),
        Gold.month(pair.getField("from_at")));
  }

  private Row states(Row lap) {
    Date cohort = lap.getDate(3);
    long opened = lap.getLong(4);
    List<Row> parts = new ArrayList<>();
    parts.add(part(CountedPart.LAP, cohort, CountedPart.COUNTED, opened));
    Row dropoff = lap.getStruct(5);
    if (!dropoff.isNullAt(0)) {
      parts.add(part(CountedPart.DROPOFF, cohort, dropoff.getString(0), dropoff.getLong(1)));
    }
    if (!lap.isNullAt(6)) {
      parts.add(part(CountedPart.ACQUISITION, cohort, CountedPart.COUNTED, lap.getLong(6)));
    }
    if (lap.getBoolean(7)) {
      parts.add(part(CountedPart.RETURN_LAP, cohort, CountedPart.COUNTED, opened));
    }
    lap.<Row>getList(8).forEach(pair -> parts.add(pairPart(pair)));
    return RowFactory.create(lap.get(0), lap.get(1), lap.get(2), parts.toArray());
  }

  private Row pairPart(Row row) {
    ConversionPair pair = ConversionPair.ofKey(row.getString(0)).orElseThrow();
    PairState state =
        PairState.ofPair(
            row.getLong(1),
            (Long) row.get(2),
            (Long) row.get(3),
            windows.micros(pair, row.getString(4), row.getBoolean(5)),
            windows.latenessMicros(),
            now);
    return part(
        pair.from() + "-" + pair.to(),
        row.getDate(7),
        state.name().toLowerCase(Locale.ROOT),
        row.getLong(6));
  }

  private static Row part(String part, Date cohort, String state, long basis) {
    return RowFactory.create(part, cohort, state, basis);
  }
}
