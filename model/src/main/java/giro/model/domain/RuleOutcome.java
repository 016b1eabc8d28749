package giro.model.domain;

import java.util.Set;

/**
 * What a rule says of a touch, and the state of the person it asks for. Its condition on the touch
 * is not here: the row-by-row stage has judged it already.
 *
 * @param id the rule's name
 * @param moment what the touch is
 * @param humanStep discovery, enchantment, reflection or expression; null where there is none
 * @param intent know, go, do or buy; null where there is none
 * @param department the department the touch falls to; null leaves the touch's own
 * @param linearStage attract, convert, close or delight; null where there is none
 * @param phases the phases in which the rule holds; all of them for any
 * @param ownModel what "about one's own car" must be; null asks nothing
 * @param sinceDeliveryMicros at most this long after the delivery, end included; -1 asks nothing
 */
public record RuleOutcome(
    String id,
    Moment moment,
    String humanStep,
    String intent,
    String department,
    String linearStage,
    Set<Phase> phases,
    Boolean ownModel,
    long sinceDeliveryMicros)
    implements java.io.Serializable {

  public RuleOutcome {
    phases = Set.copyOf(phases);
  }
}
