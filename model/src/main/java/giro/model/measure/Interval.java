package giro.model.measure;

/**
 * A confidence interval, both ends included. Where no interval can be given, callers pass null in
 * place of one; an interval itself never holds NaN.
 *
 * @param low the lower end, in the unit of the figure it belongs to
 * @param high the upper end, not below {@code low}
 */
public record Interval(double low, double high) {
  /** Checks that the ends are numbers in order. */
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("Cannot make an interval of " + low + " and " + high);
    }
  }

  /** True where {@code value} lies between the ends or on one of them. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /** The same, cut to a scale that no value leaves. */
  public Interval within(double least, double most) {
    return new Interval(
        Math.min(most, Math.max(least, low)), Math.max(least, Math.min(most, high)));
  }
}
