package giro.ingest;

import static org.apache.spark.sql.functions.col;

import giro.lake.Lake;
import giro.model.table.PrivacyKeys;
import giro.model.table.Touches;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** Compares the configured privacy key with the one that the lake's hashes were made under. */
public final class KeyInUse {
  private static final Comparator<Row> LATEST_FIRST =
      Comparator.comparing((Row key) -> key.<Timestamp>getAs(PrivacyKeys.USED_FROM))
          .thenComparing(key -> key.<String>getAs(PrivacyKeys.RUN_ID))
          .reversed();

  private final SparkSession spark;
  private final Lake lake;
  private final PrivacySettings privacy;

  public KeyInUse(SparkSession spark, Lake lake, PrivacySettings privacy) {
    this.spark = spark;
    this.lake = lake;
    this.privacy = privacy;
  }

  /** How the configured key stands to the lake. */
  public enum Standing {
    /** The lake holds no hash yet, or all under this key id and it was not noted which key. */
    FIRST,
    /** The same key as before. */
    SAME,
    /** Another key id than stored touches have: they are to be made anew. */
    CHANGED,
    /** A key id that the lake knows, with another key: one of the two is a mistake. */
    WRONG_KEY,
    /** Another key id, but the key that is in use already: one of the two is a mistake. */
    SAME_KEY_NEW_ID
  }

  /**
   * A standing, and the key id in use; the configured one where nothing was noted.
   *
   * @param formerId what the lake is under
   */
  public record Found(Standing standing, int formerId) {}

  /** A few rows are read; the touches only where a lake says nothing of its key. */
  public Found find() {
    List<Row> keys =
        lake.read(PrivacyKeys.CONTRACT).collectAsList().stream().sorted(LATEST_FIRST).toList();
    if (keys.isEmpty()) {
      return unnoted();
    }
    String fingerprint = new KeyedHash(privacy.key()).fingerprint();
    int inUse = keys.get(0).getAs(PrivacyKeys.KEY_ID);
    boolean isOther =
        keys.stream()
            .filter(key -> key.<Integer>getAs(PrivacyKeys.KEY_ID) == privacy.keyId())
            .anyMatch(key -> !fingerprint.equals(key.getAs(PrivacyKeys.FINGERPRINT)));
    if (isOther) {
      return new Found(Standing.WRONG_KEY, inUse);
    }
    if (inUse == privacy.keyId()) {
      return new Found(Standing.SAME, inUse);
    }
    boolean isSameKey = fingerprint.equals(keys.get(0).getAs(PrivacyKeys.FINGERPRINT));
    return new Found(isSameKey ? Standing.SAME_KEY_NEW_ID : Standing.CHANGED, inUse);
  }

  /** A new lake, or one of a version that kept no fingerprint. */
  private Found unnoted() {
    List<Row> others =
        lake.read(Touches.CONTRACT)
            .filter(col(Touches.KEY_ID).notEqual(privacy.keyId()))
            .select(Touches.KEY_ID)
            .limit(1)
            .collectAsList();
    return others.isEmpty()
        ? new Found(Standing.FIRST, privacy.keyId())
        : new Found(Standing.CHANGED, others.get(0).getInt(0));
  }

  /**
   * Notes the configured key as the one in use.
   *
   * @param rekeyed touches made anew, 0 for a first key
   * @param left touches that keep a hash of a former key
   */
  public void note(Instant from, String runId, long rekeyed, long left) {
    Row row =
        RowFactory.create(
            privacy.keyId(),
            new KeyedHash(privacy.key()).fingerprint(),
            Timestamp.from(from),
            rekeyed,
            left,
            runId);
    lake.append(
        PrivacyKeys.CONTRACT, spark.createDataFrame(List.of(row), PrivacyKeys.CONTRACT.schema()));
  }
}
