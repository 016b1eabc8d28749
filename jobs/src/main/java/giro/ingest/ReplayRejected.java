package giro.ingest;

import static org.apache.spark.sql.functions.*;

import giro.ingest.TakeLanding.Taken;
import giro.lake.Lake;
import giro.model.table.RejectedRows;
import giro.model.table.Touches;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Reads rejected rows again from their landing files, under the settings of now: a mapping that was
 * mended, a form that was widened, a file that was delivered anew. What is a touch by now is stored
 * as landed tonight; the rest stays rejected, with its reason of now.
 */
public final class ReplayRejected {
  private static final String REPLAYED = "replayed";
  private static final String IS_STORED = "_is_stored_from_here";

  private final SparkSession spark;
  private final Lake lake;
  private final IngestSettings ingest;
  private final PrivacySettings privacy;
  private final LandingLedger ledger;

  public ReplayRejected(
      SparkSession spark, Lake lake, IngestSettings ingest, PrivacySettings privacy) {
    this.spark = spark;
    this.lake = lake;
    this.ingest = ingest;
    this.privacy = privacy;
    this.ledger = new LandingLedger(spark, lake);
  }

  /**
   * What became of the rows.
   *
   * @param gone files that are not there any more, or whose content is another by now; their rows
   *     stay rejected
   */
  public record Replayed(Taken taken, long gone) {}

  /** How many rows, or whole files, were rejected for each reason. */
  public Map<String, Long> reasons() {
    Map<String, Long> reasons = new TreeMap<>();
    lake.read(RejectedRows.CONTRACT)
        .groupBy(RejectedRows.REASON)
        .count()
        .collectAsList()
        .forEach(row -> reasons.put(row.getString(0), row.getLong(1)));
    return reasons;
  }

  /**
   * @param reason one of {@link #reasons}. Of a file that could not be read, or that changed under
   *     a name already taken, every row is read that was not taken before
   * @param night the latest night that was run: what is taken now counts as landed then
   */
  public Replayed replay(String landing, String reason, LocalDate night, String runId) {
    Dataset<Row> rejected =
        lake.read(RejectedRows.CONTRACT).filter(col(RejectedRows.REASON).equalTo(reason));
    boolean isOfFiles = List.of(Reasons.UNREADABLE_FILE, Reasons.CHANGED_FILE).contains(reason);
    Set<String> names =
        rejected.select(RejectedRows.LANDING_FILE).distinct().collectAsList().stream()
            .map(row -> row.getString(0))
            .collect(Collectors.toSet());
    LandingZone zone = new LandingZone(landing, spark.sessionState().newHadoopConf());
    LandingChecksums checksums = new LandingChecksums(spark);
    List<LandingFile> files =
        there(zone, checksums, isOfFiles).stream()
            .filter(file -> names.contains(file.name()))
            .map(file -> file.landedOn(night))
            .toList();
    if (files.isEmpty()) {
      return new Replayed(Taken.NOTHING, names.size());
    }
    Column ofFiles =
        col(RejectedRows.LANDING_FILE)
            .isInCollection(files.stream().map(LandingFile::name).toList());
    try {
      Dataset<Row> read =
          new ReadLanding(spark, ingest, privacy)
              .without(Suppressions.of(lake, privacy))
              .all(files, runId);
      Dataset<Row> rows = lake.setAside(REPLAYED, isOfFiles ? marked(read) : only(read, rejected));
      Column isReplayed = isOfFiles ? lit(true) : col(RejectedRows.REASON).equalTo(reason);
      lake.delete(RejectedRows.CONTRACT, ofFiles.and(isReplayed));
      Dataset<Row> fresh = isOfFiles ? rows.filter(not(col(IS_STORED))).drop(IS_STORED) : rows;
      Taken taken =
          new StoreTouches(lake)
              .store(
                  fresh,
                  runId,
                  counts ->
                      isOfFiles
                          ? ledger.readWhole(files, counts, copies(rows), checksums)
                          : ledger.readAgain(files, counts));
      return new Replayed(taken, names.size() - files.size());
    } finally {
      lake.dropAside(REPLAYED);
    }
  }

  private List<LandingFile> there(LandingZone zone, LandingChecksums checksums, boolean isOfFiles) {
    return isOfFiles
        ? zone.list(ingest.sources(), LocalDate.MAX, Optional.empty(), Map.of()).fresh()
        : zone.stillThere(ingest.sources(), ledger.known(), checksums);
  }

  /** Rows of whole files, with a mark on those that are stored from this very file. */
  private Dataset<Row> marked(Dataset<Row> read) {
    Dataset<Row> stored =
        lake.read(Touches.CONTRACT)
            .select(
                col(Touches.SOURCE),
                col(Touches.EVENT_ID),
                col(Touches.LANDING_FILE),
                lit(true).as(IS_STORED));
    return joined(
            read, stored, List.of(Touches.SOURCE, Touches.EVENT_ID, Touches.LANDING_FILE), "left")
        .withColumn(
            IS_STORED, coalesce(col(IS_STORED).and(col(ReadLanding.REASON).isNull()), lit(false)));
  }

  /** Per file, the rows that are copies of a touch stored from it. */
  private static Map<String, Long> copies(Dataset<Row> marked) {
    return marked
        .filter(col(IS_STORED))
        .groupBy(Touches.LANDING_FILE)
        .agg(count(lit(1)).minus(countDistinct(col(Touches.EVENT_ID))))
        .collectAsList()
        .stream()
        .collect(Collectors.toMap(row -> row.getString(0), row -> row.getLong(1)));
  }

  private static Dataset<Row> only(Dataset<Row> read, Dataset<Row> rejected) {
    Dataset<Row> places =
        rejected.select(
            col(RejectedRows.LANDING_FILE).as(Touches.LANDING_FILE),
            col(RejectedRows.POSITION).as(ReadLanding.POSITION));
    return joined(read, places, List.of(Touches.LANDING_FILE, ReadLanding.POSITION), "left_semi");
  }

  private static Dataset<Row> joined(
      Dataset<Row> read, Dataset<Row> others, List<String> on, String type) {
    return read.join(others, CollectionConverters.asScala(on).toSeq(), type);
  }
}
