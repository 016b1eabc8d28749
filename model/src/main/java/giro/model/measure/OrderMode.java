package giro.model.measure;

/** How the touches of a funnel attempt must follow one another. */
public enum OrderMode {
  /** In order; other touches may stand between. */
  ORDERED,
  /** In order; each step is the very next touch. Touches that are no moment are passed over. */
  ADJACENT,
  /** As ordered, and the start times rise from step to step. */
  STRICT_INCREASE,
  /** Any step's touch opens; as many distinct steps as the window holds, in any order. */
  ANY_ORDER,
  /**
   * Greedy: the first touch that matches the next step fills it; repeats of filled steps are passed
   * over, the attempt's first step excepted; any other touch ends the attempt.
   */
  STRICT_ORDER,
  /**
   * Greedy: the first touch that matches the next step fills it; one that matches a filled step
   * ends the attempt; any other is passed over.
   */
  STRICT_DEDUP
}
