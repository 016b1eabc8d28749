package giro.metric;

import giro.model.measure.Exclusion;
import giro.model.measure.FunnelSpec;
import giro.model.measure.OrderMode;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A configured funnel as the matcher needs it.
 *
 * @param isPerLap unit lap; else person
 * @param required per step, whether it counts for depth
 * @param seesEveryTouch the touches between steps matter, so none may be left out
 */
public record FunnelPlan(
    String name,
    boolean isPerLap,
    OrderMode mode,
    List<String> stepNames,
    boolean[] required,
    boolean seesEveryTouch,
    List<String> by,
    Rules rules)
    implements Serializable {

  /** The parts a {@link FunnelSpec} is built from on each executor. */
  public record Rules(
      boolean isOpenEntry, long window, long[] within, boolean[] optional, int[][] exclusions)
      implements Serializable {}

  public static FunnelPlan of(FunnelSettings funnel) {
    int n = funnel.steps().size();
    boolean[] required = new boolean[n];
    boolean[] optional = new boolean[n];
    long[] within = new long[n];
    List<String> names = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      FunnelSettings.Step step = funnel.steps().get(i);
      names.add(step.name());
      optional[i] = step.optional();
      required[i] = !step.optional();
      within[i] = step.within() == null ? FunnelSpec.NO_LIMIT : micros(step.within());
    }
    int[][] exclusions = new int[funnel.exclusions().size()][];
    for (int i = 0; i < exclusions.length; i++) {
      FunnelSettings.Exclusion each = funnel.exclusions().get(i);
      exclusions[i] = new int[] {names.indexOf(each.after()), names.indexOf(each.before()), i};
    }
    OrderMode mode = OrderMode.valueOf(funnel.mode().toUpperCase(Locale.ROOT));
    boolean seesEveryTouch = mode == OrderMode.ADJACENT || mode == OrderMode.STRICT_ORDER;
    return new FunnelPlan(
        funnel.name(),
        "lap".equals(funnel.unit()),
        mode,
        List.copyOf(names),
        required,
        seesEveryTouch,
        funnel.by(),
        new Rules(
            "open".equals(funnel.entry()), micros(funnel.window()), within, optional, exclusions));
  }

  /** For a matcher; made anew wherever one is needed. */
  public FunnelSpec spec() {
    List<Exclusion> exclusions = new ArrayList<>();
    for (int[] each : rules.exclusions()) {
      exclusions.add(new Exclusion(each[0], each[1], each[2]));
    }
    return new FunnelSpec(
        stepNames.size(),
        mode,
        rules.isOpenEntry(),
        rules.window(),
        rules.within(),
        rules.optional(),
        exclusions);
  }

  /** True for a touch that matters to the funnel. */
  public boolean isSeen(int steps, int exclusions) {
    return steps != 0 || exclusions != 0 || seesEveryTouch;
  }

  /** The last required step among those reached; -1 for none. */
  public int stop(boolean[] reached) {
    int stop = required.length - 1;
    while (stop >= 0 && !(reached[stop] && required[stop])) {
      stop--;
    }
    return stop;
  }

  /** The last step that counts for depth. */
  public int lastRequired() {
    int last = required.length - 1;
    while (!required[last]) {
      last--;
    }
    return last;
  }

  private static long micros(Duration duration) {
    return duration.toNanos() / 1_000L;
  }
}
