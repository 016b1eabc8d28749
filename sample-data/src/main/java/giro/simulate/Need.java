package giro.simulate;

/** A wish for a car, or for the use of one, and what has become known of it on the way. */
final class Need {
  /** When it arises, and where the person now is with it. */
  long at;

  int model;
  int otherModel;
  int condition;
  int contract;

  /** The person drives one of our cars already. */
  boolean isOwner;

  /** Another customer's words were read on the way. */
  boolean hasRead;
}
