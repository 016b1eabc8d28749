package giro.report;

import giro.model.measure.Interval;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How numbers and dates are written on the page.
 *
 * @param k a cell of fewer persons is withheld
 */
record Wording(int k) {
  /** Keeps a number and its unit on one line. */
  private static final String NARROW_SPACE = "\u202f";

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

  /** What stands in place of a number that may not be shown. */
  String withheld() {
    return "withheld (limit " + k + " persons)";
  }

  /** 12,400; a null is withheld. */
  String shown(Long value) {
    return value == null ? withheld() : count(value);
  }

  /** The same in a table whose row has said why already. */
  static String brief(Long value) {
    return value == null ? "withheld" : count(value.longValue());
  }

  static String count(long value) {
    return String.format(Locale.ENGLISH, "%,d", value);
  }

  /** 12,400, or 1.24 M where a chart has little room. */
  static String compact(long value) {
    return value < 1_000_000
        ? count(value)
        : String.format(Locale.ENGLISH, "%.2f%sM", value / 1e6, NARROW_SPACE);
  }

  /** 15.6 %. */
  static String share(double share) {
    return String.format(Locale.ENGLISH, "%.1f%s%%", share * 100, NARROW_SPACE);
  }

  /** 16 %: where a decimal would promise too much. */
  static String roundShare(double share) {
    return String.format(Locale.ENGLISH, "%.0f%s%%", share * 100, NARROW_SPACE);
  }

  /** The share of a part, or a dash where there is no whole. */
  static String shareOf(Long part, Long whole) {
    return part == null || whole == null || whole == 0 ? "–" : share((double) part / whole);
  }

  /** 15.0 to 16.3 %; empty where there is none. */
  static String shares(Interval interval) {
    return interval == null
        ? ""
        : String.format(Locale.ENGLISH, "%.1f to ", interval.low() * 100) + share(interval.high());
  }

  /** A figure in its unit. */
  String figure(double value, String unit) {
    return switch (unit) {
      case "share" -> share(value);
      case "days" -> plain(value, unit) + NARROW_SPACE + "days";
      default -> plain(value, unit);
    };
  }

  private static String plain(double value, String unit) {
    if ("days".equals(unit)) {
      return days(value);
    }
    return value == Math.rint(value)
        ? count((long) value)
        : String.format(Locale.ENGLISH, "%,.2f", value);
  }

  /** An interval in its unit; empty where there is none. */
  String interval(Interval interval, String unit) {
    if (interval == null) {
      return "";
    }
    return "share".equals(unit)
        ? shares(interval)
        : plain(interval.low(), unit) + " to " + figure(interval.high(), unit);
  }

  /** 23, or 2.5 below ten. */
  static String days(double days) {
    return String.format(
        Locale.ENGLISH, days < 10 && days != Math.rint(days) ? "%.1f" : "%,.0f", days);
  }

  /** 14 November 2026; "not known" for null. */
  static String day(LocalDate date) {
    return date == null ? "not known" : DAY.format(date);
  }

  /** Nov 2026. */
  static String month(LocalDate date) {
    return MONTH.format(YearMonth.from(date));
  }
}
