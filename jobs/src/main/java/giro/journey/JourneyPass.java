package giro.journey;

import giro.model.domain.RuleOutcome;
import java.util.List;

/**
 * The one pass over a person's touches: order, cars and phase, moment, lap and position, session
 * and move. Writes each touch's outcome and returns the laps.
 */
final class JourneyPass {
  private final LapRules rules;
  private final MomentDecision moments;

  JourneyPass(LapRules rules, List<RuleOutcome> outcomes) {
    this.rules = rules;
    this.moments = new MomentDecision(outcomes);
  }

  /** Sorts {@code touches} in place; they must all be one person's. */
  List<Lap> over(List<JourneyTouch> touches) {
    TouchOrder.sort(touches);
    CarLedger ledger = CarLedger.of(rules, CarLedger.voided(rules, touches));
    LapBook laps = new LapBook(rules);
    MoveTracker moves = new MoveTracker();
    SessionCounter sessions = new SessionCounter(rules.sessionGap());
    for (JourneyTouch touch : touches) {
      ledger.apply(touch);
      moments.decide(touch, ledger);
      laps.add(touch, ledger);
      moves.add(touch);
      sessions.add(touch);
    }
    return laps.laps();
  }
}
