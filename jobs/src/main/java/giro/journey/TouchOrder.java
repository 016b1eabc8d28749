package giro.journey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The order of a person's touches: UTC day, date-only last, start, role, source, event id (by code
 * point); a date-only acquisition stands before the day's first timed delivery, ownership,
 * cancellation or disposal touch, since a contract comes before what follows from it.
 */
final class TouchOrder {
  private static final long DAY = 86_400_000_000L;

  private static final Comparator<JourneyTouch> BASE =
      Comparator.<JourneyTouch>comparingLong(t -> day(t))
          .thenComparing(t -> t.isDateOnly)
          .thenComparingLong(t -> t.start)
          .thenComparingInt(JourneyTouch::role)
          .thenComparing(t -> t.source, TouchOrder::byCodePoint)
          .thenComparing(t -> t.eventId, TouchOrder::byCodePoint);

  private TouchOrder() {}

  /** Sorts in place; total and stable. */
  static void sort(List<JourneyTouch> touches) {
    touches.sort(BASE);
    for (int i = 0; i < touches.size(); i++) {
      if (touches.get(i).isDateOnly && touches.get(i).role() == 1) {
        putContractsFirst(touches);
        return;
      }
    }
  }

  private static void putContractsFirst(List<JourneyTouch> touches) {
    List<JourneyTouch> ordered = new ArrayList<>(touches.size());
    int from = 0;
    while (from < touches.size()) {
      int to = from;
      long day = day(touches.get(from));
      while (to < touches.size() && day(touches.get(to)) == day) {
        to++;
      }
      appendDay(touches.subList(from, to), ordered);
      from = to;
    }
    for (int i = 0; i < ordered.size(); i++) {
      touches.set(i, ordered.get(i));
    }
  }

  private static void appendDay(List<JourneyTouch> day, List<JourneyTouch> ordered) {
    int first = 0;
    while (first < day.size() && !(day.get(first).role() >= 2 && !day.get(first).isDateOnly)) {
      first++;
    }
    if (first == day.size()) {
      ordered.addAll(day);
      return;
    }
    ordered.addAll(day.subList(0, first));
    List<JourneyTouch> rest = day.subList(first, day.size());
    rest.stream().filter(TouchOrder::isDateOnlyContract).forEach(ordered::add);
    rest.stream().filter(t -> !isDateOnlyContract(t)).forEach(ordered::add);
  }

  private static boolean isDateOnlyContract(JourneyTouch touch) {
    return touch.isDateOnly && touch.role() == 1;
  }

  private static long day(JourneyTouch touch) {
    return Math.floorDiv(touch.start, DAY);
  }

  /** Code point order, as UTF-8 bytes sort; {@code String.compareTo} differs above U+FFFF. */
  static int byCodePoint(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        boolean bothHigh = Character.isSurrogate(x) == Character.isSurrogate(y);
        if (bothHigh) {
          return Character.compare(x, y);
        }
        return Character.isSurrogate(x) ? 1 : -1;
      }
    }
    return Integer.compare(a.length(), b.length());
  }
}
