package giro.metric;

/** What became of a lap that entered a pair, as seen at the end of as_of. */
enum PairState {
  CONVERTED,
  LOST,
  OPEN,
  DROPPED;

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
