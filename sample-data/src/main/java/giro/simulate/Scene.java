package giro.simulate;

import java.util.ArrayList;
import java.util.List;

/**
 * What all chapters of one life share: the person, their chance, the clock's end and the acts so
 * far. Acts are added in any order and never after {@code horizon}.
 */
final class Scene {
  static final long DAY = TrueOrder.DAY;
  static final long HOUR = 3_600_000L;
  static final long MINUTE = 60_000L;
  static final double MONTH = 30.4375 * DAY;

  final Profile profile;
  final Person person;
  final Dice dice;
  final long horizon;

  /** From here on only what can decide a pair is lived. */
  final long sparseFrom;

  final List<Act> acts = new ArrayList<>(64);

  private final Weights hours;
  private int sessions;
  private int orders;
  private int leads;
  private int cars;
  private int cases;
  private int contents;

  Scene(Setting setting, Person person, Dice dice) {
    this.profile = setting.profile();
    this.hours = setting.hours();
    this.horizon = setting.horizon();
    this.sparseFrom = setting.sparseFrom();
    this.person = person;
    this.dice = dice;
  }

  /**
   * What does not change from person to person.
   *
   * @param sparseFrom the end of the simulated days for a replicate, that only tells conversions;
   *     {@code Long.MAX_VALUE} where everything is lived
   */
  record Setting(Profile profile, Weights hours, long horizon, long sparseFrom) {
    boolean isReplicate() {
      return sparseFrom != Long.MAX_VALUE;
    }
  }

  boolean isReplicate() {
    return sparseFrom != Long.MAX_VALUE;
  }

  /** Adds an act of the person's market; after the horizon it is made but not kept. */
  Act add(EventKind kind, long at) {
    Act act = new Act();
    act.kind = kind;
    // Whole seconds, as most of the systems write them.
    act.trueAt = Math.floorDiv(at, 1000) * 1000;
    act.at = act.trueAt;
    act.market = person.market();
    if (at < horizon) {
      acts.add(act);
    }
    return act;
  }

  /** A row of the dealer's, who mostly writes down the day alone. */
  Act addAtDealer(EventKind kind, long at) {
    Act act = add(kind, at);
    act.dealer = person.dealer();
    boolean isStamped = kind == EventKind.LEAD_RECEIVED || kind == EventKind.LEAD_CONTACTED;
    if (!isStamped) {
      act.dateOnly = true;
      act.at = dayOf(at);
    }
    return act;
  }

  /** An act about the car that is needed. */
  Act about(Act act, Need need) {
    act.model = need.model;
    act.condition = need.condition;
    return act;
  }

  /** An act about a car the person holds, whose VIN the system knows. */
  Act about(Act act, Car car) {
    act.model = car.model;
    act.condition = car.condition;
    act.car = car.number;
    return act;
  }

  /** The next moment, at or after {@code t}, at which somebody looks things up by themselves. */
  long anyHour(long t) {
    long at = dayOf(t) + hours.pick(dice) * HOUR + (long) (dice.next() * HOUR);
    return at >= t ? at : at + DAY;
  }

  /** The next moment, at or after {@code t}, at which a dealer is open: nine to six, no Sundays. */
  long businessHour(long t) {
    long at = dayOf(t) + 9 * HOUR + (long) (dice.next() * 9 * HOUR);
    if (at < t) {
      at += DAY;
    }
    return isSunday(at) ? at + DAY : at;
  }

  /** True while a dealer or a call center is open. */
  static boolean isOpen(long t) {
    long hour = Math.floorMod(t, DAY) / HOUR;
    return hour >= 9 && hour < 18 && !isSunday(t);
  }

  private static boolean isSunday(long t) {
    return Math.floorMod(Math.floorDiv(t, DAY) + 4, 7) == 0;
  }

  long days(double median, double spread) {
    return (long) (dice.logNormal(median, spread) * DAY);
  }

  int newSession() {
    return ++sessions;
  }

  int newOrder() {
    return ++orders;
  }

  int newLead() {
    return ++leads;
  }

  int newCar() {
    return ++cars;
  }

  int newCase() {
    return ++cases;
  }

  int newContent() {
    return ++contents;
  }

  /** How much market and model attract, as a factor. */
  double appeal(Need need) {
    return market().appeal() * profile.world().models().get(need.model - 1).appeal();
  }

  Profile.Market market() {
    return profile.world().markets().get(person.market() - 1);
  }

  static long dayOf(long t) {
    return Math.floorDiv(t, DAY) * DAY;
  }
}
