package giro.ingest;

import static org.apache.spark.sql.functions.*;

import giro.lake.Lake;
import giro.model.table.LandingFiles;
import giro.model.table.RejectedRows;
import giro.model.table.Touches;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * Takes every landing file up to a folder date that was not taken yet: touches and rejected rows go
 * to the lake, and each file's counts to the ledger of files, which is written last.
 */
public final class TakeLanding {
  private static final String KEEP = "_keep";
  private static final String NORMALISED = "normalised";
  private static final long DAY = 86_400_000_000L;

  /** A landing file is read by one task, however large; what follows is shared out again. */
  private static final long ROWS_PER_FILE = 25_000;

  /** Copies are few; a whole history landed again is joined by shuffling instead. */
  private static final long BROADCAST_LIMIT = 5_000_000L;

  private final SparkSession spark;
  private final Lake lake;
  private final IngestSettings ingest;
  private final PrivacySettings privacy;
  private final LandingLedger ledger;

  public TakeLanding(
      SparkSession spark, Lake lake, IngestSettings ingest, PrivacySettings privacy) {
    this.spark = spark;
    this.lake = lake;
    this.ingest = ingest;
    this.privacy = privacy;
    this.ledger = new LandingLedger(spark, lake);
  }

  /**
   * What a run found in the landing zone; read = accepted + duplicates + rejected.
   *
   * @param files files taken
   * @param conflicts those of the duplicates that differed from the touch that landed first
   */
  public record Taken(
      long files, long read, long accepted, long duplicates, long conflicts, long rejected) {
    static final Taken NOTHING = new Taken(0, 0, 0, 0, 0, 0);
  }

  /**
   * Takes the files of folders dated {@code until} or earlier.
   *
   * @param latest the latest night that was run before, if any
   */
  public Taken take(String landing, LocalDate until, Optional<LocalDate> latest, String runId) {
    Map<String, LandingZone.Known> known = ledger.known();
    LandingZone zone = new LandingZone(landing, spark.sessionState().newHadoopConf());
    LandingZone.Listing listing = zone.list(ingest.sources(), until, latest, known);
    LandingChecksums checksums = new LandingChecksums(spark);
    ledger.noteChanged(checksums.changed(listing.touched(), known), runId);
    if (listing.fresh().isEmpty()) {
      return Taken.NOTHING;
    }
    try {
      Dataset<Row> rows =
          lake.setAside(
              NORMALISED,
              new ReadLanding(spark, ingest, privacy)
                  .without(Suppressions.of(lake, privacy))
                  .all(listing.fresh(), runId),
              ROWS_PER_FILE);
      return store(rows, listing.fresh(), checksums, runId);
    } finally {
      lake.dropAside(NORMALISED);
    }
  }

  private Taken store(
      Dataset<Row> rows, List<LandingFile> files, LandingChecksums checksums, String runId) {
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
        replaceOutdated(judged.get());
      }
      lake.append(Touches.CONTRACT, compact(surviving(good, few, judged)));
      lake.append(RejectedRows.CONTRACT, rejected(bad, runId));
      return ledger.noteFiles(files, counts(good, bad, judged), checksums, runId);
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

  private void replaceOutdated(Dataset<Row> judged) {
    List<Row> outdated =
        judged
            .filter(col(DuplicateTouches.IS_STORED).and(not(col(DuplicateTouches.IS_SURVIVOR))))
            .select(Touches.SOURCE, Touches.EVENT_ID)
            .collectAsList();
    if (!outdated.isEmpty()) {
      lake.delete(Touches.CONTRACT, isOneOf(outdated));
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
