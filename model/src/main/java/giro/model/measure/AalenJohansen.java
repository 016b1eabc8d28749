package giro.model.measure;

import java.util.Arrays;

/**
 * The cumulative incidence of an event beside one competing event.
 *
 * <p>Estimate: O. O. Aalen and S. Johansen, "An empirical transition matrix for non-homogeneous
 * Markov chains based on censored observations", Scandinavian Journal of Statistics 5 (1978),
 * 141-150. Variance: the delta method, of Greenwood's type (P. K. Andersen, O. Borgan, R. D. Gill,
 * N. Keiding, "Statistical Models Based on Counting Processes", 1993, section IV.4; E. Marubini, M.
 * G. Valsecchi, "Analysing Survival Data from Clinical Trials and Observational Studies", 1995,
 * chapter 10). Interval: on the scale {@code log(-log(1 - F))} (J. D. Kalbfleisch, R. L. Prentice,
 * "The Statistical Analysis of Failure Time Data", 1980). Without competing events these are 1 -
 * Kaplan-Meier, Greenwood's variance and the log-log Kaplan-Meier interval.
 */
public final class AalenJohansen {
  /** Still without event when last seen. */
  public static final byte CENSORED = 0;

  /** Had the event of interest. */
  public static final byte EVENT = 1;

  /** Had the competing event, after which the event of interest can no longer come. */
  public static final byte COMPETING = 2;

  private static final int CODE_BITS = 2;
  private static final long CODE_MASK = 3;
  private static final long LONGEST = Long.MAX_VALUE >> CODE_BITS;
  private static final double EDGE = 1e-12;

  private final long[] packed;
  private final long horizon;

  private AalenJohansen(long[] packed, long horizon) {
    this.packed = packed;
    this.horizon = horizon;
  }

  /**
   * The cumulative incidence at {@code horizonMicros}, or at the longest follow-up if shorter. At
   * equal times events come before censorings; an event at the horizon counts. Takes O(n log n) and
   * leaves its arguments as they are.
   *
   * @param durations microseconds from entry to the event or to the end of follow-up, from 0
   * @param codes {@link #CENSORED}, {@link #EVENT} or {@link #COMPETING}, beside the durations
   * @return null where nobody entered
   * @throws IllegalArgumentException for arrays of different length, a negative or overlong
   *     duration, an unknown code or a negative horizon
   */
  public static Incidence at(long[] durations, byte[] codes, long horizonMicros) {
    if (durations.length != codes.length || horizonMicros < 0) {
      throw new IllegalArgumentException(
          "Cannot estimate an incidence from %d durations and %d codes at horizon %d"
              .formatted(durations.length, codes.length, horizonMicros));
    }
    if (durations.length == 0) {
      return null;
    }
    long[] packed = new long[durations.length];
    for (int i = 0; i < packed.length; i++) {
      packed[i] = pack(durations[i], codes[i]);
    }
    Arrays.sort(packed);
    return new AalenJohansen(packed, horizonMicros).estimate();
  }

  /** Time above, code below: one primitive sort puts both in order. */
  private static long pack(long duration, byte code) {
    if (duration < 0 || duration > LONGEST || code < CENSORED || code > COMPETING) {
      throw new IllegalArgumentException(
          "Cannot estimate an incidence from duration %d with code %d".formatted(duration, code));
    }
    return duration << CODE_BITS | code;
  }

  private Incidence estimate() {
    Curve curve = new Curve();
    int next = 0;
    while ((next = curve.step(next)) >= 0) {
      curve.advance();
    }
    double incidence = curve.incidence();
    long longest = packed[packed.length - 1] >> CODE_BITS;
    return new Incidence(incidence, interval(incidence), Math.min(horizon, longest), packed.length);
  }

  private Interval interval(double incidence) {
    int n = packed.length;
    if (incidence <= EDGE) {
      return Wilson.interval(0, n);
    }
    if (incidence >= 1 - EDGE) {
      return Wilson.interval(n, n);
    }
    double logSurvival = Math.log1p(-incidence);
    double error = Math.sqrt(variance(incidence)) / Math.abs((1 - incidence) * logSurvival);
    double low = -Math.expm1(logSurvival * Math.exp(-Wilson.Z * error));
    double high = -Math.expm1(logSurvival * Math.exp(Wilson.Z * error));
    return new Interval(low, high);
  }

  /**
   * The sum over event times of {@code (F - Fj)^2 d / (n (n - d)) + S^2 d1 (n - d1) / n^3 - 2 (F -
   * Fj) S d1 / n^2}, S being the survival just before, d all events and d1 those of interest.
   */
  private double variance(double incidence) {
    Curve curve = new Curve();
    double sum = 0;
    int next = 0;
    while ((next = curve.step(next)) >= 0) {
      double before = curve.survival;
      double n = curve.atRisk;
      double d = curve.events + curve.competing;
      double d1 = curve.events;
      curve.advance();
      double rest = incidence - curve.incidence();
      // Where all at risk had an event nothing is left to come: the first term is 0, not 0 / 0.
      double later = n == d ? 0 : rest * rest * d / (n * (n - d));
      sum += later + before * before * d1 * (n - d1) / (n * n * n) - 2 * rest * before * d1 / n / n;
    }
    return Math.max(0, sum);
  }

  /** The estimate growing from one event time to the next. */
  private final class Curve {
    private double survival = 1;
    private double sum;
    private boolean isAlone = true;
    private int atRisk;
    private int events;
    private int competing;

    /** Finds the first event time from {@code from} on; returns where to go on, or -1. */
    private int step(int from) {
      int i = from;
      while (i < packed.length && packed[i] >> CODE_BITS <= horizon) {
        int first = i;
        long time = packed[i] >> CODE_BITS;
        events = 0;
        competing = 0;
        for (; i < packed.length && packed[i] >> CODE_BITS == time; i++) {
          int code = (int) (packed[i] & CODE_MASK);
          events += code == EVENT ? 1 : 0;
          competing += code == COMPETING ? 1 : 0;
        }
        // Everybody not seen off before this time is at risk, those censored at it included.
        atRisk = packed.length - first;
        if (events + competing > 0) {
          return i;
        }
      }
      return -1;
    }

    private void advance() {
      sum += survival * events / atRisk;
      survival *= (double) (atRisk - events - competing) / atRisk;
      isAlone &= competing == 0;
    }

    private double incidence() {
      // Alone, the sum is 1 - survival; taken so, it is Kaplan-Meier to the last digit.
      return isAlone ? 1 - survival : Math.min(1, sum);
    }
  }
}
