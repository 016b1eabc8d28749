package giro.metric;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Tallies the moves of one task, by touch and once per lap, in every cell of cohort, market and
 * model. Rows: person, lap, move code (null for none), elapsed microseconds (null for none), cohort
 * (days since 1970), market, model of the lap.
 */
final class TransitionFold implements PersonScan.Fold<Row> {
  static final StructType PARTIAL =
      (StructType)
          DataType.fromDDL(
              "cohort int, code int, counting string, market string, model string,"
                  + " moves bigint, persons bigint, micros binary");

  /** The cell of all cohorts, markets and models, after the four of the lap's own cohort. */
  private static final int EVERYTHING = 4;

  private record Cohort(int month, String market, String model) {}

  /** The tallies of one cell of cohort, market and model. */
  private static final class Cell {
    final Tally[] byTouch = new Tally[MoveCode.LIMIT];
    final Tally[] byLap = new Tally[MoveCode.LIMIT];
  }

  /**
   * A lap of the person at hand: the four cells it counts in, that of everything, and the moves
   * seen.
   */
  private static final class OpenLap {
    final Cell[] cells = new Cell[EVERYTHING + 1];
    final BitSet seen = new BitSet(MoveCode.LIMIT);
  }

  private final Map<Cohort, Cell> cells = new HashMap<>();
  private final Map<Integer, OpenLap> laps = new HashMap<>();

  @Override
  public void touch(long person, InternalRow row) {
    if (row.isNullAt(2)) {
      return;
    }
    int code = row.getInt(2);
    OpenLap lap = laps.get(row.getInt(1));
    if (lap == null) {
      lap = open(row);
      laps.put(row.getInt(1), lap);
    }
    boolean isFirstInLap = !lap.seen.get(code);
    lap.seen.set(code);
    long micros = row.isNullAt(3) ? -1L : row.getLong(3);
    for (int i = 0; i < lap.cells.length; i++) {
      long elapsed = i == 0 || i == EVERYTHING ? micros : -1L;
      add(lap.cells[i].byTouch, code, person, elapsed);
      if (isFirstInLap) {
        add(lap.cells[i].byLap, code, person, elapsed);
      }
    }
  }

  /** Times travel with the row's own cell only; {@code (all)} cells are merged from those. */
  private static void add(Tally[] tallies, int code, long person, long micros) {
    Tally tally = tallies[code];
    if (tally == null) {
      tally = new Tally();
      tallies[code] = tally;
    }
    tally.add(person);
    if (micros >= 0) {
      tally.addMicros(micros);
    }
  }

  private OpenLap open(InternalRow row) {
    OpenLap lap = new OpenLap();
    UTF8String market = row.getUTF8String(5);
    UTF8String model = row.getUTF8String(6);
    int i = 0;
    for (List<String> cell : Combinations.of(List.of(market.toString(), model.toString()))) {
      Cohort cohort = new Cohort(row.getInt(4), cell.get(0), cell.get(1));
      lap.cells[i++] = cells.computeIfAbsent(cohort, c -> new Cell());
    }
    Cohort all = new Cohort(Combinations.ALL_COHORTS, Combinations.ALL, Combinations.ALL);
    lap.cells[EVERYTHING] = cells.computeIfAbsent(all, c -> new Cell());
    return lap;
  }

  @Override
  public void endPerson() {
    laps.clear();
  }

  @Override
  public Iterator<Row> results() {
    List<Row> rows = new ArrayList<>();
    cells.forEach(
        (cohort, cell) -> {
          addRows(rows, cohort, "touch", cell.byTouch);
          addRows(rows, cohort, "lap", cell.byLap);
        });
    return rows.iterator();
  }

  private static void addRows(List<Row> rows, Cohort cohort, String counting, Tally[] tallies) {
    for (int code = 0; code < tallies.length; code++) {
      Tally tally = tallies[code];
      if (tally != null) {
        rows.add(
            RowFactory.create(
                cohort.month(),
                code,
                counting,
                cohort.market(),
                cohort.model(),
                tally.count(),
                tally.persons(),
                tally.packedMicros()));
      }
    }
  }
}
