package giro.metric;

/** What became of a lap that entered a pair, as seen at the end of as_of. */
enum PairState {
  CONVERTED,
  LOST,
  OPEN,
  DROPPED;

  /**
   * Decides the state of a lap from the instants of its pair (microseconds since 1970 UTC).
   *
   * @param from instant of the from touch; {@code to} and {@code lost} are null where there is none
   *     and may be earlier where times are uncertain
   * @param window how long a conversion may take, and {@code lateness} how much longer to wait
   */
  static PairState ofPair(long from, Long to, Long lost, long window, long lateness, long now) {
    Long converts = to == null ? null : Long.valueOf(Math.max(to, from));
    Long loses = lost == null ? null : Long.valueOf(Math.max(lost, from));
    return of(converts, loses, from + window, from + window + lateness, now);
  }

  /**
   * Decides the state from instants (microseconds since 1970 UTC).
   *
   * @param to when the lap converted; null if it never did. A to touch that may have come before
   *     the from touch counts as no time at all
   * @param lost when it was lost; null if it was not
   * @param deadline end of the window, which still counts
   * @param decided the instant from which no late touch is waited for any more
   * @param now end of as_of, exclusive
   */
  static PairState of(Long to, Long lost, long deadline, long decided, long now) {
    boolean converts = to != null && to <= deadline;
    boolean isLost = lost != null && lost <= deadline;
    if (converts && (!isLost || to <= lost)) {
      return CONVERTED;
    }
    if (isLost) {
      return LOST;
    }
    return now >= decided ? DROPPED : OPEN;
  }
}
