package giro.journey;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which cars a person has acquired, waits for, holds and gave away, touch by touch in order.
 *
 * <p>Replay it touch by touch with {@link #apply}; the cars stand as they are after that touch. A
 * cancellation voids an acquisition as if it had never been, so {@link #voided} first finds, by
 * replaying from the start after each cancellation, every touch whose milestone does not count.
 */
final class CarLedger {
  private final long acquisitionRepeat;
  private final Set<JourneyTouch> voided;
  private final Set<JourneyTouch> spentCancellations;
  private final Set<String> voidedOrders;
  private final List<Car> cars = new ArrayList<>(2);
  private Car cancelled;

  private CarLedger(long acquisitionRepeat, Voided known) {
    this.acquisitionRepeat = acquisitionRepeat;
    this.voided = known.touches;
    this.spentCancellations = known.cancellations;
    this.voidedOrders = new HashSet<>();
  }

  /** Milestones that do not count, and the cancellations that did away with them. */
  static final class Voided {
    private final Set<JourneyTouch> touches = new HashSet<>();
    private final Set<JourneyTouch> cancellations = new HashSet<>();
    private final java.util.Map<JourneyTouch, List<String>> orders = new java.util.HashMap<>();
  }

  /** An empty ledger in which the voided milestones never were. */
  static CarLedger of(LapRules rules, Voided voided) {
    CarLedger ledger = new CarLedger(rules.acquisitionRepeat(), voided);
    ledger.orders = voided.orders;
    return ledger;
  }

  private java.util.Map<JourneyTouch, List<String>> orders = java.util.Map.of();

  /** Finds what cancellations void; linear in the touches when there is no cancellation. */
  static Voided voided(LapRules rules, List<JourneyTouch> ordered) {
    Voided known = new Voided();
    if (ordered.stream().noneMatch(t -> t.matchesCancellation)) {
      return known;
    }
    List<JourneyTouch> milestones = ordered.stream().filter(t -> t.role() > 0).toList();
    boolean changed = true;
    while (changed) {
      changed = replayUntilCancellation(rules, milestones, known);
    }
    return known;
  }

  private static boolean replayUntilCancellation(
      LapRules rules, List<JourneyTouch> milestones, Voided known) {
    CarLedger ledger = of(rules, known);
    for (JourneyTouch touch : milestones) {
      ledger.apply(touch);
      if (ledger.cancelled != null) {
        Car car = ledger.cancelled;
        known.touches.addAll(car.acquisitionTouches);
        known.cancellations.add(touch);
        List<String> numbers = new ArrayList<>(2);
        if (car.orderNumber != null) {
          numbers.add(car.orderNumber);
        }
        if (touch.orderNumber != null) {
          numbers.add(touch.orderNumber);
        }
        known.orders.put(touch, numbers);
        return true;
      }
    }
    return false;
  }

  List<Car> cars() {
    return cars;
  }

  /**
   * Moves the ledger on by one touch and notes on it which car it acquired, delivered or ended. A
   * later touch of a voided order is about no car: told twice, a cancellation must not void the
   * next order.
   */
  void apply(JourneyTouch touch) {
    TouchOutcome outcome = touch.outcome;
    outcome.isAcquisition = false;
    outcome.isDelivery = false;
    outcome.car = null;
    if (touch.role() == 0 || isOfVoidedOrder(touch)) {
      return;
    }
    if (touch.matchesAcquisition) {
      acquire(touch);
    }
    if (touch.matchesDelivery) {
      deliver(touch);
    }
    if (touch.matchesOwnership && !outcome.isAcquisition) {
      own(touch);
    }
    if (touch.matchesCancellation) {
      cancel(touch);
    }
    if (touch.matchesDisposal) {
      dispose(touch);
    }
  }

  private boolean isOfVoidedOrder(JourneyTouch touch) {
    return touch.orderNumber != null && voidedOrders.contains(touch.orderNumber);
  }

  private void acquire(JourneyTouch touch) {
    if (voided.contains(touch)) {
      return;
    }
    String accessKind = accessKind(touch);
    Car same = accessKind == null ? sameAcquisition(touch) : sameAccess(accessKind);
    if (same == null) {
      Car car = new Car(touch, true, accessKind);
      cars.add(car);
      touch.outcome.isAcquisition = true;
      touch.outcome.car = car;
      return;
    }
    same.learn(touch);
    same.acquisitionTouches.add(touch);
    touch.outcome.car = same;
  }

  /** Subscription and sharing are access; a lease or an unknown kind counts as a purchase. */
  private static String accessKind(JourneyTouch touch) {
    String kind = touch.acquisitionKind;
    return "subscription".equals(kind) || "sharing".equals(kind) ? kind : null;
  }

  private Car sameAccess(String kind) {
    for (int i = cars.size() - 1; i >= 0; i--) {
      Car car = cars.get(i);
      if (car.isAccess && car.hasAcquisition && !car.isDisposed() && kind.equals(car.accessKind)) {
        return car;
      }
    }
    return null;
  }

  private Car sameAcquisition(JourneyTouch touch) {
    return strongest(touch, car -> isSameAcquisition(car, touch), false);
  }

  private boolean isSameAcquisition(Car car, JourneyTouch touch) {
    if (car.isAccess || !car.hasAcquisition) {
      return false;
    }
    int agreement = car.agreement(touch);
    if (agreement == 1) {
      return touch.since(car.first) <= acquisitionRepeat && !car.isDisposed();
    }
    return agreement == 3 || (agreement == 2 && !car.isDisposed());
  }

  private void deliver(JourneyTouch touch) {
    Car car =
        strongest(touch, c -> !c.isAccess && c.deliveryTouch == null && !c.isDisposed(), true);
    if (car == null) {
      return;
    }
    car.deliveryTouch = touch;
    car.ownerTouch = car.ownerTouch == null ? touch : car.ownerTouch;
    car.learn(touch);
    touch.outcome.isDelivery = true;
    touch.outcome.car = touch.outcome.car == null ? car : touch.outcome.car;
  }

  private void own(JourneyTouch touch) {
    Car car = strongest(touch, c -> !c.isDisposed(), true);
    if (car == null) {
      if (cars.isEmpty()) {
        cars.add(new Car(touch, false, null));
        touch.outcome.car = cars.get(0);
      }
      return;
    }
    boolean isNamed = car.agreement(touch) > 0;
    boolean holdsNone = cars.stream().noneMatch(Car::isHeld);
    if (car.isWaiting() && (isNamed || holdsNone)) {
      car.ownerTouch = touch;
      car.learn(touch);
    }
  }

  private void cancel(JourneyTouch touch) {
    if (spentCancellations.contains(touch)) {
      voidedOrders.addAll(orders.getOrDefault(touch, List.of()));
      return;
    }
    cancelled =
        strongest(touch, c -> c.hasAcquisition && (c.isAccess ? c.isHeld() : c.isWaiting()), true);
  }

  private void dispose(JourneyTouch touch) {
    Car car = strongest(touch, Car::isHeld, true);
    if (car != null) {
      car.disposalTouch = touch;
      touch.outcome.car = touch.outcome.car == null ? car : touch.outcome.car;
    }
  }

  /** The car a touch names: the strongest key, then the latest; null if it names none. */
  Car named(JourneyTouch touch) {
    return strongest(touch, c -> true, false);
  }

  private Car strongest(JourneyTouch touch, Predicate<Car> candidate, boolean orLatest) {
    Car best = null;
    int strength = orLatest ? -1 : 0;
    for (Car car : cars) {
      int agreement = car.agreement(touch);
      if (agreement >= 0 && agreement >= strength && agreement + (orLatest ? 1 : 0) > 0) {
        if (candidate.test(car)) {
          best = car;
          strength = agreement;
        }
      }
    }
    return best;
  }
}
