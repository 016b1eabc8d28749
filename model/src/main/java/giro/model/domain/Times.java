package giro.model.domain;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as rows carry them: microseconds since 1970 in UTC, and the timestamps Spark takes. */
public final class Times {
  private Times() {}

  /** The timestamp of so many microseconds since 1970 UTC, exact to the microsecond. */
  public static Timestamp at(long micros) {
    return Timestamp.from(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
  }

  /** Microseconds since 1970 UTC of a timestamp. */
  public static long micros(Timestamp at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at.toInstant());
  }
}
