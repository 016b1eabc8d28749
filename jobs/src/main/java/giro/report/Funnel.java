package giro.report;

import java.util.List;

/**
 * One configured funnel over all cohorts, each unit counted once by its deepest attempt.
 *
 * @param name its name in configuration
 * @param steps in order
 */
public record Funnel(String name, List<FunnelStep> steps) {
  /** Keeps a copy. */
  public Funnel {
    steps = List.copyOf(steps);
  }
}
