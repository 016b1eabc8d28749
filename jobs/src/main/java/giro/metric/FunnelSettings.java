package giro.metric;

import java.time.Duration;
import java.util.List;

/**
 * One funnel as configured. Conditions are Spark SQL booleans over {@code journey_touches}.
 *
 * @param name the value of {@code funnel_steps.funnel}
 * @param unit person or lap
 * @param window elapsed time from an attempt's first-step touch, end included
 * @param mode ordered, adjacent, strict_order, strict_dedup, strict_increase or any_order
 * @param entry closed, or open for attempts that may start at any step
 * @param steps in order
 * @param exclusions touches that end an attempt between two steps
 * @param hold columns equal along an attempt
 * @param by at most three breakdown columns, taken from the first-step touch
 * @param values so many values of a breakdown have rows of their own, those with the most touches;
 *     the others are {@code (other)}
 */
public record FunnelSettings(
    String name,
    String unit,
    Duration window,
    String mode,
    String entry,
    List<Step> steps,
    List<Exclusion> exclusions,
    List<String> hold,
    List<String> by,
    int values) {

  /**
   * One step.
   *
   * @param within time since the last filled step, end included; null asks nothing
   * @param optional true where an attempt may pass it over
   */
  public record Step(String name, String when, Duration within, boolean optional) {}

  /** A touch after step {@code after} and before step {@code before} that ends the attempt. */
  public record Exclusion(String after, String before, String when) {}

  public FunnelSettings {
    steps = List.copyOf(steps);
    exclusions = List.copyOf(exclusions);
    hold = List.copyOf(hold);
    by = List.copyOf(by);
  }
}
