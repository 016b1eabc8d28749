package giro.publish;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;

/**
 * Hides more cells until no sum gives a hidden one away: where a sum is known, at least two of its
 * parts are hidden or none, and at least k persons are behind those that are; and a hidden sum has
 * a hidden part. The cell of the fewest persons is hidden first; cells of nobody never are, since
 * their zeros would protect nothing.
 */
final class HideComplements {
  private final IntToLongFunction persons;
  private final boolean[] hidden;
  private final boolean[] isTold;
  private final int k;

  private HideComplements(List<Sum> sums, IntToLongFunction persons, boolean[] hidden, int k) {
    this.isTold = new boolean[hidden.length];
    for (Sum sum : sums) {
      int[] some = Arrays.stream(sum.parts()).filter(p -> persons.applyAsLong(p) > 0).toArray();
      if (!sum.isWithinTable() && some.length == 1) {
        isTold[some[0]] = true;
      }
    }
    this.persons = persons;
    this.hidden = hidden;
    this.k = k;
  }

  /**
   * @param persons by cell
   * @param hidden by cell; complements are added to it
   */
  static void close(List<Sum> sums, IntToLongFunction persons, boolean[] hidden, int k) {
    HideComplements cells = new HideComplements(sums, persons, hidden, k);
    boolean isStable = false;
    while (!isStable) {
      isStable = true;
      for (Sum sum : sums) {
        while (cells.hidesOneMore(sum)) {
          isStable = false;
        }
      }
    }
  }

  /** A cell that is a figure of another table by itself would hide little. */
  private boolean comesBefore(int cell, int other) {
    if (isTold[cell] != isTold[other]) {
      return !isTold[cell];
    }
    return persons.applyAsLong(cell) < persons.applyAsLong(other);
  }

  private boolean hidesOneMore(Sum sum) {
    int count = 0;
    long behind = 0;
    int smallest = -1;
    for (int part : sum.parts()) {
      long people = persons.applyAsLong(part);
      if (hidden[part]) {
        count++;
        behind += people;
      } else if (people > 0 && (smallest < 0 || comesBefore(part, smallest))) {
        smallest = part;
      }
    }
    boolean hasTotal = sum.total() != Sum.ELSEWHERE;
    boolean isTotalHidden = hasTotal && hidden[sum.total()];
    boolean isSafe = isTotalHidden ? count > 0 : count == 0 || (count > 1 && behind >= k);
    if (isSafe) {
      return false;
    }
    int next = smallest >= 0 ? smallest : hasTotal && !isTotalHidden ? sum.total() : -1;
    if (next >= 0) {
      hidden[next] = true;
    }
    return next >= 0;
  }
}
