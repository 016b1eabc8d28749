package giro.publish;

import java.util.List;

/**
 * Which shown cells are rounded: those in a sum with a hidden cell, those that count somebody of a
 * hidden cell further down, and those bound to one that is. Exact figures then tell of hidden cells
 * no more than the sum of all of them in a table's top cell, which stays exact unless a hidden cell
 * is right below it.
 */
final class NearWithheld {
  private NearWithheld() {}

  static boolean[] of(CountCells cells, boolean[] hidden) {
    boolean[] rounded = new boolean[hidden.length];
    boolean[] holds = hidden.clone();
    for (Sum sum : cells.sums()) {
      if (sum.isWithinTable() && hasAny(sum, hidden)) {
        for (int part : sum.parts()) {
          rounded[part] = true;
        }
        if (sum.total() != Sum.ELSEWHERE) {
          rounded[sum.total()] = true;
        }
      }
    }
    spread(cells.sums(), holds);
    for (int cell = 0; cell < hidden.length; cell++) {
      rounded[cell] |= hidden[cell] || (holds[cell] && !cells.isTop(cell));
    }
    cells.bound().values().forEach(bound -> roundWhole(cells, bound, rounded));
    for (int cell = 0; cell < hidden.length; cell++) {
      rounded[cell] &= !hidden[cell] && cells.persons(cell) > 0;
    }
    return rounded;
  }

  /** One exact row among bound ones would give another away, with its sums elsewhere. */
  private static void roundWhole(CountCells cells, List<Integer> bound, boolean[] rounded) {
    boolean isLoose = cells.isTop(bound.get(0)) && !cells.isBoundAtTop();
    if (!isLoose && bound.stream().anyMatch(cell -> rounded[cell])) {
      bound.forEach(cell -> rounded[cell] = true);
    }
  }

  private static boolean hasAny(Sum sum, boolean[] hidden) {
    if (sum.total() != Sum.ELSEWHERE && hidden[sum.total()]) {
      return true;
    }
    return hasPart(sum, hidden);
  }

  private static boolean hasPart(Sum sum, boolean[] marked) {
    for (int part : sum.parts()) {
      if (marked[part]) {
        return true;
      }
    }
    return false;
  }

  /** From parts to what they are summed in, as far as it goes. */
  private static void spread(List<Sum> sums, boolean[] holds) {
    boolean isStable = false;
    while (!isStable) {
      isStable = true;
      for (Sum sum : sums) {
        if (sum.total() != Sum.ELSEWHERE && !holds[sum.total()] && hasPart(sum, holds)) {
          holds[sum.total()] = true;
          isStable = false;
        }
      }
    }
  }
}
