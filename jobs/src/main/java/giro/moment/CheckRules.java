package giro.moment;

import giro.model.domain.Phase;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds, before any data is read, the rules that cannot do what they say: all of them at once.
 *
 * <p>A rule cannot be reached where, in each of its phases, an earlier rule holds for every row or
 * has an equal condition, and asks no more of the person's cars.
 */
public final class CheckRules {

  private final Conditions conditions;
  private final List<String> problems = new ArrayList<>();
  private final List<Judged> earlier = new ArrayList<>();

  private record Judged(Rule rule, Verdict verdict) {}

  private CheckRules(Conditions conditions) {
    this.conditions = conditions;
  }

  /** One line per problem, each with file and line, rule and what is wrong; empty if none. */
  public static List<String> problems(RuleSet rules, Conditions conditions) {
    CheckRules check = new CheckRules(conditions);
    check.ids(rules.rules());
    rules.rules().forEach(check::rule);
    return List.copyOf(check.problems);
  }

  private void ids(List<Rule> rules) {
    Map<String, Rule> first = new HashMap<>();
    for (Rule rule : rules) {
      Rule before = first.putIfAbsent(rule.id(), rule);
      if (before != null) {
        say(rule, "has the id of the rule at " + before.origin() + "; give it one of its own");
      }
    }
  }

  private void rule(Rule rule) {
    Verdict verdict = conditions.judge(rule.when());
    verdict.problems().forEach(problem -> say(rule, "when " + problem));
    if (!verdict.problems().isEmpty()) {
      return;
    }
    if (verdict.never()) {
      say(rule, "when is literally false, so it never holds; mend the condition or drop the rule");
      return;
    }
    Judged judged = new Judged(rule, verdict);
    shadow(judged)
        .ifPresent(
            before ->
                say(
                    rule,
                    "stands behind rule "
                        + before.id()
                        + " ("
                        + before.origin()
                        + "), which always matches first; put it before that rule or drop it"));
    earlier.add(judged);
  }

  /** The last of the earlier rules that together take every touch from this one, if they do. */
  private Optional<Rule> shadow(Judged judged) {
    Set<Phase> left = EnumSet.copyOf(judged.rule.phases());
    for (Judged before : earlier) {
      boolean everyRow =
          before.verdict.always() || before.verdict.canonical().equals(judged.verdict.canonical());
      if (everyRow && before.rule.asksNoMoreOfTheCarThan(judged.rule)) {
        left.removeAll(before.rule.phases());
        if (left.isEmpty()) {
          return Optional.of(before.rule);
        }
      }
    }
    return Optional.empty();
  }

  private void say(Rule rule, String what) {
    problems.add(rule.origin() + ": rule " + rule.id() + ": " + what);
  }
}
