package giro.moment;

import giro.model.domain.RuleOutcome;
import java.util.List;

/**
 * The ordered rules: the first that matches a touch and the person's state gives the moment.
 *
 * @param version carried by every touch that these rules classify
 * @param rules in order
 */
public record RuleSet(int version, List<Rule> rules) {

  public RuleSet {
    rules = List.copyOf(rules);
  }

  /** In the order of the rules: index i belongs to bit i of {@code rule_hits}. */
  public List<RuleOutcome> outcomes() {
    return rules.stream().map(Rule::outcome).toList();
  }
}
