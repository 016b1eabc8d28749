package giro.metric.content;

import giro.model.measure.PoissonBootstrap;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * How much more often laps that read another person's words have a lead than such laps that read
 * nothing, over all contents; and the share of the laps that reading opened that would not be there
 * without it, {@code lift / (1 + lift)}: the attributable fraction among the exposed (O. S.
 * Miettinen, American Journal of Epidemiology 99 (1974), 325-332).
 */
final class ReadingLift implements Serializable {
  private static final long serialVersionUID = 1L;
  static final int REPLICATES = 200;

  private final List<Placebo.Compared> compared = new ArrayList<>();

  void add(Placebo.Compared laps) {
    compared.add(laps);
  }

  /** Null where there is nothing to compare. */
  Double share() {
    double expected = compared.stream().mapToDouble(c -> c.laps() * c.pool().rate()).sum();
    long withLead = compared.stream().mapToLong(Placebo.Compared::withLead).sum();
    return expected == 0 && withLead == 0 ? null : share(withLead, expected);
  }

  /** The share in each replicate of persons; the same numbers each time. */
  double[] shares() {
    double[] shares = new double[REPLICATES];
    for (int i = 0; i < REPLICATES; i++) {
      PoissonBootstrap drawn = new PoissonBootstrap(i);
      double expected = 0;
      double withLead = 0;
      for (Placebo.Compared each : compared) {
        double with = drawn.times(each.withLead());
        double all = with + drawn.times(each.laps() - each.withLead());
        double baseWith = drawn.times(each.pool().withLead());
        double base = baseWith + drawn.times(each.pool().laps() - each.pool().withLead());
        withLead += with;
        expected += base == 0 ? 0 : all * baseWith / base;
      }
      shares[i] = share(withLead, expected);
    }
    return shares;
  }

  /** What reading took away is not a share of anything: at least 0. */
  private static double share(double withLead, double expected) {
    return withLead == 0 ? 0 : Math.max(0, 1 - expected / withLead);
  }
}
