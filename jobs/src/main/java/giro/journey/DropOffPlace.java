package giro.journey;

import giro.model.domain.Moment;

/**
 * Where a lap stood strictly before its acquisition or its first loss, whichever decides, else now.
 *
 * @param last the last moment touch; null if there is none
 * @param furthest the furthest moment touch on the circle; null if there is none
 * @param isLostFirst a loss decides: no acquisition is earlier in order or starts with it
 */
record DropOffPlace(JourneyTouch last, JourneyTouch furthest, boolean isLostFirst) {

  static DropOffPlace of(Lap lap) {
    JourneyTouch acquisition = lap.car != null && lap.car.hasAcquisition ? lap.becameAt : null;
    JourneyTouch lost = firstLost(lap);
    JourneyTouch cut = decides(acquisition, lost);
    JourneyTouch last = null;
    JourneyTouch furthest = null;
    for (JourneyTouch touch : lap.touches) {
      if (cut != null && touch.outcome.position >= cut.outcome.position) {
        break;
      }
      Moment moment = touch.outcome.moment;
      if (moment.isMoment()) {
        last = touch;
        boolean isFurther =
            furthest == null || furthest.outcome.moment.ordinal() <= moment.ordinal();
        furthest = isFurther ? touch : furthest;
      }
    }
    return new DropOffPlace(last, furthest, cut != null && cut == lost);
  }

  private static JourneyTouch firstLost(Lap lap) {
    for (JourneyTouch touch : lap.touches) {
      if (touch.matchesLost) {
        return touch;
      }
    }
    return null;
  }

  /** The earlier of the two in order; the acquisition where both start together. */
  private static JourneyTouch decides(JourneyTouch acquisition, JourneyTouch lost) {
    if (acquisition == null || lost == null) {
      return acquisition == null ? lost : acquisition;
    }
    boolean isLostFirst =
        lost.start != acquisition.start && lost.outcome.position < acquisition.outcome.position;
    return isLostFirst ? lost : acquisition;
  }

  String lastMoment() {
    return last == null ? Moment.NONE.name() : last.outcome.moment.name();
  }

  String furthestMoment() {
    return furthest == null ? Moment.NONE.name() : furthest.outcome.moment.name();
  }
}
