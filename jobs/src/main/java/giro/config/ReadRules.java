package giro.config;

import giro.model.domain.Moment;
import giro.model.domain.Phase;
import giro.moment.CheckRules;
import giro.moment.Conditions;
import giro.moment.Rule;
import giro.moment.RuleSet;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code giro.moments}. */
final class ReadRules {

  private static final List<String> MOMENTS =
      Arrays.stream(Moment.values())
          .filter(moment -> moment != Moment.UNCLASSIFIED)
          .map(Moment::name)
          .toList();
  private static final List<String> HUMAN_STEPS =
      List.of("discovery", "enchantment", "reflection", "expression");
  private static final List<String> INTENTS = List.of("know", "go", "do", "buy");
  private static final List<String> STAGES = List.of("attract", "convert", "close", "delight");
  private static final List<String> PHASES = List.of("prospect", "waiting", "owner", "any");

  private final Section moments;
  private final Problems problems;

  ReadRules(Section moments, Problems problems) {
    this.moments = moments;
    this.problems = problems;
  }

  RuleSet read(Conditions onTouches) {
    RuleSet rules =
        new RuleSet(
            moments.integer("version", 0), moments.list("rules").stream().map(this::rule).toList());
    CheckRules.problems(rules, onTouches).forEach(problems::add);
    moments.close();
    return rules;
  }

  private Rule rule(Section section) {
    String moment = section.oneOf("moment", MOMENTS);
    Rule rule =
        new Rule(
            section.words("id"),
            moment.isEmpty() ? Moment.NONE : Moment.valueOf(moment),
            section.optionalOneOf("human_step", HUMAN_STEPS).orElse(null),
            section.optionalOneOf("intent", INTENTS).orElse(null),
            section.optionalText("department").orElse(null),
            section.optionalOneOf("linear_stage", STAGES).orElse(null),
            section.words("when"),
            phases(section),
            section.optionalBool("own-model").orElse(null),
            section.optionalDuration("since-delivery").orElse(null),
            Problems.place(section.origin("id")));
    section.close();
    return rule;
  }

  private static Set<Phase> phases(Section section) {
    Set<Phase> phases = EnumSet.noneOf(Phase.class);
    for (String phase : section.texts("phase")) {
      if (phase.equals("any")) {
        phases.addAll(EnumSet.allOf(Phase.class));
      } else if (PHASES.contains(phase)) {
        phases.add(Phase.valueOf(phase.toUpperCase(Locale.ROOT)));
      } else {
        section.problem("phase", "\"" + phase + "\" is not one of " + String.join(", ", PHASES));
      }
    }
    return phases.isEmpty() ? EnumSet.allOf(Phase.class) : phases;
  }
}
