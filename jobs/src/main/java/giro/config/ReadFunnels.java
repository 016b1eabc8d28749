package giro.config;

import giro.metric.FunnelSettings;
import giro.metric.FunnelSettings.Exclusion;
import giro.metric.FunnelSettings.Step;
import giro.moment.Conditions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code giro.funnels}: the whole grammar. */
final class ReadFunnels {
  private static final int MOST_BREAKDOWNS = 3;
  private static final int MOST_STEPS = 31;
  private static final List<String> UNITS = List.of("person", "lap");
  private static final List<String> ENTRIES = List.of("closed", "open");
  private static final List<String> MODES =
      List.of(
          "ordered", "adjacent", "strict_order", "strict_dedup", "strict_increase", "any_order");

  private final Section giro;
  private final Conditions onJourneys;

  ReadFunnels(Section giro, Conditions onJourneys) {
    this.giro = giro;
    this.onJourneys = onJourneys;
  }

  List<FunnelSettings> read() {
    Section defaults = giro.section("funnel-defaults");
    List<FunnelSettings> funnels = new ArrayList<>();
    giro.sections("funnels")
        .forEach((name, section) -> funnels.add(funnel(name, section.orElse(defaults))));
    return funnels;
  }

  private FunnelSettings funnel(String name, Section section) {
    List<Step> steps = section.list("steps").stream().map(this::step).toList();
    FunnelSettings funnel =
        new FunnelSettings(
            name,
            section.oneOf("unit", UNITS),
            section.span("window"),
            section.oneOf("mode", MODES),
            section.oneOf("entry", ENTRIES),
            steps,
            section.list("exclusions").stream().map(this::exclusion).toList(),
            section.texts("hold"),
            section.texts("by"),
            section.integer("breakdown-values", 1));
    section.close();
    checkSteps(section, funnel);
    checkExclusions(section, funnel);
    checkColumns(section, "hold", funnel.hold());
    checkColumns(section, "by", funnel.by());
    if (funnel.by().size() > MOST_BREAKDOWNS) {
      section.problem("by", "has more than " + MOST_BREAKDOWNS + " columns; leave some out");
    }
    checkMode(section, funnel);
    return funnel;
  }

  private Step step(Section section) {
    Step step =
        new Step(
            section.words("name"),
            ConditionText.read(section, "when", onJourneys),
            section.optionalDuration("within").orElse(null),
            section.optionalBool("optional").orElse(false));
    section.close();
    return step;
  }

  private Exclusion exclusion(Section section) {
    Exclusion exclusion =
        new Exclusion(
            section.words("after"),
            section.words("before"),
            ConditionText.read(section, "when", onJourneys));
    section.close();
    return exclusion;
  }

  private static void checkSteps(Section section, FunnelSettings funnel) {
    if (funnel.steps().isEmpty()) {
      section.problem("steps", "has no step; give at least one { name = ..., when = \"...\" }");
    }
    if (funnel.steps().size() > MOST_STEPS) {
      section.problem("steps", "has more than " + MOST_STEPS + " steps; leave some out");
    }
    if (!funnel.steps().isEmpty() && funnel.steps().stream().allMatch(Step::optional)) {
      section.problem("steps", "has optional steps only; make at least one required");
    }
    Set<String> names = new HashSet<>();
    for (Step step : funnel.steps()) {
      if (!names.add(step.name())) {
        section.problem("steps", "has two steps named " + step.name() + "; rename one");
      }
    }
  }

  /** In any order no step is before another, so nothing can stand between two of them. */
  private static void checkMode(Section section, FunnelSettings funnel) {
    if (!funnel.mode().equals("any_order")) {
      return;
    }
    if (!funnel.exclusions().isEmpty()) {
      section.problem("exclusions", "means nothing with mode = any_order; use exclusions = []");
    }
    if (funnel.steps().stream().anyMatch(step -> step.within() != null)) {
      section.problem("steps", "within means nothing with mode = any_order; leave it out");
    }
  }

  private static void checkExclusions(Section section, FunnelSettings funnel) {
    if (funnel.exclusions().size() > MOST_STEPS) {
      section.problem("exclusions", "has more than " + MOST_STEPS + "; join some by OR");
    }
    List<String> names = funnel.steps().stream().map(Step::name).toList();
    for (Exclusion exclusion : funnel.exclusions()) {
      int after = names.indexOf(exclusion.after());
      int before = names.indexOf(exclusion.before());
      if (after < 0 || before <= after) {
        section.problem(
            "exclusions",
            "after = "
                + exclusion.after()
                + ", before = "
                + exclusion.before()
                + " must name two steps in their order; the steps are "
                + String.join(", ", names));
      }
    }
  }

  private void checkColumns(Section section, String key, List<String> columns) {
    for (String column : columns) {
      if (!onJourneys.knows(column)) {
        String near = onJourneys.nearest(column).map(n -> "; did you mean " + n + "?").orElse("");
        section.problem(key, column + " is not a column of journey_touches" + near);
      }
    }
    if (new HashSet<>(columns).size() < columns.size()) {
      section.problem(key, "names a column twice; leave one out");
    }
  }
}
