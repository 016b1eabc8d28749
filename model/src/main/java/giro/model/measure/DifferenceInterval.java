package giro.model.measure;

/**
 * The 95 % interval of the difference of two independent figures, from their own intervals.
 *
 * <p>Source: R. G. Newcombe, "Interval estimation for the difference between independent
 * proportions", Statistics in Medicine 17 (1998), 873-890, method 10; for other figures G. Y. Zou
 * and A. Donner, Statistics in Medicine 27 (2008), 1693-1702.
 */
public final class DifferenceInterval {
  private DifferenceInterval() {}

  /** Of {@code one - other}; null where one of the intervals is. */
  public static Interval of(double one, Interval ofOne, double other, Interval ofOther) {
    if (ofOne == null || ofOther == null) {
      return null;
    }
    double difference = one - other;
    return new Interval(
        difference - Math.hypot(one - ofOne.low(), ofOther.high() - other),
        difference + Math.hypot(ofOne.high() - one, other - ofOther.low()));
  }
}
