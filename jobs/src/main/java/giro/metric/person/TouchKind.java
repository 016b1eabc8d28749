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
  /** Took place on a screen rather than face to face or by voice. */
  DIGITAL,
  /** Stage Attract of the line; the linear funnel's own step goes before this condition. */
  ATTRACT,
  /** Stage Convert of the line; the linear funnel's own step goes before this condition. */
  CONVERT,
  /** A person reads what another customer published. */
  READS_CUSTOMERS,
  /** Belongs to the signing of an acquisition itself, which no contact is to be thanked for. */
  PAPERWORK,
  /** A person asks, complains or judges, and an answer is due. */
  QUESTION,
  /** The brand answers: in reply to content, on a case, or by a call of its own. */
  ANSWER,
  /** A question that was answered as it was asked, as on a call or in a chat. */
  ANSWERED_AT_ONCE,
  /** A machine answered, not a person. */
  BY_BOT,
  /** The brand reaches out; the person did not ask just then. */
  BRAND_INITIATED,
  /** The person answers the brand's questions about another contact. */
  SURVEY,
  /** A contact about the car one has: the workshop, a complaint, help on the road. */
  SERVICE,
  /** The brand's people or systems dealt with the person: what a survey may be about. */
  SERVED,
  /** What the department behind the touch counts as its own success. */
  OWN_RESULT;

  /** The key in the configuration: lower case with hyphens. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  long bit() {
    return 1L << ordinal();
  }
}
