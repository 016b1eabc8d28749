package giro.metric.person;

import giro.model.domain.Moment;
import giro.model.domain.Phase;
import java.util.Map;

/**
 * A stored touch as metrics read it: the columns of {@code journey_touches}, null where they are.
 * Fields rather than a record, because millions of them are made a second time by nobody.
 */
final class Touch {
  /** Microseconds since 1970 UTC; the touch covers {@code [start, end)}, or the instant itself. */
  long start;

  long end;
  boolean isDateOnly;
  String source = "";
  String eventId = "";
  String sessionId = "";
  String channel;
  String department;
  String eventType = "";
  Moment moment = Moment.UNCLASSIFIED;
  String humanStep;
  String intent;
  String linearStage;
  Phase phase = Phase.PROSPECT;
  boolean isFormerOwner;

  /** The lap it is in; never null. */
  PersonLap lap;

  /** Position in the lap, from 1. */
  int position;

  /** entry, self, forward, backward or return; null where there is none. */
  String move;

  String moveFrom;
  boolean afterAcquisition;
  boolean isAcquisition;
  boolean isDelivery;
  boolean isResume;

  /** What the touch itself says. */
  String market;

  String model;
  String dealer;
  String vehicleType;

  /** Of the touch, else the latest earlier one in the lap, else {@code unknown}. */
  String marketSoFar = UNKNOWN;

  String modelSoFar = UNKNOWN;
  String dealerSoFar = UNKNOWN;
  String vehicleTypeSoFar = UNKNOWN;
  String vin;
  String campaign;
  String contentId;
  String inReplyTo;
  String device;
  String acquisitionKind;
  String customerType;
  Double rating;
  Double sentiment;
  String topic;
  Long reach;
  Double amount;
  String currency;
  Map<String, String> attributes = Map.of();

  /** Bits of {@link TouchKind}. */
  long kinds;

  /** Bits of {@link SourceKinds}. */
  long sources;

  /** Per funnel its steps and its exclusions that the touch matches, as bits. */
  int[] funnelBits = NOTHING;

  /** Per funnel the text of its held columns; null where one is. */
  String[] funnelHolds;

  private static final int[] NOTHING = {};

  static final String UNKNOWN = "unknown";

  /** The bits of the steps that the touch matches in a funnel. */
  int steps(int funnel) {
    return funnelBits == NOTHING ? 0 : funnelBits[2 * funnel];
  }

  /** The bits of the exclusions that the touch matches in a funnel. */
  int exclusions(int funnel) {
    return funnelBits == NOTHING ? 0 : funnelBits[2 * funnel + 1];
  }

  /** The held columns' text in a funnel: empty where it holds none, null where one is null. */
  String held(int funnel) {
    return funnelHolds == null ? "" : funnelHolds[funnel];
  }

  /** True for content of the person's own: who shares or comments passes on somebody's. */
  boolean publishes() {
    return moment == Moment.UMOT && contentId != null && !is(TouchKind.PASSES_ON);
  }

  boolean is(TouchKind kind) {
    return (kinds & kind.bit()) != 0;
  }

  /** An allow-listed detail; null where the touch does not say. */
  String attribute(String name) {
    return attributes.get(name);
  }

  /** True where an allow-listed detail says {@code true}. */
  boolean says(String name) {
    return "true".equalsIgnoreCase(attributes.get(name));
  }

  /** A number among the details; null where it is absent or no number. */
  Double number(String name) {
    String text = attributes.get(name);
    if (text == null) {
      return null;
    }
    try {
      double number = Double.parseDouble(text);
      return Double.isFinite(number) ? number : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** The value, or {@code unknown} for null. */
  static String known(String value) {
    return value == null ? UNKNOWN : value;
  }

  /**
   * True where this touch may have come after the other: it ends after the other starts, or both
   * are instants and it is not before. So a touch known to the day only may come after anything of
   * that day, and anything of that day after it.
   */
  boolean mayComeAfter(Touch other) {
    boolean areInstants = start == end && other.start == other.end;
    return areInstants ? start >= other.start : end > other.start;
  }

  /** Microseconds from the other's start to this one's, never below 0. */
  long since(Touch other) {
    return Math.max(0, start - other.start);
  }
}
