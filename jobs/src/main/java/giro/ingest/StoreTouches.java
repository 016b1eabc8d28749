package giro.ingest;

import static org.apache.spark.sql.functions.*;

import giro.ingest.TakeLanding.Taken;
import giro.lake.Lake;
import giro.model.table.LandingFiles;
import giro.model.table.RejectedRows;
import giro.model.table.ReplacedTouches;
import giro.model.table.Touches;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/** Stores the rows that were read: new touches once each, and what cannot be one as rejected. */
final class StoreTouches {
  private static final String KEEP = "_keep";
  private static final long DAY = 86_400_000_000L;

  /** Copies are few; a whole history landed again is joined by shuffling instead. */
  private static final long BROADCAST_LIMIT = 5_000_000L;

  private final Lake lake;

  StoreTouches(Lake lake) {
    this.lake = lake;
  }

  /**
   * Stores what may be stored and keeps the rest as rejected.
   *
   * @param rows of {@link ReadLanding#schema()}, set aside: they are read several times
   * @param note takes what became of the rows, one row a file, once everything else is stored
   */
  Taken store(Dataset<Row> rows, String runId, Function<Dataset<Row>, Taken> note) {
    Dataset<Row> good = rows.filter(col(ReadLanding.REASON).isNull());
    Dataset<Row> bad = rows.filter(col(ReadLanding.REASON).isNotNull());
    Dataset<Row> stored = storedAround(good);
    Dataset<Row> keys =
        DuplicateTouches.contestedKeys(good, stored).persist(StorageLevel.MEMORY_AND_DISK());
    long contested = keys.count();
    Dataset<Row> few = contested <= BROADCAST_LIMIT ? broadcast(keys) : keys;
    Optional<Dataset<Row>> judged =
        contested == 0
            ? Optional.empty()
            : Optional.of(judged(good, stored, few).persist(StorageLevel.MEMORY_AND_DISK()));
    try {
      if (judged.isPresent()) {
        replaceOutdated(judged.get(), runId);
      }
      lake.append(Touches.CONTRACT, compact(surviving(good, few, judged)));
      lake.append(RejectedRows.CONTRACT, rejected(bad, runId));
      return note.apply(counts(good, bad, judged));
    } finally {
      judged.ifPresent(Dataset::unpersist);
      keys.unpersist();
    }
  }

  /** What is stored of the days the batch speaks of and their neighbours. */
  private Dataset<Row> storedAround(Dataset<Row> good) {
    Row range =
        good.agg(
                min(unix_micros(col(Touches.OCCURRED_AT))),
                max(unix_micros(col(Touches.OCCURRED_AT))))
            .first();
    if (range.isNullAt(0)) {
      return lake.read(Touches.CONTRACT).limit(0);
    }
    long from = range.getLong(0) - DAY;
    long to = range.getLong(1) + 2 * DAY;
    return lake.readFilesBetween(Touches.CONTRACT, Touches.OCCURRED_AT, from, to)
        .filter(
            col(Touches.OCCURRED_AT)
                .between(timestamp_micros(lit(from)), timestamp_micros(lit(to))));
  }

  /** Copies of touches that came, or are stored, more than once, with what becomes of each. */
  private static Dataset<Row> judged(Dataset<Row> good, Dataset<Row> stored, Dataset<Row> keys) {
    Dataset<Row> batchCopies =
        DuplicateTouches.inKeys(good, keys, "left_semi")
            .withColumn(DuplicateTouches.IS_STORED, lit(false));
    Dataset<Row> storedCopies =
        DuplicateTouches.inKeys(stored, keys, "left_semi")
            .withColumn(ReadLanding.POSITION, lit(0L))
            .withColumn(DuplicateTouches.IS_STORED, lit(true));
    return DuplicateTouches.judge(batchCopies.unionByName(storedCopies, true));
  }

  private void replaceOutdated(Dataset<Row> judged, String runId) {
    Dataset<Row> keys =
        judged
            .filter(col(DuplicateTouches.IS_STORED).and(not(col(DuplicateTouches.IS_SURVIVOR))))
            .select(Touches.SOURCE, Touches.EVENT_ID);
    List<Row> outdated = keys.collectAsList();
    if (!outdated.isEmpty()) {
      lake.delete(Touches.CONTRACT, isOneOf(outdated));
      lake.append(
          ReplacedTouches.CONTRACT,
          keys.sparkSession()
              .createDataFrame(outdated, keys.schema())
              .withColumn(ReplacedTouches.RUN_ID, lit(runId)));
    }
  }

