package giro.simulate;

import giro.model.domain.Moment;
import giro.model.domain.Phase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tells a person's true story: the phase, moment and lap of each act, in order.
 *
 * <p>Written from the domain's definitions and from nothing of the pipeline, so that a difference
 * between the two is a defect of one of them. Reused from person to person; not safe for threads.
 */
final class TrueLaps {
  private static final long FRESH = 90 * TrueOrder.DAY;
  private static final long SAME_PURCHASE = 30 * TrueOrder.DAY;

  private final List<TrueCar> cars = new ArrayList<>();
  private final Set<Integer> voidedOrders = new HashSet<>();
  private LapBook book = new LapBook();

  /** Sets moment, phase, lap and milestones on the acts, which are brought in order first. */
  List<TrueLap> tell(List<Act> acts) {
    TrueOrder.sort(acts);
    voidedOrders.clear();
    for (Act act : acts) {
      act.isVoid = false;
      act.isSpent = false;
    }
    // A cancellation undoes what was told since its acquisition: the story starts again without it.
    boolean isTold = false;
    while (!isTold) {
      cars.clear();
      book = new LapBook();
      isTold = tellUntilCancelled(acts);
    }
    return book.laps();
  }

  private boolean tellUntilCancelled(List<Act> acts) {
    for (int i = 0; i < acts.size(); i++) {
      Act act = acts.get(i);
      act.isAcquisition = false;
      act.opensLap = false;
      if (act.kind == EventKind.ORDER_CANCELLED && !act.isSpent && cancels(act)) {
        return false;
      }
      tell(act, i);
    }
    return true;
  }

  private void tell(Act act, int position) {
    TrueCar car = beforeTouch(act, position);
    act.phase = phase();
    Moment moment = TrueMoment.of(act, act.phase);
    act.moment = isReassurance(act, moment) ? Moment.SMOT : moment;
    if (isAcquisition(act)) {
      acquire(act, position);
    } else if (car == null && startsUnknownOwnership(act)) {
      // The touch that makes an owner is itself an owner's.
      cars.add(new TrueCar(book.openOwnership(act, position), act, false));
      act.phase = Phase.OWNER;
      act.moment = TrueMoment.of(act, act.phase);
    } else if (act.kind == EventKind.VEHICLE_RETURNED_OR_SOLD) {
      dispose(act, position);
    } else if (act.kind == EventKind.DELIVERY && car != null) {
      book.placeInLapOf(car, act);
    } else {
      book.place(act, namedCar(act));
    }
  }

  /** Delivery and pairing make an owner with the touch itself; gives the car they are about. */
  private TrueCar beforeTouch(Act act, int position) {
    if (act.kind == EventKind.DELIVERY) {
      TrueCar car = about(act, c -> c.isAcquired && !c.isAccess && !c.isDelivered && alive(c));
      if (car != null) {
        car.learn(act);
        car.isDelivered = true;
        car.reassuranceFrom = act.at;
        car.state = TrueCar.State.HELD;
        car.lap.delivery = position;
      }
      return car;
    }
    return act.kind.isOwnership() ? takeIntoUse(act) : null;
  }

  private TrueCar takeIntoUse(Act act) {
    TrueCar named = agreeing(act, TrueLaps::alive);
    TrueCar car = named != null || anyHeld() ? named : about(act, TrueCar::isWaiting);
    if (car != null && car.isWaiting()) {
      car.learn(act);
      car.state = TrueCar.State.HELD;
    }
    return car;
  }

  private boolean startsUnknownOwnership(Act act) {
    return act.kind.isOwnership() && cars.isEmpty();
  }

  private boolean isAcquisition(Act act) {
    return act.kind.isAcquisition()
        && !act.isVoid
        && !(act.order != 0 && voidedOrders.contains(act.order));
  }

  private void acquire(Act act, int position) {
    TrueCar known = act.isAccess() ? sameAccess(act) : samePurchase(act);
    if (known != null) {
      known.learn(act);
      known.acquisitionTouches.add(act);
      book.placeInLapOf(known, act);
      return;
    }
    TrueLap lap = book.openOwnership(act, position);
    TrueCar car = new TrueCar(lap, act, true);
    car.acquisitionTouches.add(act);
    lap.acquisition = position;
    lap.isAccess = car.isAccess;
    act.isAcquisition = true;
    cars.add(car);
  }

