package giro.moment;

import giro.model.domain.Moment;
import giro.model.domain.Phase;
import giro.model.domain.RuleOutcome;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/**
 * One classification rule of the ordered list.
 *
 * @param id its name, which every touch it classifies carries
 * @param moment what a touch becomes
 * @param humanStep discovery, enchantment, reflection, expression, or null
 * @param intent know, go, do, buy, or null
 * @param department the department, or null to leave the touch's own
 * @param linearStage attract, convert, close, delight, or null
 * @param when a Spark SQL boolean on the touch alone; null counts as false
 * @param phases the phases in which it holds; all of them for any
 * @param ownModel whether the touch must be about a car the person has ordered or holds; null asks
 *     nothing
 * @param sinceDelivery at most this long after that car's delivery, end included; null asks nothing
 * @param origin file and line, for messages
 */
public record Rule(
    String id,
    Moment moment,
    String humanStep,
    String intent,
    String department,
    String linearStage,
    String when,
    Set<Phase> phases,
    Boolean ownModel,
    Duration sinceDelivery,
    String origin) {

  public Rule {
    phases = Set.copyOf(phases);
  }

  /** What the pass over the person needs of this rule. */
  RuleOutcome outcome() {
    long micros = sinceDelivery == null ? -1 : sinceDelivery.toNanos() / 1000;
    return new RuleOutcome(
        id, moment, humanStep, intent, department, linearStage, phases, ownModel, micros);
  }

  /** True where whatever {@code other} asks of the person's cars, this rule asks no more. */
  boolean asksNoMoreOfTheCarThan(Rule other) {
    if (ownModel == null && sinceDelivery == null) {
      return true;
    }
    boolean sameCar = Objects.equals(ownModel, other.ownModel);
    boolean noShorter =
        sinceDelivery == null
            || (other.sinceDelivery != null && sinceDelivery.compareTo(other.sinceDelivery) >= 0);
    return sameCar && noShorter;
  }
}
