package giro.simulate;

import java.util.ArrayList;
import java.util.List;

/** A car (or access to one) a person ordered or holds, with the keys known of it so far. */
final class TrueCar {
  enum State {
    WAITING,
    HELD,
    GONE
  }

  /** How a touch and a car compare by the first of order number, VIN and model both know. */
  enum Likeness {
    DIFFERENT,
    UNKNOWN,
    SAME_MODEL,
    SAME_VIN,
    SAME_ORDER;

    boolean agrees() {
      return ordinal() >= SAME_MODEL.ordinal();
    }
  }

  final TrueLap lap;
  final boolean isAccess;
  final int contract;
  final boolean isAcquired;
  final long acquiredAt;
  final List<Act> acquisitionTouches = new ArrayList<>(2);
  State state;
  boolean isDelivered;

  /** Delivery, for access the acquisition; -1 when not known. */
  long reassuranceFrom = -1;

  private int order;
  private int vin;
  private int model;

  TrueCar(TrueLap lap, Act first, boolean isAcquired) {
    this.lap = lap;
    this.isAcquired = isAcquired;
    this.isAccess = isAcquired && first.isAccess();
    this.contract = first.contract;
    this.acquiredAt = first.at;
    this.state = isAcquired && !isAccess ? State.WAITING : State.HELD;
    if (isAccess) {
      reassuranceFrom = first.at;
    }
    learn(first);
  }

  /** Takes over the keys this touch knows and the car does not yet. */
  void learn(Act act) {
    order = order == 0 ? act.order : order;
    vin = vin == 0 ? act.car : vin;
    model = model == 0 ? act.model : model;
  }

  Likeness likeness(Act act) {
    if (order != 0 && act.order != 0) {
      return order == act.order ? Likeness.SAME_ORDER : Likeness.DIFFERENT;
    }
    if (vin != 0 && act.car != 0) {
      return vin == act.car ? Likeness.SAME_VIN : Likeness.DIFFERENT;
    }
    if (model != 0 && act.model != 0) {
      return model == act.model ? Likeness.SAME_MODEL : Likeness.DIFFERENT;
    }
    return Likeness.UNKNOWN;
  }

  /** True where VIN or model, the first known to both, agrees: the touch is about this car. */
  boolean isOwnModelOf(Act act) {
    if (vin != 0 && act.car != 0) {
      return vin == act.car;
    }
    return model != 0 && model == act.model;
  }

  boolean isWaiting() {
    return state == State.WAITING;
  }

  boolean isHeld() {
    return state == State.HELD;
  }
}
