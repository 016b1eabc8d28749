package giro.ingest;

import static org.apache.spark.sql.functions.*;

import giro.lake.Lake;
import giro.model.table.ForgottenRows;
import giro.model.table.ForgottenValues;
import giro.model.table.KeptShared;
import giro.model.table.RejectedRows;
import giro.model.table.SuppressedIdentifiers;
import giro.model.table.Touches;
import java.time.Instant;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Suppresses the identifiers of forgotten people under a new privacy key. Nothing of them is stored
 * that would tell their new hashes, but their landing files may still be there: a row that was
 * taken and is stored nowhere was erased, and what it carries and no stored touch does was theirs.
 */
public final class RekeySuppressions {
  private static final String UNSTORED = "unstored";

  private final SparkSession spark;
  private final Lake lake;
  private final IngestSettings ingest;
  private final PrivacySettings privacy;

  public RekeySuppressions(
      SparkSession spark, Lake lake, IngestSettings ingest, PrivacySettings privacy) {
    this.spark = spark;
    this.lake = lake;
    this.ingest = ingest;
    this.privacy = privacy;
  }

  /**
   * Identifiers suppressed under the former key, and how many were found again under the new one.
   */
  public record Carried(long former, long found) {}

  /**
   * To be called once touches and {@link KeptShared} are under the new key. Reads the landing zone
   * where anything was suppressed.
   *
   * @param formerId the key id that was in use
   * @throws LandingException where there is no landing zone
   */
  public Carried rekey(String landing, int formerId, Instant at, String runId) {
    Dataset<Row> former =
        lake.read(SuppressedIdentifiers.CONTRACT)
            .filter(col(SuppressedIdentifiers.KEY_ID).equalTo(formerId));
    long count = former.select(SuppressedIdentifiers.HASH).distinct().count();
    if (count == 0) {
      return new Carried(0, 0);
    }
    try {
      Dataset<Row> unstored = lake.setAside(UNSTORED, unstored(landing, runId));
      Dataset<Row> values = theirs(trusted(unstored), former);
      Dataset<Row> rows = Suppressions.rows(spark, values, privacy, at, runId);
      lake.append(SuppressedIdentifiers.CONTRACT, Suppressions.notYetIn(lake, rows));
      return new Carried(count, rows.count());
    } finally {
      release(lake);
    }
  }

  /** Drops what a run that died had found; nothing happens where that is nothing. */
  public static void release(Lake lake) {
    lake.dropAside(UNSTORED);
  }

  /** Rows of files that were taken, under the new key, that are no stored touch. */
  private Dataset<Row> unstored(String landing, String runId) {
    var files =
        new LandingZone(landing, spark.sessionState().newHadoopConf())
            .stillThere(
                ingest.sources(),
                new LandingLedger(spark, lake).known(),
                new LandingChecksums(spark));
    Dataset<Row> read =
        new ReadLanding(spark, ingest, privacy)
            .all(files, runId)
            .filter(col(ReadLanding.REASON).isNull())
            .select(Touches.SOURCE, Touches.EVENT_ID, Touches.LANDING_FILE, Touches.IDENTIFIERS);
    Dataset<Row> stored = lake.read(Touches.CONTRACT).select(Touches.SOURCE, Touches.EVENT_ID);
    return DuplicateTouches.inKeys(read, stored, "left_anti")
        .select(Touches.LANDING_FILE, Touches.IDENTIFIERS);
  }

  /**
   * Without files that have more such rows than were forgotten: they are read otherwise than they
   * were, by another mapping say, and would have everybody suppressed.
   */
  private Dataset<Row> trusted(Dataset<Row> unstored) {
    Column file = col(Touches.LANDING_FILE);
    Dataset<Row> expected =
        lake.read(ForgottenRows.CONTRACT)
            .select(col(ForgottenRows.LANDING_FILE).as("_file"), col(ForgottenRows.ROWS).as("_n"))
            .unionByName(
                lake.read(RejectedRows.CONTRACT)
                    .filter(col(RejectedRows.REASON).equalTo(Reasons.FORGOTTEN))
                    .select(col(RejectedRows.LANDING_FILE).as("_file"), lit(1L).as("_n")))
            .groupBy("_file")
            .agg(sum("_n").as("_expected"));
    Dataset<Row> files =
        unstored
            .groupBy(file.as("_trusted"))
            .agg(count(lit(1)).as("_found"))
            .join(expected, col("_trusted").equalTo(col("_file")), "inner")
            .filter(col("_found").leq(col("_expected")))
            .select("_trusted");
    return unstored.join(files, file.equalTo(col("_trusted")), "left_semi");
  }

  /** As {@link ForgottenValues}: what nobody else carries, of the kinds that were suppressed. */
  private Dataset<Row> theirs(Dataset<Row> rows, Dataset<Row> former) {
    Column kind = col("i.kind");
    Dataset<Row> carried =
        rows.select(explode(col(Touches.IDENTIFIERS)).as("i"))
            .select(kind.as(ForgottenValues.KIND), col("i.hash").as(ForgottenValues.HASH))
            .distinct();
    Dataset<Row> others =
        lake.read(Touches.CONTRACT)
            .select(explode(col(Touches.IDENTIFIERS)).as("i"))
            .select(col("i.hash").as("_others"))
            .union(lake.read(KeptShared.CONTRACT).select(KeptShared.HASH));
    Dataset<Row> kinds = former.select(col(SuppressedIdentifiers.KIND).as("_kind")).distinct();
    return carried
        .join(others, col(ForgottenValues.HASH).equalTo(col("_others")), "left_anti")
        .join(kinds, col(ForgottenValues.KIND).equalTo(col("_kind")), "left_semi")
        .withColumn(ForgottenValues.OWNERSHIP, lit(null).cast("int"))
        .withColumn(ForgottenValues.FROM, lit(null).cast("bigint"))
        .withColumn(ForgottenValues.TO, lit(null).cast("bigint"));
  }
}
