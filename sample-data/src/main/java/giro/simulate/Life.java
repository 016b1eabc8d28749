package giro.simulate;

import giro.simulate.Profile.Needs;
import java.util.List;

/**
 * One person's life with the brand over the simulated days: needs that arise at any time, research,
 * dealers, a car, another need.
 *
 * <p>The first need arises uniformly over the days and nothing depends on the calendar after that,
 * so that cohorts differ only by chance.
 */
final class Life {
  private final Scene scene;
  private final Dice dice;
  private final Needs needs;
  private final Weights modelShares;
  private final Research research;
  private final Showroom showroom;
  private final Contract contract;
  private final Voice voice;
  private final Ownership ownership;
  private final AccessUse access;
  private Car car;
  private long heldUntilNow;

  Life(Scene scene, Weights modelShares) {
    this.scene = scene;
    this.dice = scene.dice;
    this.needs = scene.profile.needs();
    this.modelShares = modelShares;
    this.research = new Research(scene);
    this.showroom = new Showroom(scene, research);
    this.contract = new Contract(scene);
    this.voice = new Voice(scene);
    this.ownership = new Ownership(scene, voice);
    this.access = new AccessUse(scene);
  }

  /**
   * Lives until the horizon and gives the acts, in no order.
   *
   * @param from first instant of the simulated days
   * @param until their end: the first need arises before it
   */
  List<Act> live(long from, long until) {
    long next = from + (long) (dice.next() * (until - from));
    if (!dice.chance(needs.ever())) {
      return scene.acts;
    }
    if (dice.chance(needs.ownerAtStart())) {
      next = appearAsOwner(next);
    }
    while (next < scene.horizon && !isDecided(next)) {
      next = liveNeed(newNeed(next));
    }
    holdUntil(scene.horizon);
    return scene.acts;
  }

  /**
   * In a replicate: nothing after {@code next} can still decide a pair of the simulated days, since
   * a year later another contract closed every way back.
   */
  private boolean isDecided(long next) {
    return scene.isReplicate()
        && next > scene.sparseFrom + 370 * Scene.DAY
        && car != null
        && car.signed > scene.sparseFrom + 370 * Scene.DAY;
  }

  private long appearAsOwner(long at) {
    car = new Car();
    car.number = scene.newCar();
    car.model = 1 + modelShares.pick(dice);
    car.condition = Act.NEW;
    car.since = scene.anyHour(at);
    car.isBad = dice.chance(scene.profile.ownership().bad());
    heldUntilNow = car.since;
    ownership.appear(car);
    return car.since + (long) (dice.next() * tenure());
  }

  private Need newNeed(long at) {
    Need need = new Need();
    need.at = at;
    need.model = 1 + modelShares.pick(dice);
    need.otherModel = 1 + modelShares.pick(dice);
    double condition = dice.next();
    boolean isUsed = condition < needs.usedShare();
    boolean isDemo = !isUsed && condition < needs.usedShare() + needs.demoShare();
    need.condition = isUsed ? Act.USED : isDemo ? Act.DEMO : Act.NEW;
    need.contract = contractOf(need);
    need.isOwner = car != null;
    return need;
  }

  private int contractOf(Need need) {
    if (car == null && need.condition == Act.NEW && dice.chance(needs.accessShare())) {
      return dice.chance(needs.sharingShare()) ? Act.SHARING : Act.SUBSCRIPTION;
    }
    return need.condition == Act.NEW && dice.chance(needs.leaseShare()) ? Act.LEASE : Act.PURCHASE;
  }

  /** Lives one need to its end and gives the time of the next. */
  private long liveNeed(Need need) {
    holdUntil(need.at);
    if (!research.live(need)) {
      return again(need);
    }
    double lift = need.hasRead ? 1 + scene.profile.influence().lift() : 1;
    double met = scene.profile.dealer().met() * scene.appeal(need) * lift;
    if (!dice.chance(Math.min(0.95, met))) {
      return again(need);
    }
    if (need.contract == Act.SHARING || need.contract == Act.SUBSCRIPTION) {
      access.live(need);
      return again(need);
    }
    boolean isSigned = showroom.live(need);
    voice.asProspect(need);
    Car bought = isSigned ? contract.live(need) : null;
    return bought == null ? again(need) : drive(bought);
  }

  private long drive(Car bought) {
    holdUntil(bought.since);
    if (car != null && dice.chance(needs.tradeIn())) {
      ownership.dispose(car, bought.since);
    }
    car = bought;
    heldUntilNow = bought.since;
    ownership.begin(bought);
    long next = bought.since + tenure();
    ownership.contractEnd(bought, next);
    return next;
  }

  private long again(Need need) {
    if (car != null && dice.chance(needs.soldElsewhere())) {
      holdUntil(need.at);
      ownership.dispose(car, need.at);
      car = null;
    }
    return need.at + scene.days(needs.againDays(), needs.againSpread());
  }

  private void holdUntil(long at) {
    if (car != null && at > heldUntilNow) {
      ownership.live(car, heldUntilNow, at);
      heldUntilNow = at;
    }
  }

  private long tenure() {
    return (long) (dice.logNormal(needs.tenureMonths(), needs.tenureSpread()) * Scene.MONTH);
  }
}
