package giro.ingest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** Reads the time a source gives: ISO-8601 with a zone, or a date alone. */
final class OccurredAt {
  private static final DateTimeFormatter WITH_ZONE =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(java.util.Locale.ROOT);

  private OccurredAt() {}

  /** Microseconds since 1970 UTC; a date is its midnight. Null where it cannot be read. */
  static Long micros(String text) {
    if (text == null) {
      return null;
    }
    try {
      String trimmed = text.strip();
      if (isDate(trimmed)) {
        return LocalDate.parse(trimmed).toEpochDay() * 86_400_000_000L;
      }
      String iso =
          trimmed.length() > 10 && trimmed.charAt(10) == ' '
              ? trimmed.substring(0, 10) + 'T' + trimmed.substring(11).strip()
              : trimmed;
      OffsetDateTime time = OffsetDateTime.from(WITH_ZONE.parse(iso));
      // The parser above would take 30 February for the 28th; a date alone is read strictly.
      LocalDate.parse(iso.substring(0, Math.max(iso.indexOf('T'), iso.indexOf('t'))));
      // Not ChronoUnit.between: it counts nanoseconds on the way and overflows after 2262.
      return Math.addExact(
          Math.multiplyExact(time.toEpochSecond(), 1_000_000L), time.getNano() / 1_000L);
    } catch (DateTimeException | ArithmeticException e) {
      return null; // the caller rejects the row as bad_occurred_at
    }
  }

  /** True for {@code yyyy-MM-dd}: the touch may have happened at any time of that day. */
  static boolean isDate(String text) {
    return text != null && text.strip().length() == 10;
  }
}
