package giro.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import giro.model.table.LapStates;
import giro.model.table.RejectedRows;
import giro.model.table.Runs;
import giro.model.table.Touches;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.spark.sql.Column;

/**
 * Drops what is older than {@link Retention} allows, counted from the end of the latest night. What
 * was derived from touches that went follows with the next run. To be run under the lake's lock,
 * with nothing in flight; cut off, the next one completes it.
 *
 * <p>The ledger of landing files stays whole, or their files would be taken again; so do the
 * registry of ids and what is left of erasures.
 */
public final class DropAgedRows {
  private final Lake lake;
  private final Retention retention;

  public DropAgedRows(Lake lake, Retention retention) {
    this.lake = lake;
    this.retention = retention;
  }

  /** How many rows went. */
  public record Dropped(long touches, long rejected, long runs) {}

  public Dropped before(LocalDate latestNight) {
    Instant end = latestNight.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    long touches = 0;
    long rejected = 0;
    long runs = 0;
    if (retention.touches().isPresent()) {
      Instant oldest = end.minus(retention.touches().get());
      Date day = Date.valueOf(oldest.atZone(ZoneOffset.UTC).toLocalDate());
      Column isOld = col(Touches.OCCURRED_AT).lt(lit(Timestamp.from(oldest)));
      touches = lake.read(Touches.CONTRACT).filter(isOld).count();
      if (touches > 0) {
        // Laps that went with their touches moved for none of the causes that are told of.
        lake.delete(LapStates.CONTRACT, lit(true));
        lake.delete(Touches.CONTRACT, isOld);
      }
      Column isOldFile = col(RejectedRows.LANDING_DATE).lt(lit(day));
      rejected = lake.read(RejectedRows.CONTRACT).filter(isOldFile).count();
      if (rejected > 0) {
        lake.delete(RejectedRows.CONTRACT, isOldFile);
      }
    }
    if (retention.runs().isPresent()) {
      Instant oldest = end.minus(retention.runs().get());
      Date day = Date.valueOf(oldest.atZone(ZoneOffset.UTC).toLocalDate());
      Column isOld = col(Runs.AS_OF).lt(lit(day));
      runs = lake.read(Runs.CONTRACT).filter(isOld).count();
      if (runs > 0) {
        lake.delete(Runs.CONTRACT, isOld);
      }
    }
    return new Dropped(touches, rejected, runs);
  }
}
