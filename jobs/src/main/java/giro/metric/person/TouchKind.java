package giro.metric.person;

import java.util.Locale;

/**
 * What metrics ask of a touch beside its columns. Each is a condition of the configuration, {@code
 * giro.metrics.touches}; a touch may be of several kinds or of none.
 */
public enum TouchKind {
  /** A person asks to be contacted. */
  LEAD,
  /** The dealer or the brand reached the person who asked. */
  CONTACTED,
  /** A visit was agreed. */
  APPOINTMENT,
  /** The person drove the car. */
  TEST_DRIVE,
  /** A price for a car was named. */
  OFFER,
  /** The person said no, or bought elsewhere. */
  LOST,
  /** Names somebody else's content and passes it on or adds to it: who does is not its author. */
  PASSES_ON,
  /** A person's public rating of a model or dealer, or its later version. */
  REVIEW,
  /** A later version of a review that keeps its content. */
  REVIEW_EDIT,
  /** The brand or the dealer asked for the review. */
  REVIEW_INVITED,
  /** The platform knows that the reviewer was a customer. */
  REVIEW_VERIFIED,
  /** Said in public, where others can see it. */
  PUBLIC_VOICE,
  /** Said with bad feelings, or rated badly. */
  NEGATIVE;

  /** The key in the configuration: lower case with hyphens. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  long bit() {
    return 1L << ordinal();
  }
}
