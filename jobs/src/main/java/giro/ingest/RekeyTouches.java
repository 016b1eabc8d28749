package giro.ingest;

import static org.apache.spark.sql.functions.*;

import giro.lake.Lake;
import giro.model.table.NewHashes;
import giro.model.table.Touches;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Gives stored touches the hashes of the privacy key in use. Everything else of a touch stays, and
 * so does a value that no landing file tells the new hash of; such a touch keeps its key id.
 */
public final class RekeyTouches {
  private static final String NEW_HASHES = "new_hashes";
  private static final String NAMES = "_names";
  private static final String IS_WHOLE = "_is_whole";
  private static final long ROWS_PER_FILE = 500_000;

  private final SparkSession spark;
  private final Lake lake;
  private final IngestSettings ingest;
  private final PrivacySettings privacy;

  public RekeyTouches(
      SparkSession spark, Lake lake, IngestSettings ingest, PrivacySettings privacy) {
    this.spark = spark;
    this.lake = lake;
    this.ingest = ingest;
    this.privacy = privacy;
  }

  /**
   * Touches made anew, and those left with a hash of a former key.
   *
   * @param newHashes see {@link NewHashes}; there until {@link #release}
   */
  public record Rekeyed(long touches, long left, Dataset<Row> newHashes) {}

  /**
   * Reads the landing zone again and rewrites the touches that are not under the key in use.
   *
   * @throws LandingException where there is no landing zone
   */
  public Rekeyed rekey(String landing, String runId) {
    Dataset<Row> found = new FindNewHashes(spark, lake, ingest, privacy).in(landing, runId);
    Dataset<Row> newHashes = lake.setAside(NEW_HASHES, found);
    Dataset<Row> stored = lake.read(Touches.CONTRACT);
    long former = stored.filter(not(isInUse())).count();
    int files =
        (int) Math.max(spark.sparkContext().defaultParallelism(), stored.count() / ROWS_PER_FILE);
    Dataset<Row> renewed =
        renewed(stored.filter(not(isInUse())), newHashes, privacy.keyId())
            .unionByName(stored.filter(isInUse()));
    // By time, so that a query by time skips files; then as a night writes them.
    lake.overwrite(
        Touches.CONTRACT,
        StoreTouches.compact(renewed.repartitionByRange(files, col(Touches.OCCURRED_AT))));
    long left = lake.read(Touches.CONTRACT).filter(not(isInUse())).count();
    return new Rekeyed(former - left, left, newHashes);
  }

  /** Forgets how former hashes became new ones; nothing happens where that is not known. */
  public static void release(Lake lake) {
    lake.dropAside(NEW_HASHES);
  }

  private Column isInUse() {
    return col(Touches.KEY_ID).eqNullSafe(privacy.keyId());
  }

  /** The touches under the new key as far as it is known for their values. */
  static Dataset<Row> renewed(Dataset<Row> touches, Dataset<Row> newHashes, int keyId) {
    Dataset<Row> values =
        touches.select(
            col(Touches.SOURCE),
            col(Touches.EVENT_ID),
            explode(array_distinct(transform(HashedValues.of(), v -> v.getField("value"))))
                .as("_value"));
    Column known = col(NewHashes.HASH).isNotNull();
    Dataset<Row> names =
        values
            .join(newHashes, col("_value").equalTo(col(NewHashes.FORMER)), "left")
            .groupBy(Touches.SOURCE, Touches.EVENT_ID)
            .agg(
                map_from_entries(
                        collect_list(when(known, struct(col("_value"), col(NewHashes.HASH)))))
                    .as(NAMES),
                every(known).as(IS_WHOLE));
    List<Column> columns = new ArrayList<>();
    for (String name : Touches.CONTRACT.columnNames()) {
      columns.add(
          name.equals(Touches.KEY_ID)
              ? when(coalesce(col(IS_WHOLE), lit(true)), keyId).otherwise(col(name)).as(name)
              : HashedValues.renewed(name, col(NAMES)));
    }
    return DuplicateTouches.inKeys(touches, names, "left").select(columns.toArray(Column[]::new));
  }
}
