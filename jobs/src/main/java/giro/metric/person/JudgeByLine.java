package giro.metric.person;

import giro.model.domain.Moment;
import giro.model.measure.Attempt;
import giro.model.measure.Counting;
import giro.model.measure.FunnelMatcher;
import giro.model.measure.FunnelSpec;
import giro.model.measure.OrderMode;
import giro.model.measure.TouchSequence;
import java.util.List;

/**
 * Tells the {@link LineReason} of a person. Who acquired is judged by the stages of the line; who
 * did not by the laps, of which each stands as in the drop-off: lost where a loss is known, open
 * until its inactivity and the lateness are over, else dropped.
 */
final class JudgeByLine {
  private static final int ATTRACT = 1;
  private static final int CONVERT = 2;
  private static final int ACQUISITION = 4;
  private static final int STEPS = 3;

  private final long lateness;
  private final long now;
  private final FunnelMatcher line;
  private final TouchSequence sequence = new TouchSequence();

  /**
   * @param lateness how long a lap stays open for late data, in microseconds
   * @param now end of as_of, exclusive
   */
  JudgeByLine(LineSettings line, long lateness, long now) {
    this.lateness = lateness;
    this.now = now;
    this.line = new FunnelMatcher(FunnelSpec.of(OrderMode.ORDERED, STEPS, line.windowMicros()));
  }

  LineReason reason(Person person) {
    boolean hasAcquired = person.touches.stream().anyMatch(touch -> touch.isAcquisition);
    return hasAcquired ? ofAcquirer(person) : ofOther(person);
  }

  private LineReason ofAcquirer(Person person) {
    if (isAlongTheLine(person)) {
      return LineReason.ACQUIRED_ALONG_THE_LINE;
    }
    if (!entersByAttract(person)) {
      return LineReason.ACQUIRED_ENTERING_ELSEWHERE;
    }
    return wasLead(person) ? LineReason.ACQUIRED_OTHERWISE : LineReason.ACQUIRED_WITHOUT_CONVERT;
  }

  /** One touch is one step: a booking that is the acquisition is no lead before it. */
  private static boolean wasLead(Person person) {
    return person.touches.stream()
        .anyMatch(touch -> touch.is(TouchKind.CONVERT) && !touch.isAcquisition);
  }

  private boolean isAlongTheLine(Person person) {
    sequence.clear();
    for (Touch touch : person.touches) {
      int steps = steps(touch);
      if (steps != 0) {
        sequence.add(touch.start, touch.end, steps, 0, true, TouchSequence.NOTHING_HELD);
      }
    }
    List<Attempt> attempts = line.attempts(sequence, Counting.UNIQUE);
    return !attempts.isEmpty() && attempts.get(0).depth() == STEPS;
  }

  /** The stages of the line that a touch can fill, as bits; 0 for none. */
  private static int steps(Touch touch) {
    return (touch.is(TouchKind.ATTRACT) ? ATTRACT : 0)
        | (touch.is(TouchKind.CONVERT) ? CONVERT : 0)
        | (touch.isAcquisition ? ACQUISITION : 0);
  }

  static boolean isOnTheLine(Touch touch) {
    return steps(touch) != 0;
  }

  /** An acquirer has a touch of a stage: the acquisition, if no other. */
  private static boolean entersByAttract(Person person) {
    for (Touch touch : person.touches) {
      if (isOnTheLine(touch) || isOfAnotherStage(touch)) {
        return touch.is(TouchKind.ATTRACT);
      }
    }
    return false;
  }

  /** Use of the car comes at a stage too; what the brand sends or notes down is no way in. */
  private static boolean isOfAnotherStage(Touch touch) {
    return touch.linearStage != null
        && touch.moment != Moment.STIMULUS
        && touch.moment != Moment.NONE;
  }

  private LineReason ofOther(Person person) {
    if (person.laps.stream().anyMatch(this::isOpen)) {
      return LineReason.STILL_OPEN;
    }
    if (person.laps.stream().anyMatch(lap -> lap.lostAt != null)) {
      return LineReason.BOUGHT_ELSEWHERE;
    }
    if (person.touches.stream().anyMatch(JudgeByLine::isReturn)) {
      return LineReason.RETURNED_LATER;
    }
    boolean wentBack = person.touches.stream().anyMatch(touch -> "backward".equals(touch.move));
    return wentBack ? LineReason.WENT_BACK : LineReason.GONE;
  }

  private boolean isOpen(PersonLap lap) {
    if (lap.lostAt != null || lap.disposalAt != null) {
      return false;
    }
    return !lap.isResearch() || !lap.isInactive(now - lateness);
  }

  /** A lap that only an advert opened is nobody's return. */
  private static boolean isReturn(Touch touch) {
    return touch.lap.number > 1 && touch.moment.isMoment() && touch.moment != Moment.STIMULUS;
  }
}
