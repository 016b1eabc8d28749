package giro.journey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which cars a person has acquired, waits for, holds and gave away, touch by touch in order.
 *
 * <p>Replay it touch by touch with {@link #apply}; the cars stand as they are after that touch. A
 * cancellation voids an acquisition as if it had never been, so {@link #voided} first finds every
 * touch whose milestone does not count. Where nothing in between hung on the voided car it is just
 * taken out; else it replays from the start, without the car.
 */
final class CarLedger {
  private final long acquisitionRepeat;
  private final Voided voided;
  private final Set<String> voidedOrders = new HashSet<>();
  private final List<Car> cars = new ArrayList<>(2);
  private int carsEver;

  /** Cars there had been when an ownership touch first made no owner because of them; or -1. */
  private int carsAtRefusal = -1;

  private Car cancelled;

  private CarLedger(long acquisitionRepeat, Voided voided) {
    this.acquisitionRepeat = acquisitionRepeat;
    this.voided = voided;
  }

  /** Milestones that do not count, and by cancellation the order numbers it did away with. */
  static final class Voided {
    private final Set<JourneyTouch> touches = new HashSet<>();
    private final Map<JourneyTouch, List<String>> orders = new HashMap<>();

    private void add(JourneyTouch cancellation, Car car) {
      touches.addAll(car.acquisitionTouches);
      orders.put(
          cancellation,
          Stream.of(car.orderNumber, cancellation.orderNumber).filter(Objects::nonNull).toList());
    }
  }

  /** An empty ledger in which the voided milestones never were. */
  static CarLedger of(LapRules rules, Voided voided) {
    return new CarLedger(rules.acquisitionRepeat(), voided);
  }

  /** Finds what cancellations void. */
  static Voided voided(LapRules rules, List<JourneyTouch> ordered) {
    Voided known = new Voided();
    if (ordered.stream().noneMatch(t -> t.matchesCancellation)) {
      return known;
    }
    List<JourneyTouch> milestones = ordered.stream().filter(t -> t.role() > 0).toList();
    while (!of(rules, known).voidAll(milestones)) {
      // each round knows at least one cancellation more
    }
    return known;
  }

  /** False where a voided car had mattered to another touch, so that all must be seen again. */
  private boolean voidAll(List<JourneyTouch> milestones) {
    for (JourneyTouch touch : milestones) {
      apply(touch);
      if (cancelled != null) {
        voided.add(touch, cancelled);
        cars.remove(cancelled);
        if (cancelled.isLeanedOn || hasMadeRoomForAnOwner()) {
          return false;
        }
        voidedOrders.addAll(voided.orders.get(touch));
        cancelled = null;
      }
    }
    return true;
  }

  /** True where, without the cars taken out, an ownership touch would have made an owner. */
  private boolean hasMadeRoomForAnOwner() {
    return carsAtRefusal >= 0 && (cars.isEmpty() || cars.get(0).number > carsAtRefusal);
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
    if (touch.matchesOwnership && outcome.isAcquisition) {
      outcome.car.isLeanedOn = true; // were it void, its touch could make an owner
    } else if (touch.matchesOwnership) {
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
    if (voided.touches.contains(touch)) {
      return;
    }
    String accessKind = accessKind(touch);
    Car same = accessKind == null ? sameAcquisition(touch) : sameAccess(accessKind);
    if (same == null) {
      touch.outcome.isAcquisition = true;
      touch.outcome.car = add(new Car(touch, true, accessKind));
      return;
    }
    same.learn(touch);
    same.acquisitionTouches.add(touch);
    touch.outcome.car = same;
  }

  private Car add(Car car) {
    car.number = ++carsEver;
    cars.add(car);
    return car;
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
        touch.outcome.car = add(new Car(touch, false, null));
      } else if (carsAtRefusal < 0) {
        carsAtRefusal = carsEver;
      }
      return;
    }
    boolean isNamed = car.agreement(touch) > 0;
    boolean holdsNone = cars.stream().noneMatch(Car::isHeld);
    if (car.isWaiting() && (isNamed || holdsNone)) {
      car.ownerTouch = touch;
      car.learn(touch);
      return;
    }
    cars.stream().filter(c -> c.isAccess && c.isHeld()).forEach(c -> c.isLeanedOn = true);
  }

  private void cancel(JourneyTouch touch) {
    if (voided.orders.containsKey(touch)) {
      voidedOrders.addAll(voided.orders.get(touch));
      return;
    }
    cancelled =
        strongest(touch, c -> c.hasAcquisition && (c.isAccess ? c.isHeld() : c.isWaiting()), true);
  }

  private void dispose(JourneyTouch touch) {
    Car car = strongest(touch, c -> c.isHeld() && c != cancelled, true);
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
