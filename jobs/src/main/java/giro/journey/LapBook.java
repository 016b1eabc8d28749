package giro.journey;

import giro.model.domain.Moment;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a person's journey into laps: which lap a touch is in, which touch opens one, when a
 * research lap becomes an ownership lap.
 */
final class LapBook {
  private final LapRules rules;
  private final List<Lap> laps = new ArrayList<>(2);

  /** The research lap under way, or null. */
  private Lap research;

  private Lap latestReturn;
  private Lap latestOwnership;
  private JourneyTouch before;

  LapBook(LapRules rules) {
    this.rules = rules;
  }

  List<Lap> laps() {
    return laps;
  }

  /** Puts the touch in its lap and gives it its position and the values known so far in the lap. */
  void add(JourneyTouch touch, CarLedger ledger) {
    Lap lap = lapOf(touch, ledger);
    TouchOutcome outcome = touch.outcome;
    outcome.lap = lap;
    lap.touches.add(touch);
    outcome.position = lap.touches.size();
    outcome.isAfterAcquisition = lap.isAfterBecoming(touch);
    carryValues(touch, lap);
    markPresence(touch, lap);
    before = touch;
  }

  private Lap lapOf(JourneyTouch touch, CarLedger ledger) {
    endIdleResearch(touch);
    TouchOutcome outcome = touch.outcome;
    Car car = outcome.car;
    if (car != null && car.first == touch) {
      return becomeOwnership(touch, car);
    }
    if (car != null) {
      return car.lap;
    }
    return latestOwnership == null ? beforeOwnership(touch) : afterOwnership(touch, ledger);
  }

  private Lap becomeOwnership(JourneyTouch touch, Car car) {
    Lap lap = research == null ? open(touch, false) : research;
    lap.becameAt = touch;
    lap.car = car;
    car.lap = lap;
    research = null;
    latestOwnership = lap;
    return lap;
  }

  private Lap beforeOwnership(JourneyTouch touch) {
    if (touch.outcome.moment == Moment.NONE && before != null) {
      return before.outcome.lap;
    }
    if (research == null) {
      research = open(touch, false);
    }
    return research;
  }

  private Lap afterOwnership(JourneyTouch touch, CarLedger ledger) {
    if (touch.matchesLost) {
      return latestReturn == null ? latestOwnership : latestReturn;
    }
    return switch (touch.outcome.moment) {
      case ZMOT, FMOT -> returnLap(touch);
      case STIMULUS, UNCLASSIFIED -> research == null ? latestOwnership : research;
      case SMOT, UMOT -> {
        Car named = ledger.named(touch);
        yield named == null ? latestOwnership : named.lap;
      }
      case NONE -> before.outcome.lap;
    };
  }

  private Lap returnLap(JourneyTouch touch) {
    if (research == null) {
      research = open(touch, true);
      latestReturn = research;
    }
    return research;
  }

  /** Once over, a research lap stays over, whatever touches (a loss) it still takes. */
  private void endIdleResearch(JourneyTouch touch) {
    if (research != null && research.hasLapsedAt(touch, rules)) {
      research = null;
    }
  }

  private Lap open(JourneyTouch touch, boolean isReturn) {
    Lap lap = new Lap(laps.size() + 1, touch, isReturn, latestOwnership);
    laps.add(lap);
    return lap;
  }

  private static void carryValues(JourneyTouch touch, Lap lap) {
    lap.market = touch.market == null ? lap.market : touch.market;
    lap.model = touch.model == null ? lap.model : touch.model;
    lap.dealerId = touch.dealerId == null ? lap.dealerId : touch.dealerId;
    lap.vehicleType = touch.vehicleType == null ? lap.vehicleType : touch.vehicleType;
    TouchOutcome outcome = touch.outcome;
    outcome.marketSoFar = lap.market;
    outcome.modelSoFar = lap.model;
    outcome.dealerSoFar = lap.dealerId;
    outcome.vehicleTypeSoFar = lap.vehicleType;
  }

  private void markPresence(JourneyTouch touch, Lap lap) {
    Moment moment = touch.outcome.moment;
    boolean isOver = lap != research && !lap.isOwnership();
    if (isOver || moment == Moment.STIMULUS || moment == Moment.NONE) {
      lap.idleLimit = rules.inactivity(lap.idleSince().outcome.vehicleTypeSoFar);
      return;
    }
    touch.outcome.isReentry =
        !lap.isOwnership()
            && lap.lastActive != null
            && touch.since(lap.lastActive) > rules.reentry();
    lap.lastActive = touch;
    lap.idleLimit = rules.inactivity(touch.outcome.vehicleTypeSoFar);
  }
}
