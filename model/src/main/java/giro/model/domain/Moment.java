package giro.model.domain;

/**
 * The kind of a touch on the customer's way around the circle.
 *
 * <p>The first five are moments and stand in the order of the circle. {@link #NONE} is declared (an
 * act of the brand, an outcome, a machine signal); {@link #UNCLASSIFIED} is what no rule matched.
 */
public enum Moment {
  /** Brand-initiated contact or a need; before every moment, never a backward move. */
  STIMULUS,
  /** Zero Moment of Truth: people research by themselves. */
  ZMOT,
  /** First Moment of Truth: a person meets a specific car, price, dealer or offer. */
  FMOT,
  /** Second Moment of Truth: ownership, use and support. */
  SMOT,
  /** Ultimate Moment of Truth: a customer publishes content about the experience. */
  UMOT,
  /** Declared to be no moment; kept and counted. */
  NONE,
  /** Matched by no rule; kept, counted and shown in coverage. */
  UNCLASSIFIED;

  /** True for STIMULUS, ZMOT, FMOT, SMOT and UMOT. */
  public boolean isMoment() {
    return ordinal() <= UMOT.ordinal();
  }

  /** True where a move from this moment to {@code next} goes forward on the circle. */
  public boolean isBefore(Moment next) {
    return ordinal() < next.ordinal();
  }
}
