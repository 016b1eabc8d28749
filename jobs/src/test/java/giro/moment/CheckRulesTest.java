package giro.moment;

import static org.assertj.core.api.Assertions.assertThat;

import giro.model.domain.Moment;
import giro.model.domain.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CheckRulesTest {

  private static final Set<Phase> ANY = EnumSet.allOf(Phase.class);
  private static final Conditions CONDITIONS = Conditions.over(RuleColumns.schema());

  private final List<Rule> rules = new ArrayList<>();

  @Test
  void everyProblemIsNamedWithItsPlace() {
    rule("a", "event_type = 'a", ANY);
    rule("b", "ratin > 4", ANY);
    rule("c", "event_type = 'c' AND 1 = 2", ANY);
    rule("c", "event_type = 'd'", ANY);

    assertThat(problems())
        .containsExactly(
            "my.conf:4: rule c: has the id of the rule at my.conf:3; give it one of its own",
            "my.conf:1: rule a: when does not parse: Syntax error at or near ''' (at character 14 of"
                + " the condition)",
            "my.conf:2: rule b: when names the unknown column ratin; did you mean rating?",
            "my.conf:3: rule c: when is literally false, so it never holds; mend the condition or"
                + " drop the rule");
  }

  @Test
  void nothingStandsBehindAnUnconditionalRuleOfItsPhase() {
    rule("all-prospects", "true", Set.of(Phase.PROSPECT));
    rule("of-owners", "event_type = 'a'", Set.of(Phase.OWNER));
    rule("of-prospects", "event_type = 'b'", Set.of(Phase.PROSPECT));
    rule("of-all", "event_type = 'c'", ANY);

    assertThat(problems())
        .singleElement()
        .asString()
        .startsWith("my.conf:3: rule of-prospects: stands behind rule all-prospects (my.conf:1)");
  }

  @Test
  void nothingStandsBehindAnEqualRuleOfItsPhase() {
    rule("first", "event_type = 'a' AND rating > 3", Set.of(Phase.PROSPECT));
    rule("again", "rating > 3 AND event_type = 'a'", Set.of(Phase.PROSPECT));

    assertThat(problems())
        .singleElement()
        .asString()
        .contains("rule again: stands behind rule first");
  }

  @Test
  void severalEarlierRulesMayTakeAllPhasesTogether() {
    rule("prospects", "event_type = 'a'", Set.of(Phase.PROSPECT));
    rule("others", "event_type = 'a'", Set.of(Phase.WAITING, Phase.OWNER));
    rule("late", "event_type = 'a'", ANY);

    assertThat(problems()).singleElement().asString().contains("rule late");
  }

  @Test
  void aRuleThatAsksMoreOfTheCarLeavesTheRestToTheNext() {
    state("own", true, null);
    state("own-soon", true, Duration.ofDays(90));
    state("any-car", null, null);
    state("not-own", false, null);

    assertThat(problems())
        .satisfiesExactly(
            p -> assertThat(p).contains("rule own-soon: stands behind rule own"),
            p -> assertThat(p).contains("rule not-own: stands behind rule any-car"));
  }

  @Test
  void aLongerTimeSinceDeliveryTakesAShorterOne() {
    state("short", null, Duration.ofDays(30));
    state("long", null, Duration.ofDays(90));
    state("between", null, Duration.ofDays(60));

    assertThat(problems())
        .singleElement()
        .asString()
        .contains("rule between: stands behind rule long");
  }

  private void rule(String id, String when, Set<Phase> phases) {
    add(id, when, phases, null, null);
  }

  private void state(String id, Boolean ownModel, Duration sinceDelivery) {
    add(id, "event_type = 'a'", ANY, ownModel, sinceDelivery);
  }

  private void add(
      String id, String when, Set<Phase> phases, Boolean ownModel, Duration sinceDelivery) {
    String origin = "my.conf:" + (rules.size() + 1);
    rules.add(
        new Rule(
            id,
            Moment.ZMOT,
            null,
            null,
            null,
            null,
            when,
            phases,
            ownModel,
            sinceDelivery,
            origin));
  }

  private List<String> problems() {
    return CheckRules.problems(new RuleSet(1, rules), CONDITIONS);
  }
}
