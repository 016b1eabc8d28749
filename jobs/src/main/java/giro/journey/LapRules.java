package giro.journey;

import java.time.Duration;

/** The lap settings as the pass uses them: microseconds. */
record LapRules(
    long inactivityNew, long inactivityUsed, long reentry, long sessionGap, long acquisitionRepeat)
    implements java.io.Serializable {

  static LapRules of(LapSettings settings) {
    return new LapRules(
        micros(settings.inactivityNew()),
        micros(settings.inactivityUsed()),
        micros(settings.reentry()),
        micros(settings.sessionGap()),
        micros(settings.acquisitionRepeat()));
  }

  /** Only {@code used} is used; other and unknown vehicle types count as new. */
  long inactivity(String vehicleType) {
    return "used".equals(vehicleType) ? inactivityUsed : inactivityNew;
  }

  private static long micros(Duration duration) {
    return duration.toNanos() / 1_000L;
  }
}