  private TrueCar sameAccess(Act act) {
    for (int i = cars.size() - 1; i >= 0; i--) {
      TrueCar car = cars.get(i);
      if (car.isAccess && car.isHeld() && car.contract == act.contract) {
        return car;
      }
    }
    return null;
  }

  private TrueCar samePurchase(Act act) {
    return agreeing(act, car -> car.isAcquired && !car.isAccess && isOnePurchase(car, act));
  }

  private static boolean isOnePurchase(TrueCar car, Act act) {
    return switch (car.likeness(act)) {
      case SAME_ORDER -> true;
      case SAME_VIN -> alive(car);
      case SAME_MODEL -> act.at - car.acquiredAt <= SAME_PURCHASE;
      default -> false;
    };
  }

  private void dispose(Act act, int position) {
    TrueCar car = about(act, TrueCar::isHeld);
    if (car == null) {
      book.place(act, null);
      return;
    }
    car.state = TrueCar.State.GONE;
    if (car.lap.disposal == TrueLap.NEVER) {
      car.lap.disposal = position;
    }
    book.placeInLapOf(car, act);
  }

  private boolean cancels(Act act) {
    TrueCar car = about(act, c -> c.isAccess ? c.isHeld() : c.isWaiting());
    if (car == null) {
      return false;
    }
    act.isSpent = true;
    for (Act touch : car.acquisitionTouches) {
      touch.isVoid = true;
      if (touch.order != 0) {
        voidedOrders.add(touch.order);
      }
    }
    return true;
  }

  private Phase phase() {
    Phase phase = Phase.PROSPECT;
    for (int i = 0; i < cars.size(); i++) {
      if (cars.get(i).isWaiting()) {
        return Phase.WAITING;
      }
      phase = cars.get(i).isHeld() ? Phase.OWNER : phase;
    }
    return phase;
  }

  private boolean isReassurance(Act act, Moment moment) {
    if (act.phase == Phase.PROSPECT) {
      return false;
    }
    boolean isWaiting = act.phase == Phase.WAITING;
    return (isWaiting && TrueMoment.mayReassureWaiting(act, moment) && isOwnModel(act))
        || (TrueMoment.mayReassureOwner(act, moment) && isFresh(act));
  }

  private boolean isOwnModel(Act act) {
    boolean namesNothing = act.car == 0 && act.model == 0;
    for (int i = 0; i < cars.size(); i++) {
      TrueCar car = cars.get(i);
      if (namesNothing ? car.isWaiting() : alive(car) && car.isOwnModelOf(act)) {
        return true;
      }
    }
    return false;
  }

  private boolean isFresh(Act act) {
    for (int i = 0; i < cars.size(); i++) {
      TrueCar car = cars.get(i);
      if (alive(car)
          && car.reassuranceFrom >= 0
          && car.isOwnModelOf(act)
          && act.at - car.reassuranceFrom <= FRESH) {
        return true;
      }
    }
    return false;
  }

  private TrueCar namedCar(Act act) {
    boolean isUse = act.moment == Moment.SMOT || act.moment == Moment.UMOT;
    return isUse ? agreeing(act, car -> true) : null;
  }

  private boolean anyHeld() {
    return cars.stream().anyMatch(TrueCar::isHeld);
  }

  private static boolean alive(TrueCar car) {
    return car.state != TrueCar.State.GONE;
  }

  /** The car a touch is about: the strongest key that agrees, else the latest it may be. */
  private TrueCar about(Act act, Predicate<TrueCar> candidate) {
    TrueCar agreeing = agreeing(act, candidate);
    if (agreeing != null) {
      return agreeing;
    }
    for (int i = cars.size() - 1; i >= 0; i--) {
      TrueCar car = cars.get(i);
      if (candidate.test(car) && car.likeness(act) == TrueCar.Likeness.UNKNOWN) {
        return car;
      }
    }
    return null;
  }

  private TrueCar agreeing(Act act, Predicate<TrueCar> candidate) {
    TrueCar best = null;
    TrueCar.Likeness strongest = TrueCar.Likeness.UNKNOWN;
    for (int i = cars.size() - 1; i >= 0; i--) {
      TrueCar.Likeness likeness = cars.get(i).likeness(act);
      if (likeness.compareTo(strongest) > 0 && candidate.test(cars.get(i))) {
        best = cars.get(i);
        strongest = likeness;
      }
    }
    return best;
  }
}
