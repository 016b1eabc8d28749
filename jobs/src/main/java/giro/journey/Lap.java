package giro.journey;

import java.util.ArrayList;
import java.util.List;

/** One pass around the circle while it is being built; its touches stand in order. */
final class Lap {
  final int number;
  final JourneyTouch first;
  final boolean isReturn;

  /** The latest ownership lap when this one opened; null before the first. */
  final Lap previous;

  final List<JourneyTouch> touches = new ArrayList<>();

  /** The touch that made it an ownership lap; null for a research lap. */
  JourneyTouch becameAt;

  Car car;

  /** The latest touch other than STIMULUS and NONE. */
  JourneyTouch lastActive;

  /** The latest moment touch that is not passed over. */
  JourneyTouch lastMover;

  /** The inactivity that ends it as a research lap, by the vehicle type of its last activity. */
  long idleLimit;

  String market;
  String model;
  String dealerId;
  String vehicleType;

  Lap(int number, JourneyTouch first, boolean isReturn, Lap previous) {
    this.number = number;
    this.first = first;
    this.isReturn = isReturn;
    this.previous = previous;
  }

  boolean isOwnership() {
    return becameAt != null;
  }

  /** The touch from which inactivity counts. */
  JourneyTouch idleSince() {
    return lastActive == null ? first : lastActive;
  }

  /** True where the gap to {@code touch} has ended this research lap. */
  boolean hasLapsedAt(JourneyTouch touch, LapRules rules) {
    JourneyTouch idle = idleSince();
    return touch.since(idle) > rules.inactivity(idle.outcome.vehicleTypeSoFar);
  }

  /** True for a touch after the one that made this an ownership lap. */
  boolean isAfterBecoming(JourneyTouch touch) {
    return becameAt != null && touch.outcome.position > becameAt.outcome.position;
  }

  /** True for a touch before the one that made this an ownership lap, or if nothing did. */
  boolean isBeforeBecoming(JourneyTouch touch) {
    return becameAt == null || touch.outcome.position < becameAt.outcome.position;
  }
}
