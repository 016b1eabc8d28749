package giro.journey;

/**
 * One touch as the pass over a person sees it: what was known before, and what the pass decides.
 *
 * <p>Fields rather than accessors: the pass writes them millions of times a night. Times are
 * microseconds since 1970 in UTC; strings are null when unknown.
 */
final class JourneyTouch {
  // What the touch brings.
  long start;
  long uncertainty;
  boolean isDateOnly;
  String source;
  String eventId;
  String orderNumber;
  String vin;
  String model;
  String market;
  String dealerId;
  String vehicleType;
  String acquisitionKind;
  String channel;
  String department;
  String eventType;
  boolean matchesAcquisition;
  boolean matchesDelivery;
  boolean matchesOwnership;
  boolean matchesCancellation;
  boolean matchesDisposal;
  boolean matchesLost;
  long[] ruleHits;

  /** Carries the row this touch came from; the pass never looks inside. */
  Object row;

  // What the pass decides.
  final TouchOutcome outcome = new TouchOutcome();

  /** End of the time the touch may have happened in; equal to the start for an instant. */
  long end() {
    return start + uncertainty;
  }

  boolean isInstant() {
    return uncertainty == 0;
  }

  /**
   * True where this touch may have happened after {@code earlier}: its end lies after the other's
   * start, or both are instants and it does not lie before.
   */
  boolean mayComeAfter(JourneyTouch earlier) {
    return end() > earlier.start || (isInstant() && earlier.isInstant() && start >= earlier.start);
  }

  /** Elapsed microseconds from start to start, never below zero. */
  long since(JourneyTouch earlier) {
    return Math.max(0L, start - earlier.start);
  }

  /** 0 other, 1 acquisition, 2 delivery, 3 ownership, 4 cancellation, 5 disposal. */
  int role() {
    if (matchesAcquisition) {
      return 1;
    }
    if (matchesDelivery) {
      return 2;
    }
    if (matchesOwnership) {
      return 3;
    }
    if (matchesCancellation) {
      return 4;
    }
    return matchesDisposal ? 5 : 0;
  }
}