  /** The touches to add: those that came once, and the new survivors among copies. */
  private static Dataset<Row> surviving(
      Dataset<Row> good, Dataset<Row> keys, Optional<Dataset<Row>> judged) {
    Column[] columns =
        Touches.CONTRACT.columnNames().stream().map(c -> col(c)).toArray(Column[]::new);
    if (judged.isEmpty()) {
      return good.select(columns);
    }
    Dataset<Row> survivors =
        DuplicateTouches.survivors(judged.get().filter(not(col(DuplicateTouches.IS_STORED))));
    return DuplicateTouches.inKeys(good, keys, "left_anti").select(columns).unionByName(survivors);
  }

  /**
   * A file's touches of one identifier side by side: hashes are most of a touch's bytes and only
   * compress where they repeat nearby; a quarter less to store and to read.
   */
  static Dataset<Row> compact(Dataset<Row> touches) {
    return touches.sortWithinPartitions(
        element_at(col(Touches.IDENTIFIERS), 1).getField("hash"), col(Touches.OCCURRED_AT));
  }

  /** Stored copies that a better one replaces: few, so a condition by value is enough. */
  private static Column isOneOf(List<Row> keys) {
    Map<String, List<String>> bySource =
        keys.stream()
            .collect(
                Collectors.groupingBy(
                    r -> r.getString(0),
                    Collectors.mapping(r -> r.getString(1), Collectors.toList())));
    Column condition = lit(false);
    for (Map.Entry<String, List<String>> entry : bySource.entrySet()) {
      condition =
          condition.or(
              col(Touches.SOURCE)
                  .equalTo(entry.getKey())
                  .and(col(Touches.EVENT_ID).isin(entry.getValue().toArray())));
    }
    return condition;
  }

  private static Dataset<Row> rejected(Dataset<Row> bad, String runId) {
    return bad.select(
        col(Touches.SOURCE).as(RejectedRows.SOURCE),
        col(Touches.LANDING_FILE).as(RejectedRows.LANDING_FILE),
        col(Touches.LANDING_DATE).as(RejectedRows.LANDING_DATE),
        col(ReadLanding.POSITION).as(RejectedRows.POSITION),
        col(ReadLanding.LENGTH).as(RejectedRows.LENGTH),
        col(ReadLanding.CHECKSUM).as(RejectedRows.CHECKSUM),
        col(ReadLanding.REASON).as(RejectedRows.REASON),
        lit(null).cast("string").as(RejectedRows.DETAIL),
        col(RejectedRows.FIELDS_PRESENT),
        col(ReadLanding.POSITION).gt(0).as(RejectedRows.IS_ROW),
        lit(runId).as(RejectedRows.RUN_ID));
  }

  private static Dataset<Row> copies(Dataset<Row> judged) {
    return judged
        .filter(not(col(DuplicateTouches.IS_STORED)).and(not(col(DuplicateTouches.IS_FIRST))))
        .select(
            col(Touches.LANDING_FILE),
            lit(1L).as(LandingFiles.DUPLICATES),
            col(DuplicateTouches.IS_CONFLICT).cast("bigint").as(LandingFiles.CONFLICTS));
  }

  private static Dataset<Row> withoutCopies(Dataset<Row> all) {
    return all.withColumn(LandingFiles.DUPLICATES, lit(0L))
        .withColumn(LandingFiles.CONFLICTS, lit(0L));
  }

  /** Per file: rows read, accepted, duplicates, conflicts, rejected, and whether it broke. */
  private static Dataset<Row> counts(
      Dataset<Row> good, Dataset<Row> bad, Optional<Dataset<Row>> judged) {
    Dataset<Row> kept =
        good.select(
            col(Touches.LANDING_FILE), lit(1L).as(LandingFiles.ROWS_READ), lit(1L).as(KEEP));
    Dataset<Row> rejects =
        bad.select(
            col(Touches.LANDING_FILE),
            col(ReadLanding.POSITION).gt(0).cast("bigint").as(LandingFiles.ROWS_READ),
            col(ReadLanding.POSITION).gt(0).cast("bigint").as(LandingFiles.REJECTED),
            col(ReadLanding.POSITION).equalTo(0).cast("bigint").as("broken"));
    Dataset<Row> all = kept.unionByName(rejects, true);
    all = judged.isPresent() ? all.unionByName(copies(judged.get()), true) : withoutCopies(all);
    return all.groupBy(Touches.LANDING_FILE)
        .agg(
            coalesce(sum(LandingFiles.ROWS_READ), lit(0L)).as(LandingFiles.ROWS_READ),
            coalesce(sum(KEEP), lit(0L)).as(KEEP),
            coalesce(sum(LandingFiles.DUPLICATES), lit(0L)).as(LandingFiles.DUPLICATES),
            coalesce(sum(LandingFiles.CONFLICTS), lit(0L)).as(LandingFiles.CONFLICTS),
            coalesce(sum(LandingFiles.REJECTED), lit(0L)).as(LandingFiles.REJECTED),
            coalesce(sum("broken"), lit(0L)).as("broken"));
  }
}
