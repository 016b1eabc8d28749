package giro.model.measure;

import java.util.Arrays;

/**
 * The time by which half have had an event, when some have not had it when last seen.
 *
 * <p>Source: E. L. Kaplan and P. Meier, "Nonparametric estimation from incomplete observations",
 * Journal of the American Statistical Association 53 (1958), 457-481. The median is the smallest
 * event time at which the estimate of survival is one half or less (R. Brookmeyer and J. Crowley,
 * "A confidence interval for the median survival time", Biometrics 38 (1982), 29-41). At equal
 * times events come before censorings.
 */
public final class KaplanMeier {
  /** Products of fractions may miss a half by a few last digits. */
  private static final double EDGE = 1e-12;

  private KaplanMeier() {}

  /**
   * The median time to the event, in the unit of the durations.
   *
   * @param durations from entry to the event or to the end of follow-up, from 0
   * @param isEvent beside them, false where follow-up ended without the event
   * @return null where half are not reached, or nobody entered
   * @throws IllegalArgumentException for arrays of different length or a negative duration
   */
  public static Double median(double[] durations, boolean[] isEvent) {
    if (durations.length != isEvent.length) {
      throw new IllegalArgumentException(
          "Cannot take the median of %d durations and %d events"
              .formatted(durations.length, isEvent.length));
    }
    double[] events = new double[durations.length];
    double[] all = durations.clone();
    int count = 0;
    for (int i = 0; i < durations.length; i++) {
      if (!(durations[i] >= 0)) {
        throw new IllegalArgumentException("Cannot follow anybody for " + durations[i]);
      }
      if (isEvent[i]) {
        events[count++] = durations[i];
      }
    }
    Arrays.sort(all);
    Arrays.sort(events, 0, count);
    return half(all, Arrays.copyOf(events, count));
  }

  private static Double half(double[] all, double[] events) {
    double survival = 1;
    int seenOff = 0;
    for (int i = 0; i < events.length; ) {
      double time = events[i];
      int first = i;
      while (i < events.length && events[i] == time) {
        i++;
      }
      while (all[seenOff] < time) {
        seenOff++;
      }
      int atRisk = all.length - seenOff;
      survival *= (double) (atRisk - (i - first)) / atRisk;
      if (survival <= 0.5 + EDGE) {
        return time;
      }
    }
    return null;
  }
}
