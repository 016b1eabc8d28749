package giro.metric.person;

/** What comes after what, where some touches are known to the day only. */
final class Elapsed {
  private Elapsed() {}

  /** The later touch may come after the other, at most the window later, its end included. */
  static boolean isWithin(Touch from, Touch to, long windowMicros) {
    return mayFollow(from, to) && to.start - from.start <= windowMicros;
  }

  /** Ends after the other begins, or both are instants and it is not before it. */
  static boolean mayFollow(Touch from, Touch to) {
    boolean areInstants = from.end == from.start && to.end == to.start;
    return to.end > from.start || (areInstants && to.start == from.start);
  }

  /** Start to start, never below 0. */
  static double hours(Touch from, Touch to) {
    return Math.max(0, to.start - from.start) / (double) Calendar.HOUR;
  }
}
