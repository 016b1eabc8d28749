package giro.simulate;

import java.util.Comparator;
import java.util.List;

/**
 * The order of a person's touches: UTC day, date-only last, start, role, source, event id; but a
 * date-only acquisition stands before the day's first timed delivery, ownership, cancellation or
 * disposal.
 */
final class TrueOrder {
  static final long DAY = 86_400_000L;

  private static final Comparator<Act> BY_KEY = TrueOrder::compare;

  private TrueOrder() {}

  static void sort(List<Act> acts) {
    acts.sort(BY_KEY);
    liftDateOnlyAcquisitions(acts);
  }

  private static int compare(Act a, Act b) {
    int byTime = Long.compare(a.at + tail(a), b.at + tail(b));
    if (byTime != 0) {
      return byTime;
    }
    if (a.dateOnly != b.dateOnly) {
      return a.dateOnly ? 1 : -1;
    }
    int byRole = Integer.compare(a.kind.role(), b.kind.role());
    if (byRole != 0) {
      return byRole;
    }
    int bySource = a.kind.source.compareTo(b.kind.source);
    return bySource != 0 ? bySource : Long.compareUnsigned(a.id, b.id);
  }

  /** Sends what knows only its day to the day's end. */
  private static long tail(Act act) {
    return act.dateOnly ? DAY - 1 : 0;
  }

  private static void liftDateOnlyAcquisitions(List<Act> acts) {
    for (int i = 0; i < acts.size(); i++) {
      Act act = acts.get(i);
      if (act.dateOnly && act.kind.isAcquisition()) {
        int before = firstTimedLaterRole(acts, i);
        if (before < i) {
          acts.remove(i);
          acts.add(before, act);
        }
      }
    }
  }

  /** The place of the day's first timed touch of a later role, or {@code i} if there is none. */
  private static int firstTimedLaterRole(List<Act> acts, int i) {
    long day = Math.floorDiv(acts.get(i).at, DAY);
    int place = i;
    for (int k = i - 1; k >= 0 && Math.floorDiv(acts.get(k).at, DAY) == day; k--) {
      if (!acts.get(k).dateOnly && acts.get(k).kind.role() >= 2) {
        place = k;
      }
    }
    return place;
  }
}
