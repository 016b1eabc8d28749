package giro.model.measure;

import java.util.List;

/**
 * A mean of few ratings drawn toward the mean of all, the more the fewer they are: the parametric
 * empirical Bayes estimate, with the variance between and within groups by analysis of variance.
 *
 * <p>Source: C. N. Morris, "Parametric empirical Bayes inference: theory and applications", Journal
 * of the American Statistical Association 78 (1983), 47-55; S. R. Searle, G. Casella and C. E.
 * McCulloch, "Variance Components" (1992), section 3.6, for unequal group sizes.
 */
public final class ShrunkMean {
  /**
   * The worth of the prior in ratings, least and most: groups that by chance agree, or by chance
   * differ, must not have it all or nothing.
   */
  private static final double LEAST = 2;

  private static final double MOST = 100;

  private final double mean;
  private final double weight;
  private final double variance;

  private ShrunkMean(double mean, double weight, double variance) {
    this.mean = mean;
    this.weight = weight;
    this.variance = variance;
  }

  /** Ratings of one group: how many, their sum and the sum of their squares. */
  public record Group(long n, double sum, double squares) {}

  /** Null where no group has a rating. */
  public static ShrunkMean of(List<Group> groups) {
    double n = 0;
    double sum = 0;
    double ofSizes = 0;
    double within = 0;
    double ofMeans = 0;
    int filled = 0;
    for (Group group : groups) {
      if (group.n() > 0) {
        filled++;
        n += group.n();
        sum += group.sum();
        ofSizes += (double) group.n() * group.n();
        within += group.squares() - group.sum() * group.sum() / group.n();
        ofMeans += group.sum() * group.sum() / group.n();
      }
    }
    if (n == 0) {
      return null;
    }
    double variance = n > filled ? Math.max(0, within) / (n - filled) : 0;
    double between = 0;
    if (filled > 1) {
      double mean = (ofMeans - sum * sum / n) / (filled - 1);
      between = (mean - variance) * (filled - 1) / (n - ofSizes / n);
    }
    double weight = between > 0 ? variance / between : MOST;
    return new ShrunkMean(sum / n, Math.max(LEAST, Math.min(MOST, weight)), variance);
  }

  /** Of {@code n} ratings with this sum; with none, the mean of all. */
  public double of(long n, double sum) {
    return (sum + weight * mean) / (n + weight);
  }

  /** Of {@link #of}, at 95 %. */
  public Interval interval(long n, double sum) {
    double half = Wilson.Z * Math.sqrt(variance / (n + weight));
    return new Interval(of(n, sum) - half, of(n, sum) + half);
  }
}
