package giro.model.measure;

/**
 * The odds ratio of a two by two table with its 95 % interval.
 *
 * <p>Interval: B. Woolf, "On estimating the relation between blood group and disease", Annals of
 * Human Genetics 19 (1955), 251-253. Where a count is 0 a half is added to all four: F. J.
 * Anscombe, "On estimating binomial response relations", Biometrika 43 (1956), 461-464.
 *
 * @param ratio the odds with the factor over the odds without
 */
public record OddsRatio(double ratio, double low, double high) {
  /**
   * @param withEvent cases with the factor that had the event
   * @param withOther cases with the factor that had not
   * @param withoutEvent cases without the factor that had the event
   * @param withoutOther cases without the factor that had not
   * @throws IllegalArgumentException for a negative count
   */
  public static OddsRatio of(long withEvent, long withOther, long withoutEvent, long withoutOther) {
    if (Math.min(Math.min(withEvent, withOther), Math.min(withoutEvent, withoutOther)) < 0) {
      throw new IllegalArgumentException("Cannot give the odds ratio of negative counts");
    }
    boolean hasZero = withEvent == 0 || withOther == 0 || withoutEvent == 0 || withoutOther == 0;
    double more = hasZero ? 0.5 : 0;
    double a = withEvent + more;
    double b = withOther + more;
    double c = withoutEvent + more;
    double d = withoutOther + more;
    double log = Math.log(a * d / (b * c));
    double reach = Wilson.Z * Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d);
    return new OddsRatio(Math.exp(log), Math.exp(log - reach), Math.exp(log + reach));
  }
}
