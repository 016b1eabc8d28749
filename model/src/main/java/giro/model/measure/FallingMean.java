package giro.model.measure;

/**
 * Judges each day of a series of ratings: whether the mean of the last weeks lies below that of the
 * year before them by more than chance does, by Welch's statistic with one variance for both.
 *
 * <p>Source: B. L. Welch, "The significance of the difference between two means when the population
 * variances are unequal", Biometrika 29 (1938), 350-362.
 */
public final class FallingMean {
  /** A year, against which the last weeks are held. */
  private static final int PAST = 365;

  /** Fewer ratings say too little: of the last weeks, of the year before. */
  private static final int LEAST_RECENT = 10;

  private static final int LEAST_PAST = 30;

  private final int recent;
  private final double z;

  /**
   * @param recent how many last days
   * @param z how far below is unusual, in standard errors
   */
  public FallingMean(int recent, double z) {
    this.recent = recent;
    this.z = z;
  }

  /**
   * A day.
   *
   * @param mean of the last weeks; null where there are too few ratings
   * @param before of the year before
   * @param score above 1 is unusual; 0 where there are too few
   */
  public record Day(Double mean, Double before, double score) {
    public boolean isUnusual() {
      return score > 1;
    }
  }

  /** Judges the days of a series in order: ratings a day, their sums, the sums of their squares. */
  public Day[] judge(long[] n, double[] sum, double[] squares) {
    double[][] upTo = new double[3][n.length + 1];
    for (int day = 0; day < n.length; day++) {
      upTo[0][day + 1] = upTo[0][day] + n[day];
      upTo[1][day + 1] = upTo[1][day] + sum[day];
      upTo[2][day + 1] = upTo[2][day] + squares[day];
    }
    Day[] days = new Day[n.length];
    for (int day = 0; day < n.length; day++) {
      int from = Math.max(0, day + 1 - recent);
      int first = Math.max(0, from - PAST);
      days[day] = judge(between(upTo, from, day + 1), between(upTo, first, from));
    }
    return days;
  }

  private static double[] between(double[][] upTo, int from, int until) {
    return new double[] {
      upTo[0][until] - upTo[0][from], upTo[1][until] - upTo[1][from], upTo[2][until] - upTo[2][from]
    };
  }

  private Day judge(double[] last, double[] before) {
    if (last[0] < LEAST_RECENT || before[0] < LEAST_PAST) {
      return new Day(null, null, 0);
    }
    double mean = last[1] / last[0];
    double past = before[1] / before[0];
    double n = last[0] + before[0];
    double within =
        last[2] - last[1] * last[1] / last[0] + before[2] - before[1] * before[1] / before[0];
    // Ratings are steps of a scale: unanimous ones still err by a part of a step.
    double variance = Math.max(1.0 / 12, within / (n - 2));
    double error = Math.sqrt(variance * (1 / last[0] + 1 / before[0]));
    return new Day(mean, past, Math.max(0, (past - mean) / error / z));
  }
}
