package giro.journey;

import java.util.ArrayList;
import java.util.List;

/** A car (or an access to cars) of one person, with what is known of it so far. */
final class Car {
  final boolean isAccess;
  final String accessKind;

  /** False for an owner whose acquisition is not known. */
  final boolean hasAcquisition;

  /** The touch that acquired it, or that made an owner without a known acquisition. */
  final JourneyTouch first;

  final List<JourneyTouch> acquisitionTouches = new ArrayList<>(1);
  String orderNumber;
  String vin;
  String model;
  JourneyTouch ownerTouch;
  JourneyTouch deliveryTouch;
  JourneyTouch disposalTouch;
  Lap lap;

  /** Counts the person's cars from 1 as they came. */
  int number;

  /** True where this car decided what an ownership touch, about another car or none, did. */
  boolean isLeanedOn;

  Car(JourneyTouch first, boolean hasAcquisition, String accessKind) {
    this.first = first;
    this.hasAcquisition = hasAcquisition;
    this.accessKind = accessKind;
    this.isAccess = accessKind != null;
    learn(first);
    if (hasAcquisition) {
      acquisitionTouches.add(first);
    }
    if (isAccess || !hasAcquisition) {
      ownerTouch = first;
    }
  }

  /** Takes over the keys not known yet. */
  void learn(JourneyTouch touch) {
    orderNumber = orderNumber == null ? touch.orderNumber : orderNumber;
    vin = vin == null ? touch.vin : vin;
    model = model == null ? touch.model : model;
  }

  boolean isDisposed() {
    return disposalTouch != null;
  }

  boolean isHeld() {
    return ownerTouch != null && disposalTouch == null;
  }

  boolean isWaiting() {
    return ownerTouch == null && disposalTouch == null;
  }

  /** A positive strength where a known key agrees, 0 where none is shared, -1 where one differs. */
  int agreement(JourneyTouch touch) {
    if (orderNumber != null && touch.orderNumber != null) {
      return orderNumber.equals(touch.orderNumber) ? 3 : -1;
    }
    if (vin != null && touch.vin != null) {
      return vin.equals(touch.vin) ? 2 : -1;
    }
    if (model != null && touch.model != null) {
      return model.equals(touch.model) ? 1 : -1;
    }
    return 0;
  }
}
