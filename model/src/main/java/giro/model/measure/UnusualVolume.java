package giro.model.measure;

import java.util.Arrays;

/**
 * Judges each day of a series of weighted counts against the series' own past: how far the last
 * day, or the last three together, stand above what the weeks before and the day of the week lead
 * one to expect. Days found unusual leave the past of later ones, so that one crisis does not hide
 * the next.
 *
 * <p>A score of 1 is the limit that chance passes about as seldom as a normal variable passes
 * {@code z}, for sparse and dense series alike: the 2/3 power of an overdispersed Poisson count is
 * nearly normal.
 *
 * <p>Source: C. P. Farrington, N. J. Andrews, A. D. Beale and M. A. Catchpole, "A statistical
 * algorithm for the early detection of outbreaks of infectious disease", Journal of the Royal
 * Statistical Society A 159 (1996), 547-563, with the means of weekdays in place of its regression.
 */
public final class UnusualVolume {
  private static final int WEEK = 7;
  private static final int[] SPANS = {1, 3};

  /** A weekday's own mean counts as much as so many weeks of an average day. */
  private static final double PRIOR_WEEKS = 6;

  private final int past;
  private final int least;
  private final double z;

  /**
   * @param past days looked back, from a week before the day at hand
   * @param least days of past without which nothing is judged
   * @param z how unusual is unusual, in standard deviations of a normal variable
   */
  public UnusualVolume(int past, int least, double z) {
    this.past = past;
    this.least = least;
    this.z = z;
  }

  /**
   * A day: what was expected, and the score of the span that stands out most.
   *
   * @param baseline expected on the day; null while there is too little past
   * @param score above 1 is unusual; 0 without a baseline
   */
  public record Day(Double baseline, double score) {
    public boolean isUnusual() {
      return score > 1;
    }
  }

  /**
   * Judges the days of a series in order.
   *
   * @param values one a day, 0 where nothing was
   * @param unit what one count weighs at least in each of the days: variance over mean of a count
   *     that chance alone moves
   */
  public Day[] judge(double[] values, double[] unit) {
    Day[] days = new Day[values.length];
    boolean[] unusual = new boolean[values.length];
    for (int day = 0; day < values.length; day++) {
      days[day] = judge(values, unit[day], unusual, day);
      unusual[day] = days[day].isUnusual();
    }
    return days;
  }

  private Day judge(double[] values, double unit, boolean[] unusual, int day) {
    Past seen = new Past();
    int end = day - WEEK;
    for (int i = Math.max(0, end - past + 1); i <= end; i++) {
      if (!unusual[i]) {
        seen.add(i, values[i]);
      }
    }
    if (seen.days < least) {
      return new Day(null, 0);
    }
    double score = 0;
    for (int span : SPANS) {
      double value = 0;
      double expected = 0;
      for (int i = day - span + 1; i <= day; i++) {
        value += values[i];
        expected += seen.expected(i, unit);
      }
      double dispersion = Math.max(unit, seen.dispersion());
      score = Math.max(score, score(value, expected, dispersion, span, seen.days));
    }
    return new Day(seen.expected(day, unit), score);
  }

  private double score(double value, double expected, double dispersion, int span, int days) {
    double variance = dispersion / expected + dispersion * span / (expected * days);
    double limit = expected * Math.pow(1 + 2.0 / 3 * z * Math.sqrt(variance), 1.5);
    return Math.max(0, (value - expected) / (limit - expected));
  }

  /** The days before, by weekday. */
  private static final class Past {
    private final double[] sums = new double[WEEK];
    private final int[] counts = new int[WEEK];
    private int days;
    private double sum;
    private double squares;

    void add(int day, double value) {
      sums[day % WEEK] += value;
      counts[day % WEEK]++;
      days++;
      sum += value;
      squares += value * value;
    }

    /** Half a count in all the past at least: that none was seen does not mean that none can be. */
    double mean(double unit) {
      return Math.max(sum, unit / 2) / days;
    }

    double expected(int day, double unit) {
      int weekday = Math.floorMod(day, WEEK);
      double mean = mean(unit);
      return (sums[weekday] + PRIOR_WEEKS * mean) / (counts[weekday] + PRIOR_WEEKS);
    }

    /** Variance over mean. */
    double dispersion() {
      double mean = sum / days;
      return sum == 0 ? 0 : (squares / days - mean * mean) / mean;
    }
  }

  /** The same unit on each day. */
  public static double[] unit(double unit, int days) {
    double[] units = new double[days];
    Arrays.fill(units, unit);
    return units;
  }
}
