package giro.simulate;

import giro.model.domain.Moment;
import java.util.ArrayList;
import java.util.List;

/** Which lap an act is in, and when a new one opens. */
final class LapBook {
  private static final long GAP_NEW = 180 * TrueOrder.DAY;
  private static final long GAP_USED = 90 * TrueOrder.DAY;

  private final List<TrueLap> laps = new ArrayList<>(4);
  private TrueLap research;
  private TrueLap latestReturn;
  private TrueLap latestOwnership;
  private TrueLap ofTouchBefore;

  List<TrueLap> laps() {
    return laps;
  }

  /** An acquisition, or the first sign of an owner: turns the research under way, or opens. */
  TrueLap openOwnership(Act act, int position) {
    TrueLap lap = isUnderWay(act) ? research : open(act);
    lap.ownershipFrom = position;
    if (latestReturn == lap) {
      latestReturn = null;
    }
    research = null;
    latestOwnership = lap;
    put(act, lap);
    return lap;
  }

  void placeInLapOf(TrueCar car, Act act) {
    put(act, car.lap);
  }

  /** Any other act; {@code named} is the car it is about, for use and expression only. */
  void place(Act act, TrueCar named) {
    if (latestOwnership == null) {
      placeBeforeOwnership(act);
    } else {
      placeAfterOwnership(act, named);
    }
  }

  private void placeBeforeOwnership(Act act) {
    boolean stays = isUnderWay(act) || (act.moment == Moment.NONE && ofTouchBefore != null);
    if (!stays) {
      research = open(act);
    }
    put(act, isUnderWay(act) ? research : ofTouchBefore);
  }

  private void placeAfterOwnership(Act act, TrueCar named) {
    switch (act.moment) {
      case ZMOT, FMOT -> {
        if (!isUnderWay(act)) {
          research = open(act);
          latestReturn = research;
        }
        put(act, research);
      }
      case STIMULUS, UNCLASSIFIED -> put(act, isUnderWay(act) ? research : latestOwnership);
      case SMOT, UMOT -> put(act, named != null ? named.lap : latestOwnership);
      default -> put(act, ofNone(act));
    }
  }

  private TrueLap ofNone(Act act) {
    if (act.kind == EventKind.LOST_SALE) {
      return latestReturn != null ? latestReturn : latestOwnership;
    }
    return ofTouchBefore;
  }

  private boolean isUnderWay(Act act) {
    if (research == null) {
      return false;
    }
    long gap = research.activeCondition == Act.USED ? GAP_USED : GAP_NEW;
    return act.at - research.activeAt <= gap;
  }

  private TrueLap open(Act act) {
    TrueLap lap = new TrueLap(laps.size() + 1, act.at);
    laps.add(lap);
    act.opensLap = true;
    lap.activeAt = act.at;
    lap.activeCondition = act.recordedCondition();
    return lap;
  }

  private void put(Act act, TrueLap lap) {
    act.lap = lap.number;
    lap.condition = act.recordedCondition() != 0 ? act.recordedCondition() : lap.condition;
    if (act.moment != Moment.STIMULUS && act.moment != Moment.NONE) {
      lap.activeAt = act.at;
      lap.activeCondition = lap.condition;
    }
    ofTouchBefore = lap;
  }
}
