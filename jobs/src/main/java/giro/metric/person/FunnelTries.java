package giro.metric.person;

import giro.metric.AttemptFate;
import giro.metric.FunnelPlan;
import giro.metric.FunnelUnit;
import giro.model.measure.Attempt;
import giro.model.measure.Counting;
import giro.model.measure.FunnelMatcher;
import giro.model.measure.OrderMode;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** The deepest attempt of each unit of a person at one funnel, and what became of it. */
final class FunnelTries implements Serializable {
  private static final long serialVersionUID = 1L;

  private final FunnelPlan plan;
  private final int funnel;
  private final long now;
  private final long lateness;
  private transient FunnelMatcher matcher;
  private transient Person atHand;
  private transient List<Try> tried;

  /**
   * An attempt.
   *
   * @param opening place of its first touch among the person's
   * @param steps per step the place of its touch, or -1
   * @param stop the last required step it reached
   */
  record Try(int opening, int[] steps, int stop, AttemptFate fate) {
    /** The place of the touch that filled the last step it reached. */
    int last() {
      return steps[stop];
    }
  }

  /**
   * @param funnel the funnel's place among the configured ones
   * @param now end of as_of, exclusive, in microseconds since 1970 UTC
   */
  FunnelTries(FunnelPlan plan, int funnel, long now, long lateness) {
    this.plan = plan;
    this.funnel = funnel;
    this.now = now;
    this.lateness = lateness;
  }

  /** A funnel of each configured one; those in any order have no next step and are left out. */
  static List<FunnelTries> of(List<FunnelPlan> plans, long now, long lateness) {
    List<FunnelTries> all = new ArrayList<>();
    for (int i = 0; i < plans.size(); i++) {
      if (plans.get(i).mode() != OrderMode.ANY_ORDER) {
        all.add(new FunnelTries(plans.get(i), i, now, lateness));
      }
    }
    return all;
  }

  /** The name of the step of a cell keyed by {@code funnel} and {@code step_number}. */
  static String stepName(List<FunnelTries> funnels, Cell cell) {
    int step = Integer.parseInt(cell.key("step_number")) - 1;
    return funnels.stream()
        .filter(funnel -> funnel.plan.name().equals(cell.key("funnel")))
        .map(funnel -> funnel.plan.stepNames().get(step))
        .findFirst()
        .orElseThrow();
  }

  FunnelPlan plan() {
    return plan;
  }

  /** Of the same person as before, the same answer. */
  List<Try> of(Person person) {
    if (person != atHand) {
      tried = matched(person);
      atHand = person;
    }
    return tried;
  }

  private List<Try> matched(Person person) {
    if (matcher == null) {
      matcher = new FunnelMatcher(plan.spec());
    }
    List<Try> tries = new ArrayList<>();
    if (!plan.isPerLap()) {
      tries(person.touches, 0, null, tries);
      return tries;
    }
    for (PersonLap lap : person.laps) {
      tries(person.touches, lap.number, lap, tries);
    }
    return tries;
  }

  private void tries(List<Touch> touches, int number, PersonLap lap, List<Try> tries) {
    FunnelUnit unit = new FunnelUnit();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < touches.size(); i++) {
      Touch touch = touches.get(i);
      boolean isIn = lap == null || touch.lap.number == number;
      int steps = touch.steps(funnel);
      int exclusions = touch.exclusions(funnel);
      if (isIn && plan.isSeen(steps, exclusions)) {
        unit.add(
            touch.start, touch.end, steps, exclusions, touch.moment.isMoment(), touch.held(funnel));
        places.add(i);
      }
    }
    for (Attempt attempt : matcher.attempts(unit.touches(), Counting.UNIQUE)) {
      tries.add(tried(attempt, places));
    }
  }

  private Try tried(Attempt attempt, List<Integer> places) {
    boolean[] reached = new boolean[plan.required().length];
    int[] steps = new int[reached.length];
    for (int i = 0; i < steps.length; i++) {
      reached[i] = attempt.hasReached(i);
      steps[i] = reached[i] ? places.get(attempt.touchOfStep()[i]) : -1;
    }
    int stop = plan.stop(reached);
    AttemptFate fate = AttemptFate.of(plan, attempt, stop, now, lateness);
    return new Try(steps[attempt.entryStep()], steps, stop, fate);
  }
}
