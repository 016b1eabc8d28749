package giro.metric.person;

import java.util.ArrayList;
import java.util.List;

/** A lap as metrics read it: its row of {@code laps}, and its touches in the person's order. */
final class PersonLap {
  int number;

  /** The latest ownership lap at the opening; null before the first. */
  Integer previous;

  /** Microseconds since 1970 UTC; null for what did not happen. */
  long openedAt;

  Long becameOwnerAt;
  Long acquisitionAt;
  Long deliveryAt;
  Long disposalAt;
  Long lostAt;
  Long inactiveAt;

  /** Last touch other than STIMULUS and NONE, else the first. */
  long lastActiveAt;

  /** A loss decides: no acquisition is earlier in order or starts with it. */
  boolean isLostFirst;

  String acquisitionKind;
  boolean isAccess;

  /** Of the lap's first touch, else {@code unknown}. */
  String market = Touch.UNKNOWN;

  String model = Touch.UNKNOWN;
  String dealer = Touch.UNKNOWN;
  String vehicleType = Touch.UNKNOWN;

  final List<Touch> touches = new ArrayList<>();

  /** True while it is a research lap. */
  boolean isResearch() {
    return becameOwnerAt == null;
  }

  /** True once a research lap's inactivity is over at {@code now}, or its car was disposed of. */
  boolean isOver(long now) {
    return disposalAt != null || isInactive(now);
  }

  /** True once a research lap's inactivity is over. */
  boolean isInactive(long at) {
    return inactiveAt != null && inactiveAt < at;
  }
}
