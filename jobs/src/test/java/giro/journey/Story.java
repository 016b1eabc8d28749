package giro.journey;

import giro.model.domain.Moment;
import giro.model.domain.Phase;
import giro.model.domain.RuleOutcome;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Tells one person's touches in plain words, then lets the pass live them.
 *
 * <p>A touch happens on a day counted from 2026-01-01, at noon UTC to the instant, unless said
 * otherwise; what is said after a touch is about that touch. Its moment is decided by a rule that
 * asks for no state, unless the story brings its own rules.
 */
final class Story {
  static final Duration INACTIVITY_NEW = Duration.ofDays(180);
  static final Duration INACTIVITY_USED = Duration.ofDays(90);
  private static final long DAY = 86_400_000_000L;
  private static final long DAY_ZERO = LocalDate.of(2026, 1, 1).toEpochDay();
  private static final LapRules LAP_RULES =
      LapRules.of(
          new LapSettings(
              INACTIVITY_NEW,
              INACTIVITY_USED,
              Duration.ofDays(30),
              "",
              "",
              "",
              "",
              "",
              "",
              Duration.ofMinutes(30),
              Duration.ofDays(30)));

  private final List<JourneyTouch> touches = new ArrayList<>();
  private final List<RuleOutcome> rules = new ArrayList<>();
  private final Map<JourneyTouch, List<RuleOutcome>> hits = new IdentityHashMap<>();
  private JourneyTouch last;

  private Story() {}

  static Story person() {
    return new Story();
  }

  static LapRules lapRules() {
    return LAP_RULES;
  }

  /** A rule of this story; rules told earlier come first, all before the plain ones. */
  static RuleOutcome rule(
      String id, Moment moment, Set<Phase> phases, Boolean ownModel, int sinceDeliveryDays) {
    long micros = sinceDeliveryDays < 0 ? -1 : sinceDeliveryDays * DAY;
    return new RuleOutcome(id, moment, null, null, null, null, phases, ownModel, micros);
  }

  /**
   * A touch with a moment of its own, unless one of these rules holds; UNCLASSIFIED has no rule.
   */
  Story on(int day, String name, Moment moment, RuleOutcome... own) {
    last = new JourneyTouch();
    last.start = (DAY_ZERO + day) * DAY + DAY / 2;
    last.source = "web";
    last.eventId = name;
    last.row = moment;
    touches.add(last);
    List<RuleOutcome> hit = List.of(own);
    hit.stream().filter(rule -> !rules.contains(rule)).forEach(rules::add);
    hits.put(last, hit);
    return this;
  }

  Story at(String time) {
    last.start += LocalTime.parse(time).toNanoOfDay() / 1_000 - DAY / 2;
    return this;
  }

  Story dateOnly() {
    last.start = Math.floorDiv(last.start, DAY) * DAY;
    last.uncertainty = DAY;
    last.isDateOnly = true;
    return this;
  }

  Story uncertainHours(int hours) {
    last.uncertainty = hours * (DAY / 24);
    return this;
  }

  Story from(String source) {
    last.source = source;
    return this;
  }

  Story order(String number) {
    last.orderNumber = number;
    return this;
  }

  Story vin(String vin) {
    last.vin = vin;
    return this;
  }

  Story model(String model) {
    last.model = model;
    return this;
  }

  Story market(String market) {
    last.market = market;
    return this;
  }

  Story vehicleType(String type) {
    last.vehicleType = type;
    return this;
  }

  Story acquires() {
    last.matchesAcquisition = true;
    return this;
  }

  Story acquires(String kind) {
    last.acquisitionKind = kind;
    return acquires();
  }

  Story delivers() {
    last.matchesDelivery = true;
    return this;
  }

  Story owns() {
    last.matchesOwnership = true;
    return this;
  }

  Story cancels() {
    last.matchesCancellation = true;
    return this;
  }

  Story disposes() {
    last.matchesDisposal = true;
    return this;
  }

  Story loses() {
    last.matchesLost = true;
    return this;
  }

  List<JourneyTouch> touches() {
    return touches;
  }

  /** Runs the pass; the order in which the touches arrive is arbitrary. */
  Told told() {
    return told(new Random(touches.size()));
  }

  Told told(Random arrival) {
    List<RuleOutcome> all = new ArrayList<>(rules);
    for (Moment moment : Moment.values()) {
      all.add(rule(moment.name(), moment, EnumSet.allOf(Phase.class), null, -1));
    }
    List<JourneyTouch> arrived = new ArrayList<>();
    for (JourneyTouch touch : touches) {
      touch.ruleHits = new long[] {bits(touch)};
      arrived.add(touch);
    }
    Collections.shuffle(arrived, arrival);
    List<Lap> laps = new JourneyPass(LAP_RULES, all).over(arrived);
    return new Told(arrived, laps);
  }

  private long bits(JourneyTouch touch) {
    Moment moment = (Moment) touch.row;
    long bits = moment == Moment.UNCLASSIFIED ? 0 : 1L << (rules.size() + moment.ordinal());
    for (RuleOutcome rule : hits.get(touch)) {
      bits |= 1L << rules.indexOf(rule);
    }
    return bits;
  }
}
