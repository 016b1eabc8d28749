package giro.model.measure;

/**
 * The 95 % interval of a rate over an independent base rate, by the method of variance estimates
 * recovery: from the intervals of both, without assuming that either is normal in the ratio.
 *
 * <p>Source: A. Donner and G. Y. Zou, "Closed-form confidence intervals for functions of the normal
 * mean and standard deviation", Statistical Methods in Medical Research 21 (2012), 347-359, section
 * on ratios.
 */
public final class RateRatio {
  /** The recovered lower end needs a base whose upper end is below its double. */
  private static final double MOST = 0.95;

  private RateRatio() {}

  /**
   * The interval of {@code successes / n} over {@code base}.
   *
   * @param base the expected rate, above 0
   * @param baseError its standard error
   * @return null where {@code n} or {@code base} is 0
   */
  public static Interval interval(long successes, long n, double base, double baseError) {
    if (n == 0 || !(base > 0)) {
      return null;
    }
    double rate = (double) successes / n;
    Interval own = Wilson.interval(successes, n);
    double half = Math.min(Wilson.Z * baseError, MOST * base);
    double product = rate * base;
    double high = base + half;
    double low = base - half;
    double lower =
        (product - root(product, own.low() * high * (2 * rate - own.low()) * (2 * base - high)))
            / (high * (2 * base - high));
    double upper =
        (product + root(product, own.high() * low * (2 * rate - own.high()) * (2 * base - low)))
            / (low * (2 * base - low));
    return new Interval(Math.max(0, lower), upper);
  }

  private static double root(double product, double less) {
    return Math.sqrt(Math.max(0, product * product - less));
  }
}
