package giro.journey;

import giro.model.domain.Moment;
import giro.model.domain.Phase;
import giro.model.domain.RuleOutcome;
import java.util.List;

/**
 * Decides the moment of a touch: the first rule whose condition held on the touch and whose state
 * conditions hold for the person just then.
 */
final class MomentDecision {
  private final RuleOutcome[] rules;

  MomentDecision(List<RuleOutcome> rules) {
    this.rules = rules.toArray(RuleOutcome[]::new);
  }

  /** Writes phase, rule and moment into the outcome; expects the ledger to have taken the touch. */
  void decide(JourneyTouch touch, CarLedger ledger) {
    TouchOutcome outcome = touch.outcome;
    CarState state = CarState.at(touch, ledger.cars());
    outcome.phase = state.phase();
    outcome.isFormerOwner = state.isFormerOwner();
    outcome.rule = firstThatHolds(touch, state);
    outcome.moment = outcome.rule == null ? Moment.UNCLASSIFIED : outcome.rule.moment();
  }

  private RuleOutcome firstThatHolds(JourneyTouch touch, CarState state) {
    long[] hits = touch.ruleHits;
    for (int word = 0; word < hits.length; word++) {
      long bits = hits[word];
      while (bits != 0) {
        RuleOutcome rule = rules[(word << 6) + Long.numberOfTrailingZeros(bits)];
        if (holds(rule, touch, state)) {
          return rule;
        }
        bits &= bits - 1;
      }
    }
    return null;
  }

  private static boolean holds(RuleOutcome rule, JourneyTouch touch, CarState state) {
    Phase phase = state.phase();
    if (!rule.phases().contains(phase)) {
      return false;
    }
    if (rule.ownModel() != null && state.isOwnModel(touch) != rule.ownModel()) {
      return false;
    }
    return rule.sinceDeliveryMicros() < 0
        || state.isSinceDelivery(
            touch, rule.sinceDeliveryMicros(), Boolean.TRUE.equals(rule.ownModel()));
  }
}
