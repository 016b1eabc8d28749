package giro.publish;

import giro.model.table.FunnelSteps;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Rounds the marked steps of a funnel: its parts, and the step after it, add up to a step. Of a
 * withheld next step it is only told that some went on to it.
 */
final class RoundFunnels {
  /** Stands for a few who went on to a step that is withheld, however few. */
  private static final long SOME = 5;

  private static final long NOBODY_KNOWN = -1;

  private static final String[] ENDS = {
    FunnelSteps.OPEN, FunnelSteps.DROPPED, FunnelSteps.EXCLUDED
  };

  private RoundFunnels() {}

  static void round(List<CountRow> rows) {
    Map<String, List<CountRow>> funnels = new TreeMap<>();
    for (CountRow row : rows) {
      funnels.computeIfAbsent(cell(row), c -> new ArrayList<>()).add(row);
    }
    for (List<CountRow> steps : funnels.values()) {
      if (steps.stream().anyMatch(CountRow::isRounded)) {
        steps.sort(Comparator.comparing(step -> (Integer) step.value(FunnelSteps.STEP_NUMBER)));
        roundSteps(steps);
      }
    }
  }

  private static String cell(CountRow row) {
    List<String> key = new ArrayList<>(List.of(FunnelSteps.FUNNEL, FunnelSteps.COUNTING));
    if (row.has(FunnelSteps.COHORT_MONTH)) {
      key.add(FunnelSteps.COHORT_MONTH);
      key.add(FunnelSteps.BREAKDOWN_1_VALUE);
      key.add(FunnelSteps.BREAKDOWN_2_VALUE);
      key.add(FunnelSteps.BREAKDOWN_3_VALUE);
    }
    return String.join("|", key.stream().map(c -> Objects.toString(row.value(c))).toList());
  }

  /** From the last step back, each summed from what comes after it. */
  private static void roundSteps(List<CountRow> steps) {
    long wentOn = NOBODY_KNOWN;
    List<CountRow> required = new ArrayList<>();
    for (int i = steps.size() - 1; i >= 0; i--) {
      CountRow step = steps.get(i);
      boolean isRequired = step.number(FunnelSteps.RATE_FROM_ENTRY) != null;
      if (isRequired) {
        required.add(0, step);
      }
      long came = step.count(FunnelSteps.REACHED) - step.count(FunnelSteps.ENTERED_HERE);
      if (step.isWithheld()) {
        wentOn = isRequired ? some(came) : wentOn;
        continue;
      }
      long reached = RoundCounts.rounded(step.count(FunnelSteps.REACHED));
      if (isRequired && wentOn != NOBODY_KNOWN) {
        reached = wentOn + RoundCounts.sumRounded(step, ENDS);
      }
      long here = RoundCounts.rounded(step.count(FunnelSteps.ENTERED_HERE));
      here = came == 0 ? reached : Math.min(reached, here);
      step.set(FunnelSteps.REACHED, reached);
      step.set(FunnelSteps.ENTERED_HERE, here);
      RoundCounts.people(step, FunnelSteps.PERSONS, reached);
      wentOn = isRequired ? reached - here : wentOn;
    }
    rates(required);
  }

  private static long some(long count) {
    return count == 0 ? 0 : Math.max(SOME, RoundCounts.rounded(count));
  }

  /** Null where they rest on a step that is withheld. */
  private static void rates(List<CountRow> required) {
    long entered = 0;
    boolean isEntryKnown = true;
    CountRow previous = null;
    for (CountRow step : required) {
      long reached = step.count(FunnelSteps.REACHED);
      long here = step.count(FunnelSteps.ENTERED_HERE);
      if (!step.isWithheld()) {
        entered += here;
        step.set(FunnelSteps.RATE_FROM_ENTRY, isEntryKnown ? share(reached, entered) : null);
        step.set(FunnelSteps.RATE_FROM_PREVIOUS, fromPrevious(previous, reached - here));
      } else {
        isEntryKnown = false;
      }
      previous = step;
    }
  }

  private static Double fromPrevious(CountRow previous, long came) {
    if (previous == null) {
      return 1.0;
    }
    return previous.isWithheld() ? null : share(came, previous.count(FunnelSteps.REACHED));
  }

  private static Double share(long part, long whole) {
    return whole == 0 ? null : Math.min(1, (double) part / whole);
  }
}
