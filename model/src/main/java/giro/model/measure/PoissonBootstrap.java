package giro.model.measure;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Bootstrap replicates in which each observation counts a Poisson(1) number of times, so that a
 * replicate is a sum. Equal seeds give equal replicates, in any order of work.
 *
 * <p>Source: J. A. Hanley and B. MacGibbon, "Creating non-parametric bootstrap samples using
 * Poisson frequencies", Computer Methods and Programs in Biomedicine 83 (2006), 57-62. That {@code
 * n} observations of value 1 together count Poisson(n) times spares going through them.
 */
public final class PoissonBootstrap {
  /** Above this mean the normal approximation is as good as the replicates are many. */
  private static final double LARGE = 60;

  private final SplittableRandom random;

  public PoissonBootstrap(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** How often {@code observations} together count in this replicate. */
  public double times(double observations) {
    if (observations <= 0) {
      return 0;
    }
    if (observations > LARGE) {
      return Math.max(0, Math.rint(observations + Math.sqrt(observations) * random.nextGaussian()));
    }
    double limit = Math.exp(-observations);
    double product = random.nextDouble();
    int times = 0;
    while (product > limit) {
      times++;
      product *= random.nextDouble();
    }
    return times;
  }

  /** The central 95 % of replicates; null where there is none. */
  public static Interval percentiles(double[] replicates) {
    if (replicates.length == 0) {
      return null;
    }
    double[] sorted = replicates.clone();
    Arrays.sort(sorted);
    return new Interval(Quantile.of(sorted, 0.025), Quantile.of(sorted, 0.975));
  }
}
