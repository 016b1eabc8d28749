package giro.ingest;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Microseconds to the timestamps Spark takes. */
final class Times {
  private Times() {}

  static Timestamp at(long micros) {
    return Timestamp.from(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
  }
}
