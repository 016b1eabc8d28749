package giro.metric.content;

import giro.model.measure.Interval;
import giro.model.measure.PoissonBootstrap;
import java.io.Serializable;

/**
 * The circle's reproduction number of a cohort: laps that entered through its content, less those
 * that would have begun anyway, per lap of the cohort. Its interval counts each person of the
 * cohort, with the laps their content opened, a Poisson(1) number of times, and takes the share
 * that reading brought from replicates of its own.
 */
public final class Momentum implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Of a count of none, the 97.5 % upper end is this many. */
  private static final double MOST_OF_NONE = -Math.log(0.025);

  private final Double share;
  private final double[] shares;

  private Momentum(ReadingLift lift) {
    this.share = lift.share();
    this.shares = share == null ? new double[0] : lift.shares();
  }

  static Momentum of(ReadingLift lift) {
    return new Momentum(lift);
  }

  /** Null where nothing can be compared with a placebo, or the cohort has no lap. */
  public Double value(double newLaps, long laps) {
    return share == null || laps == 0 ? null : newLaps * share / laps;
  }

  /**
   * Of {@link #value}, at 95 %.
   *
   * @param authorLaps laps in the cohort of each author whose content opened laps
   * @param authorBrought how many laps it opened
   */
  public Interval interval(long laps, int[] authorLaps, double[] authorBrought) {
    if (share == null || laps == 0) {
      return null;
    }
    if (authorBrought.length == 0) {
      return new Interval(0, MOST_OF_NONE * share / laps);
    }
    long others = laps;
    for (int own : authorLaps) {
      others -= own;
    }
    double[] values = new double[shares.length];
    for (int i = 0; i < shares.length; i++) {
      PoissonBootstrap drawn = new PoissonBootstrap(~(31L * i + laps));
      double brought = 0;
      double all = drawn.times(others);
      for (int author = 0; author < authorLaps.length; author++) {
        double times = drawn.times(1);
        brought += times * authorBrought[author];
        all += times * authorLaps[author];
      }
      values[i] = brought == 0 ? 0 : brought * shares[i] / Math.max(1, all);
    }
    return PoissonBootstrap.percentiles(values);
  }
}
