package giro.model.measure;

/**
 * The 95 % interval of a mean, after Student: mean plus or minus {@code t s / sqrt(n)}.
 *
 * <p>Source: Student, "The probable error of a mean", Biometrika 6 (1908), 1-25. The 97.5 % point
 * of t: the usual table to 30 degrees of freedom; beyond, the expansion of R. A. Fisher and E. A.
 * Cornish, "The percentile points of distributions having known cumulants", Technometrics 2 (1960),
 * 209-225, good to five decimals there.
 */
public final class MeanInterval {
  private static final double[] TABLE = {
    12.7062047362, 4.3026527297, 3.1824463053, 2.7764451052, 2.5705818356, 2.4469118511,
    2.3646242516, 2.3060041352, 2.2621571628, 2.2281388520, 2.2009851601, 2.1788128297,
    2.1603686565, 2.1447866879, 2.1314495456, 2.1199052992, 2.1098155778, 2.1009220402,
    2.0930240544, 2.0859634473, 2.0796138447, 2.0738730679, 2.0686576104, 2.0638985616,
    2.0595385528, 2.0555294386, 2.0518305165, 2.0484071418, 2.0452296421, 2.0422724563
  };

  private MeanInterval() {}

  /**
   * The interval of the mean of {@code n} numbers.
   *
   * @param sum of the numbers
   * @param squares sum of their squares
   * @return null for fewer than two numbers, which say nothing of how they differ
   */
  public static Interval of(long n, double sum, double squares) {
    if (n < 2) {
      return null;
    }
    double mean = sum / n;
    // Equal numbers may leave a rest below zero.
    double variance = Math.max(0, (squares - sum * mean) / (n - 1));
    double half = t(n - 1) * Math.sqrt(variance / n);
    return new Interval(mean - half, mean + half);
  }

  /** The 97.5 % point of Student's t. */
  static double t(long freedom) {
    if (freedom <= TABLE.length) {
      return TABLE[(int) freedom - 1];
    }
    double z = Wilson.Z;
    double v = freedom;
    double z2 = z * z;
    double first = z * (z2 + 1) / 4;
    double second = z * ((5 * z2 + 16) * z2 + 3) / 96;
    double third = z * (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384;
    return z + first / v + second / (v * v) + third / (v * v * v);
  }
}
