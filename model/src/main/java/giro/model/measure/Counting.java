package giro.model.measure;

/** Which attempts of a unit (a person or a lap) a funnel counts. */
public enum Counting {
  /** The deepest attempt, then the earliest: at most one. */
  UNIQUE,
  /**
   * One after the other: a new attempt only after the last converted, expired, was ended or was
   * excluded; for each held value on its own.
   */
  TOTALS
}
