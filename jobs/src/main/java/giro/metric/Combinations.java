package giro.metric;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The cells a row counts in: its own values, and {@code (all)} in place of each and of every
 * combination, because persons and medians do not add up.
 */
public final class Combinations {
  public static final String ALL = "(all)";

  /** Stands for all cohorts where cohorts are days since 1970. */
  static final int ALL_COHORTS = Integer.MIN_VALUE;

  private Combinations() {}

  /** The row's own cell first; a value that is {@code (all)} already makes no further cells. */
  public static List<List<String>> of(List<String> values) {
    int n = values.size();
    List<List<String>> cells = new ArrayList<>(1 << n);
    for (int mask = 0; mask < 1 << n; mask++) {
      if (repeats(values, mask)) {
        continue;
      }
      List<String> cell = new ArrayList<>(n);
      for (int i = 0; i < n; i++) {
        cell.add((mask >> i & 1) == 1 ? ALL : values.get(i));
      }
      cells.add(cell);
    }
    return cells;
  }

  /** The one cell of everybody, in all cohorts. */
  static List<String> everything(int values) {
    return Collections.nCopies(values, ALL);
  }

  private static boolean repeats(List<String> values, int mask) {
    for (int i = 0; i < values.size(); i++) {
      if ((mask >> i & 1) == 1 && ALL.equals(values.get(i))) {
        return true;
      }
    }
    return false;
  }
}
