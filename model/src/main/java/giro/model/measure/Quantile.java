package giro.model.measure;

/**
 * Exact quantiles with linear interpolation between the two nearest observations.
 *
 * <p>Source: R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", The American
 * Statistician 50 (1996), 361-365, definition 7: the quantile {@code p} of {@code n} sorted values
 * stands at rank {@code (n - 1) p}, counted from 0.
 */
public final class Quantile {
  private Quantile() {}

  /**
   * The quantile of values sorted in rising order, in their unit.
   *
   * @return null where there is no value
   * @throws IllegalArgumentException unless {@code 0 <= p <= 1}
   */
  public static Double of(double[] sorted, double p) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("Cannot take the quantile at " + p + ": not in 0 to 1");
    }
    if (sorted.length == 0) {
      return null;
    }
    double rank = (sorted.length - 1) * p;
    int below = (int) Math.floor(rank);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
  }

  /** The median of values sorted in rising order; null where there is none. */
  public static Double median(double[] sorted) {
    return of(sorted, 0.5);
  }

  /** The 90 % quantile of values sorted in rising order; null where there is none. */
  public static Double p90(double[] sorted) {
    return of(sorted, 0.9);
  }
}
