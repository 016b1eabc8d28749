package giro.simulate;

/** One pass around the circle, while it is being told. Positions are in the person's order. */
final class TrueLap {
  static final int NEVER = -1;

  final int number;
  final long openedAt;

  /** Where the lap became an ownership lap. */
  int ownershipFrom = NEVER;

  /** The acquisition, delivery and disposal of the lap's own car. */
  int acquisition = NEVER;

  int delivery = NEVER;
  int disposal = NEVER;

  boolean isAccess;

  /** The last touch that counts for inactivity, before one the first touch, and its condition. */
  long activeAt;

  int activeCondition;

  /** The latest known condition of the car in the lap. */
  int condition;

  TrueLap(int number, long openedAt) {
    this.number = number;
    this.openedAt = openedAt;
  }

  boolean isOwnership() {
    return ownershipFrom != NEVER;
  }
}
