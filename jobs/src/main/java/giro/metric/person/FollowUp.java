package giro.metric.person;

import giro.model.measure.AalenJohansen;
import giro.model.measure.Incidence;

/**
 * How long something was waited for and how the waiting ended, as one number that a cell can keep:
 * microseconds times four, plus the code of {@link AalenJohansen}. Exact to some 70 years.
 */
final class FollowUp {
  private static final int CODES = 4;

  private FollowUp() {}

  /**
   * @param micros from 0
   * @param code event, competing event or censored
   */
  static double packed(long micros, byte code) {
    return (double) (micros * CODES + code);
  }

  /**
   * What came first within the time waited: the event, the competing event (the event at a tie), or
   * the end of the waiting.
   *
   * @param event microseconds from the start, null where it did not come
   * @param competing the same
   * @param until microseconds from the start to the end of the waiting, end included
   */
  static double of(Long event, Long competing, long until) {
    boolean isEvent = event != null && event <= until;
    boolean isCompeting = competing != null && competing <= until;
    if (isEvent && (!isCompeting || event <= competing)) {
      return packed(event, AalenJohansen.EVENT);
    }
    return isCompeting
        ? packed(competing, AalenJohansen.COMPETING)
        : packed(Math.max(0, until), AalenJohansen.CENSORED);
  }

  static long micros(double packed) {
    return (long) packed / CODES;
  }

  static byte code(double packed) {
    return (byte) ((long) packed % CODES);
  }

  static boolean isEvent(double packed) {
    return code(packed) == AalenJohansen.EVENT;
  }

  static boolean isCompeting(double packed) {
    return code(packed) == AalenJohansen.COMPETING;
  }

  /** The cumulative incidence of the event at a time; null where nobody was followed. */
  static Incidence incidence(double[] packed, long atMicros) {
    long[] durations = new long[packed.length];
    byte[] codes = new byte[packed.length];
    for (int i = 0; i < packed.length; i++) {
      durations[i] = micros(packed[i]);
      codes[i] = code(packed[i]);
    }
    return AalenJohansen.at(durations, codes, atMicros);
  }
}
