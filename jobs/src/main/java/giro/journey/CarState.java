package giro.journey;

import giro.model.domain.Phase;
import java.util.ArrayList;
import java.util.List;

/** The cars a person waits for or holds just when a touch happens, and what follows from them. */
record CarState(List<Car> waiting, List<Car> held, boolean isFormerOwner) {
  private static final CarState NO_CAR = new CarState(List.of(), List.of(), false);

  /**
   * The state at a touch the ledger has taken: an acquisition has the phase before it, a touch that
   * makes an owner and a disposal are the owner's.
   */
  static CarState at(JourneyTouch touch, List<Car> cars) {
    if (cars.isEmpty()) {
      return NO_CAR;
    }
    List<Car> waiting = new ArrayList<>(1);
    List<Car> held = new ArrayList<>(1);
    boolean isFormerOwner = false;
    for (Car car : cars) {
      if (car.hasAcquisition && car.first == touch) {
        continue;
      }
      if (car.isWaiting()) {
        waiting.add(car);
      } else if (car.ownerTouch != null && (!car.isDisposed() || car.disposalTouch == touch)) {
        held.add(car);
      } else {
        isFormerOwner = true;
      }
    }
    return new CarState(waiting, held, isFormerOwner && waiting.isEmpty() && held.isEmpty());
  }

  Phase phase() {
    if (!waiting.isEmpty()) {
      return Phase.WAITING;
    }
    return held.isEmpty() ? Phase.PROSPECT : Phase.OWNER;
  }

  /** True where the first of vin and model known to both agrees; naming neither, while waiting. */
  boolean isOwnModel(JourneyTouch touch) {
    if (touch.vin == null && touch.model == null) {
      return !waiting.isEmpty();
    }
    return waiting.stream().anyMatch(car -> isAbout(touch, car))
        || held.stream().anyMatch(car -> isAbout(touch, car));
  }

  private static boolean isAbout(JourneyTouch touch, Car car) {
    if (touch.vin != null && car.vin != null) {
      return touch.vin.equals(car.vin);
    }
    return touch.model != null && touch.model.equals(car.model);
  }

  /** At most {@code micros} after the delivery (access: acquisition) of a held car; else false. */
  boolean isSinceDelivery(JourneyTouch touch, long micros, boolean ownModelOnly) {
    for (Car car : held) {
      JourneyTouch delivery = car.isAccess ? car.first : car.deliveryTouch;
      if (delivery != null
          && (!ownModelOnly || isAbout(touch, car))
          && touch.since(delivery) <= micros) {
        return true;
      }
    }
    return false;
  }
}
