package giro.publish;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToLongFunction;

/**
 * Decides which cells of one table are withheld, which are rounded, and what has to be remembered.
 * Plain Java over the table's rows: gold tables are small, and every row depends on others.
 */
final class WithholdCells {
  private final CountTable table;
  private final int k;
  private final Complements complements;

  /** Adds to the hidden cells those that would give them away. */
  interface Complements {
    void close(List<Sum> sums, IntToLongFunction persons, boolean[] hidden, int k);
  }

  /**
   * @param k fewer persons are withheld
   */
  WithholdCells(CountTable table, int k) {
    this(table, k, HideComplements::close);
  }

  WithholdCells(CountTable table, int k, Complements complements) {
    this.table = table;
    this.k = k;
    this.complements = complements;
  }

  /**
   * Marks, rounds and empties the rows.
   *
   * @param remembered cells withheld on earlier nights, with the persons behind them then
   * @return what changes in that memory: by cell the persons behind it, null where it is shown
   *     again
   */
  Map<String, Long> apply(List<CountRow> rows, Map<String, Long> remembered) {
    CountCells cells = new CountCells(table, rows);
    boolean[] isOwn = new boolean[cells.size()];
    for (int cell = 0; cell < isOwn.length; cell++) {
      isOwn[cell] = isSmall(cells.persons(cell)) || isHeld(cells, cell, remembered);
    }
    boolean[] hidden = isOwn.clone();
    complements.close(cells.sums(), cells::persons, hidden, k);
    boolean[] rounded = NearWithheld.of(cells, hidden);
    for (int cell = 0; cell < hidden.length; cell++) {
      for (CountRow row : cells.rows(cell)) {
        if (hidden[cell]) {
          row.withhold();
        } else if (rounded[cell] || table.isAlsoRounded().test(row, k)) {
          row.markRounded();
        }
      }
    }
    table.rounding().accept(rows);
    return changes(cells, hidden, remembered);
  }

  private boolean isSmall(long persons) {
    return persons > 0 && persons < k;
  }

  /** As many persons came or went as it takes to hide what the cell held when it was withheld. */
  private boolean isHeld(CountCells cells, int cell, Map<String, Long> remembered) {
    Long then = remembered.get(cells.name(cell));
    return then != null && Math.abs(cells.persons(cell) - then) < k;
  }

  private Map<String, Long> changes(
      CountCells cells, boolean[] hidden, Map<String, Long> remembered) {
    Map<String, Long> changes = new TreeMap<>();
    for (int cell = 0; cell < hidden.length; cell++) {
      String name = cells.name(cell);
      long persons = cells.persons(cell);
      Long then = remembered.get(name);
      if (!hidden[cell]) {
        if (then != null) {
          changes.put(name, null);
        }
      } else if (then == null
          || (isSmall(persons) && then != persons)
          || Math.abs(persons - then) >= k) {
        changes.put(name, persons);
      }
    }
    return changes;
  }
}
