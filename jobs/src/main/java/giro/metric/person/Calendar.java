package giro.metric.person;

import java.time.Duration;
import java.time.LocalDate;

/** Days, months and hours of instants in UTC, as keys of cells. */
final class Calendar {
  static final long SECOND = 1_000_000L;
  static final long HOUR = 3_600 * SECOND;
  static final long DAY = 24 * HOUR;

  private Calendar() {}

  /** The day as {@code 2026-03-05}. */
  static String day(long micros) {
    return LocalDate.ofEpochDay(Math.floorDiv(micros, DAY)).toString();
  }

  /** The first day of the month as {@code 2026-03-01}. */
  static String month(long micros) {
    return LocalDate.ofEpochDay(Math.floorDiv(micros, DAY)).withDayOfMonth(1).toString();
  }

  /** From 0 to 23. */
  static int hour(long micros) {
    return (int) (Math.floorMod(micros, DAY) / HOUR);
  }

  /** Microseconds as hours. */
  static double hours(long micros) {
    return (double) micros / HOUR;
  }

  /** A duration in microseconds. */
  static long micros(Duration duration) {
    return duration.getSeconds() * SECOND + duration.getNano() / 1_000;
  }
}
