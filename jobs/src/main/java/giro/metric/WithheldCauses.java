package giro.metric;

import giro.metric.RestatementTally.Sums;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which causes of a cell's changes may not be shown: those of fewer than k persons, and as many
 * more as it takes that what is hidden cannot be told from what is shown. A cause is hidden in all
 * states of the cell, since their changes sum to that of all.
 */
final class WithheldCauses {
  private final Map<RestatementCause, Long> persons = new TreeMap<>();
  private final Set<RestatementCause> hidden = EnumSet.noneOf(RestatementCause.class);
  private final long ofCell;
  private final int k;

  /**
   * @param sums a cell
   * @param k fewer persons are withheld
   */
  WithheldCauses(Sums sums, int k) {
    this.k = k;
    sums.changes.values().stream()
        .flatMap(causes -> causes.entrySet().stream())
        .filter(cause -> cause.getValue()[0] != 0)
        .forEach(cause -> persons.merge(cause.getKey(), cause.getValue()[1], Math::min));
    ofCell = smallest(sums.formerPersons, sums.persons);
    persons.forEach((cause, count) -> hideIf(Math.min(count, ofCell) < k, cause));
    while (sums.changes.values().stream().anyMatch(this::hidesOneMore)) {
      // what is hidden in one state may need more hidden in another
    }
  }

  /** Nobody is not a small number of persons. */
  private static long smallest(long former, long now) {
    if (former == 0 || now == 0) {
      return Math.max(former, now);
    }
    return Math.min(former, now);
  }

  private void hideIf(boolean condition, RestatementCause cause) {
    if (condition) {
      hidden.add(cause);
    }
  }

  /** Of one state's causes: the sum of what is hidden is known to whoever knows the rest. */
  private boolean hidesOneMore(Map<RestatementCause, long[]> causes) {
    List<RestatementCause> shown = new ArrayList<>();
    int count = 0;
    long behind = 0;
    for (Map.Entry<RestatementCause, long[]> cause : causes.entrySet()) {
      if (cause.getValue()[0] == 0) {
        continue;
      }
      if (hidden.contains(cause.getKey())) {
        count++;
        behind += persons.get(cause.getKey());
      } else {
        shown.add(cause.getKey());
      }
    }
    if (count == 0 || shown.isEmpty() || (count > 1 && behind >= k)) {
      return false;
    }
    hidden.add(shown.stream().min(Comparator.comparing(persons::get)).orElseThrow());
    return true;
  }

  boolean isHidden(RestatementCause cause) {
    return hidden.contains(cause);
  }

  /** The fewest persons behind the cause in any state, or behind the cell. */
  long persons(RestatementCause cause) {
    return Math.min(persons.get(cause), ofCell);
  }
}
