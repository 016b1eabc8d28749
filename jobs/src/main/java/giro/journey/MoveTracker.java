package giro.journey;

import giro.model.domain.Moment;
import giro.model.domain.MoveKind;

/**
 * Says how each moment touch was reached: from START, from the touch before it in the lap, or, for
 * the first of a later lap, from the person's latest one before. A stimulus that follows another
 * moment is passed over: brand contact is never a step back.
 */
final class MoveTracker {
  private JourneyTouch latest;

  void add(JourneyTouch touch) {
    TouchOutcome outcome = touch.outcome;
    Moment moment = outcome.moment;
    if (!moment.isMoment()) {
      return;
    }
    JourneyTouch previous = outcome.lap.lastMover;
    if (previous == null) {
      arrive(touch);
    } else {
      Moment from = previous.outcome.moment;
      if (moment == Moment.STIMULUS && from != Moment.STIMULUS) {
        return;
      }
      reach(outcome, kind(from, moment), from, touch.since(previous));
    }
    outcome.lap.lastMover = touch;
    latest = touch;
  }

  private void arrive(JourneyTouch touch) {
    if (latest == null) {
      reach(touch.outcome, MoveKind.ENTRY, null, -1L);
    } else {
      reach(touch.outcome, MoveKind.RETURN, latest.outcome.moment, touch.since(latest));
    }
  }

  private static void reach(TouchOutcome outcome, MoveKind kind, Moment from, long micros) {
    outcome.move = kind;
    outcome.moveFrom = from;
    outcome.moveMicros = micros;
  }

  private static MoveKind kind(Moment from, Moment to) {
    if (from == to) {
      return MoveKind.SELF;
    }
    return from.isBefore(to) ? MoveKind.FORWARD : MoveKind.BACKWARD;
  }
}
