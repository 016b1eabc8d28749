package giro.metric;

import static org.apache.spark.sql.functions.*;

import giro.model.table.CircleOverview;
import giro.model.table.CircleTransitions;
import giro.model.table.JourneyTouches;
import giro.model.table.Laps;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * {@code circle_transitions} and {@code circle_overview}: moves between neighbouring moment touches
 * of a lap, every one of them and once per lap, with arrivals from START and ends at EXIT or OPEN.
 */
public final class ComputeCircleTransitions implements Serializable {
  private static final long serialVersionUID = 1L;

  private final long now;

  /**
   * @param asOfEnd end of as_of, exclusive, in microseconds since 1970 UTC
   */
  public ComputeCircleTransitions(long asOfEnd) {
    this.now = asOfEnd;
  }

  /** Rows of {@code circle_transitions} among {@link #cells}. */
  public static Dataset<Row> table(Dataset<Row> cells) {
    return cells.filter(col(CircleTransitions.COHORT_MONTH).isNotNull());
  }

  /** Rows of {@code circle_overview} among {@link #cells}. */
  public static Dataset<Row> overview(Dataset<Row> cells) {
    return Gold.as(
        CircleOverview.CONTRACT, cells.filter(col(CircleTransitions.COHORT_MONTH).isNull()));
  }

  /**
   * Columns of {@code circle_transitions}; cohort_month null stands for everything.
   *
   * @param journeyTouches as stored: whole persons in each file
   */
  public Dataset<Row> cells(Dataset<Row> journeyTouches, Dataset<Row> laps) {
    return Gold.as(
        CircleTransitions.CONTRACT, Gold.withMarks(moves(journeyTouches).unionByName(ends(laps))));
  }

  /** Moves that were made; the ends of laps apart. */
  Dataset<Row> moves(Dataset<Row> journeyTouches) {
    Dataset<Row> columns =
        journeyTouches.select(
            xxhash64(col(JourneyTouches.PERSON_ID)),
            col(JourneyTouches.LAP),
            MoveCode.column(),
            round(col(JourneyTouches.MOVE_HOURS).multiply(3.6e9)).cast("bigint"),
            unix_date(Gold.month(col(JourneyTouches.LAP_OPENED_AT))),
            col(JourneyTouches.LAP_MARKET),
            col(JourneyTouches.LAP_MODEL));
    Dataset<Row> partial = PersonScan.fold(columns, TransitionFold::new, TransitionFold.PARTIAL);
    return Gold.fold(
            partial,
            List.of("cohort", "code", "counting"),
            this::merged,
            unmarked(CircleTransitions.CONTRACT.schema()))
        .withColumn(
            CircleTransitions.COHORT_MONTH, col(CircleTransitions.COHORT_MONTH).cast("date"));
  }

  private static org.apache.spark.sql.types.StructType unmarked(
      org.apache.spark.sql.types.StructType schema) {
    var fields = java.util.Arrays.copyOf(schema.fields(), schema.size() - 2);
    return new org.apache.spark.sql.types.StructType(fields);
  }

  private Iterator<Row> merged(Iterator<Row> group) {
    Map<List<String>, MergedTally> cells = new LinkedHashMap<>();
    int month = 0;
    int code = 0;
    String counting = null;
    while (group.hasNext()) {
      Row row = group.next();
      month = row.getInt(0);
      code = row.getInt(1);
      counting = row.getString(2);
      List<String> own = List.of(row.getString(3), row.getString(4));
      cells.computeIfAbsent(own, c -> new MergedTally()).add(row.getLong(5), row.getLong(6));
      byte[] micros = (byte[]) row.get(7);
      if (micros.length > 0) {
        Combinations.of(own)
            .forEach(cell -> cells.computeIfAbsent(cell, c -> new MergedTally()).addMicros(micros));
      }
    }
    List<Row> rows = new ArrayList<>(cells.size());
    for (Map.Entry<List<String>, MergedTally> cell : cells.entrySet()) {
      MergedTally tally = cell.getValue();
      rows.add(
          RowFactory.create(
              Gold.dateOf(month),
              cell.getKey().get(0),
              cell.getKey().get(1),
              counting,
              MoveCode.from(code),
              MoveCode.to(code),
              MoveCode.kind(code),
              MoveCode.isAfterAcquisition(code),
              tally.count(),
              tally.persons(),
              tally.medianHours()));
    }
    return rows.iterator();
  }

  /** One end a lap: EXIT once it is over at the end of as_of, else OPEN. */
  private Dataset<Row> ends(Dataset<Row> laps) {
    Column isOver =
        col(Laps.DISPOSAL_AT)
            .isNotNull()
            .or(coalesce(unix_micros(col(Laps.INACTIVE_AT)).lt(now), lit(false)));
    Dataset<Row> ended =
        laps.filter(col(Laps.LAST_MOMENT).isNotNull())
            .select(
                col(Laps.PERSON_ID),
                Gold.month(col(Laps.OPENED_AT)).as(CircleTransitions.COHORT_MONTH),
                col(Laps.MARKET).as(CircleTransitions.MARKET),
                col(Laps.MODEL).as(CircleTransitions.MODEL),
                explode(array(lit("touch"), lit("lap"))).as(CircleTransitions.COUNTING),
                col(Laps.LAST_MOMENT).as(CircleTransitions.FROM_MOMENT),
                when(isOver, "EXIT").otherwise("OPEN").as(CircleTransitions.TO_MOMENT),
                when(isOver, "exit").otherwise("open").as(CircleTransitions.KIND),
                col(Laps.BECAME_OWNER_AT).isNotNull().as(CircleTransitions.AFTER_ACQUISITION));
    Column[] cell = {
      col(CircleTransitions.COHORT_MONTH),
      col(CircleTransitions.MARKET),
      col(CircleTransitions.MODEL),
      col(CircleTransitions.COUNTING),
      col(CircleTransitions.FROM_MOMENT),
      col(CircleTransitions.TO_MOMENT),
      col(CircleTransitions.KIND),
      col(CircleTransitions.AFTER_ACQUISITION)
    };
    Column[] perPerson = java.util.Arrays.copyOf(cell, cell.length + 1);
    perPerson[cell.length] = col(Laps.PERSON_ID);
    return Gold.withAllCells(ended, CircleTransitions.MARKET, CircleTransitions.MODEL)
        .unionByName(
            Gold.overEverything(
                ended,
                CircleTransitions.COHORT_MONTH,
                CircleTransitions.MARKET,
                CircleTransitions.MODEL))
        .groupBy(perPerson)
        .agg(count(lit(1)).as(CircleTransitions.MOVES))
        .groupBy(cell)
        .agg(
            sum(CircleTransitions.MOVES).as(CircleTransitions.MOVES),
            count(lit(1)).as(CircleTransitions.PERSONS))
        .withColumn(CircleTransitions.MEDIAN_HOURS, lit(null).cast("double"));
  }
}
