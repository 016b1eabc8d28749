package giro.metric;

import giro.model.measure.Attempt;

/** How an attempt at a funnel stands. */
public enum AttemptFate {
  DONE,
  OPEN,
  DROPPED,
  EXCLUDED;

  /**
   * @param stop the last required step it reached
   * @param now end of as_of, exclusive, in microseconds since 1970 UTC
   * @param lateness how long a window stays open for late data, in microseconds
   */
  public static AttemptFate of(
      FunnelPlan plan, Attempt attempt, int stop, long now, long lateness) {
    if (stop == plan.lastRequired()) {
      return DONE;
    }
    if (attempt.isExcluded()) {
      return EXCLUDED;
    }
    return now < attempt.deadlineMicros() + lateness ? OPEN : DROPPED;
  }
}
