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
  /** The brand does something about what it was told, beyond answering. */
  ACTION,
  /** The brand reaches out; the person did not ask just then. */
  BRAND_INITIATED,
  /** The person answers the brand's questions about another contact. */
  SURVEY,
  /** A contact about the car one has: the workshop, a complaint, help on the road. */
  SERVICE,
  /** The brand's people or systems dealt with the person: what a survey may be about. */
  SERVED,
  /** What the department behind the touch counts as its own success. */
  OWN_RESULT,
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
