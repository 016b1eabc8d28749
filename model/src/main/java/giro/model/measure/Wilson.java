package giro.model.measure;

/**
 * The Wilson score interval of a proportion at 95 %.
 *
 * <p>Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
 * Journal of the American Statistical Association 22 (1927), 209-212.
 */
public final class Wilson {
  /** The 97.5 % point of the standard normal distribution. */
  static final double Z = 1.959963984540054;

  private Wilson() {}

  /**
   * The interval of {@code successes / n}, within 0 and 1.
   *
   * @return null where {@code n} is 0, because nothing was observed
   * @throws IllegalArgumentException unless {@code 0 <= successes <= n}
   */
  public static Interval interval(long successes, long n) {
    if (successes < 0 || successes > n) {
      throw new IllegalArgumentException(
          "Cannot give the interval of " + successes + " successes in " + n);
    }
    if (n == 0) {
      return null;
    }
    double p = (double) successes / n;
    double z2 = Z * Z;
    double denominator = 1 + z2 / n;
    double centre = (p + z2 / (2.0 * n)) / denominator;
    double half = Z / denominator * Math.sqrt(p * (1 - p) / n + z2 / (4.0 * n * n));
    // At the ends the score interval touches 0 or 1 exactly; rounding must not move it off.
    double low = successes == 0 ? 0 : Math.max(0, centre - half);
    double high = successes == n ? 1 : Math.min(1, centre + half);
    return new Interval(low, high);
  }
}
