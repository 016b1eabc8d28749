package giro.journey;

import static giro.model.domain.Moment.FMOT;
import static giro.model.domain.Moment.STIMULUS;
import static giro.model.domain.Moment.ZMOT;

import giro.model.domain.ConversionPair;
import giro.model.domain.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Finds, for each conversion pair a lap entered, the touches that decide it. */
final class PairTimes {
  private static final long DAY = 86_400_000_000L;
  private static final ConversionPair[] PAIRS = ConversionPair.values();

  private final List<JourneyTouch> returns = new ArrayList<>();

  /** Takes all touches of the person in order. */
  PairTimes(List<JourneyTouch> touches) {
    for (JourneyTouch touch : touches) {
      Moment moment = touch.outcome.moment;
      if (moment == ZMOT || moment == FMOT || touch.outcome.isAcquisition) {
        returns.add(touch);
      }
    }
  }

  List<PairTime> of(Lap lap) {
    List<PairTime> times = new ArrayList<>(8);
    List<JourneyTouch> losses = losses(lap);
    for (ConversionPair pair : PAIRS) {
      JourneyTouch from = from(pair, lap);
      if (from != null) {
        boolean knowsLoss = pair.group() != ConversionPair.Group.RETURN;
        JourneyTouch lost = knowsLoss ? earliest(losses, from, t -> t != from) : null;
        times.add(new PairTime(pair, from, to(pair, lap, from), lost));
      }
    }
    return times;
  }

  private static List<JourneyTouch> losses(Lap lap) {
    List<JourneyTouch> losses = new ArrayList<>(1);
    for (JourneyTouch touch : lap.touches) {
      if (touch.matchesLost) {
        losses.add(touch);
      }
    }
    JourneyTouch disposal = lap.car == null ? null : lap.car.disposalTouch;
    if (disposal != null && !losses.contains(disposal)) {
      losses.add(disposal); // may stand in another lap: a trade-in that is also the next order
      TouchOrder.sort(losses);
    }
    return losses;
  }

  private static JourneyTouch from(ConversionPair pair, Lap lap) {
    return switch (pair.from()) {
      case ConversionPair.ACQUISITION -> acquisition(lap, false);
      case ConversionPair.OWNER_STIMULUS ->
          first(lap, t -> t.outcome.moment == STIMULUS && lap.isAfterBecoming(t));
      default -> {
        Moment moment = Moment.valueOf(pair.from());
        boolean onlyBefore = moment == STIMULUS || pair.group() == ConversionPair.Group.BACKWARD;
        yield first(
            lap, t -> t.outcome.moment == moment && (!onlyBefore || lap.isBeforeBecoming(t)));
      }
    };
  }

  private JourneyTouch to(ConversionPair pair, Lap lap, JourneyTouch from) {
    if (pair.group() == ConversionPair.Group.RETURN) {
      return returning(pair, lap, from);
    }
    return switch (pair.to()) {
      case ConversionPair.ACQUISITION -> milestone(acquisition(lap, true), from);
      case ConversionPair.DELIVERY ->
          milestone(lap.car == null ? null : lap.car.deliveryTouch, from);
      default -> {
        Moment moment = Moment.valueOf(pair.to());
        boolean onlyBefore = pair.group() == ConversionPair.Group.BACKWARD;
        yield earliest(
            lap.touches,
            from,
            t ->
                t != from
                    && t.outcome.moment == moment
                    && (!onlyBefore || lap.isBeforeBecoming(t)));
      }
    };
  }

  private JourneyTouch returning(ConversionPair pair, Lap lap, JourneyTouch from) {
    if (pair == ConversionPair.UMOT_ACQUISITION) {
      return earliest(
          returns, from, t -> t.outcome.isAcquisition && t.outcome.lap.number >= lap.number);
    }
    Moment moment = Moment.valueOf(pair.to());
    return earliest(
        returns, from, t -> t.outcome.moment == moment && t.outcome.lap.number > lap.number);
  }

  /** The acquisition of the lap's own car; access only where asked for. */
  private static JourneyTouch acquisition(Lap lap, boolean withAccess) {
    boolean isKnown = lap.car != null && lap.car.hasAcquisition;
    return isKnown && (withAccess || !lap.car.isAccess) ? lap.becameAt : null;
  }

  /** A touch that is itself the milestone converts in no time. */
  private static JourneyTouch milestone(JourneyTouch milestone, JourneyTouch from) {
    boolean counts = milestone != null && (milestone == from || milestone.mayComeAfter(from));
    return counts ? milestone : null;
  }

  private static JourneyTouch first(Lap lap, Predicate<JourneyTouch> condition) {
    for (JourneyTouch touch : lap.touches) {
      if (condition.test(touch)) {
        return touch;
      }
    }
    return null;
  }

  /** The smallest start among the touches that may come after {@code from}. */
  private static JourneyTouch earliest(
      List<JourneyTouch> ordered, JourneyTouch from, Predicate<JourneyTouch> condition) {
    JourneyTouch best = null;
    for (JourneyTouch touch : ordered) {
      if (best != null && touch.start >= best.start + DAY) {
        break; // within a day a date-only touch stands last but starts first
      }
      if ((best == null || touch.start < best.start)
          && touch.mayComeAfter(from)
          && condition.test(touch)) {
        best = touch;
      }
    }
    return best;
  }
}
