package giro.metric;

import java.util.ArrayList;
import java.util.List;

/**
 * The cells a row counts in: its own values, and {@code (all)} in place of each and of every
 * combination, because persons and medians do not add up.
 */
final class Combinations {
  static final String ALL = "(all)";

  private Combinations() {}

  /** Two to the number of values; the row's own cell first. */
  static List<List<String>> of(List<String> values) {
    int n = values.size();
    List<List<String>> cells = new ArrayList<>(1 << n);
    for (int mask = 0; mask < 1 << n; mask++) {
      List<String> cell = new ArrayList<>(n);
      for (int i = 0; i < n; i++) {
        cell.add((mask >> i & 1) == 1 ? ALL : values.get(i));
      }
      cells.add(cell);
    }
    return cells;
  }
}
