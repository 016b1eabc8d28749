package giro.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import giro.lake.Lake;
import giro.model.domain.Times;
import giro.model.table.ForgottenValues;
import giro.model.table.SuppressedIdentifiers;
import java.io.Serializable;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/**
 * The identifiers of people who were forgotten, as the reading tasks carry them: a few hashes under
 * a second key. What was suppressed under another privacy key matches nothing.
 */
public final class Suppressions implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String PURPOSE = "giro suppression";
  private static final String KIND = "identifier";
  static final Suppressions NONE = new Suppressions(new HashMap<>());

  /** Per hash the lives that are suppressed: first and last microsecond. */
  private final HashMap<String, List<long[]>> lives;

  private Suppressions(HashMap<String, List<long[]>> lives) {
    this.lives = lives;
  }

  /** What the lake has suppressed under the key in use. */
  public static Suppressions of(Lake lake, PrivacySettings privacy) {
    return of(lake.read(SuppressedIdentifiers.CONTRACT), privacy);
  }

  /**
   * @param rows of {@link SuppressedIdentifiers}: a few for each person who was forgotten
   */
  public static Suppressions of(Dataset<Row> rows, PrivacySettings privacy) {
    HashMap<String, List<long[]>> lives = new HashMap<>();
    for (Row row : rows.collectAsList()) {
      if (row.<Integer>getAs(SuppressedIdentifiers.KEY_ID) == privacy.keyId()) {
        long from = micros(row.getAs(SuppressedIdentifiers.VALID_FROM), Long.MIN_VALUE);
        long to = micros(row.getAs(SuppressedIdentifiers.VALID_TO), Long.MAX_VALUE);
        lives
            .computeIfAbsent(row.getAs(SuppressedIdentifiers.HASH), hash -> new ArrayList<>(1))
            .add(new long[] {from, to});
      }
    }
    return new Suppressions(lives);
  }

  /**
   * Rows of {@link SuppressedIdentifiers} for values of a person who is forgotten now.
   *
   * @param values rows of {@link ForgottenValues}, few
   */
  public static Dataset<Row> rows(
      SparkSession spark,
      Dataset<Row> values,
      PrivacySettings privacy,
      Instant at,
      String receiptId) {
    KeyedHash second = new KeyedHash(privacy.key()).derived(PURPOSE);
    List<Row> rows = new ArrayList<>();
    for (Row value : values.collectAsList()) {
      rows.add(
          RowFactory.create(
              value.getAs(ForgottenValues.KIND),
              second.of(KIND, value.getAs(ForgottenValues.HASH)),
              privacy.keyId(),
              at(value.getAs(ForgottenValues.FROM)),
              at(value.getAs(ForgottenValues.TO)),
              Timestamp.from(at),
              receiptId));
    }
    return spark.createDataFrame(rows, SuppressedIdentifiers.CONTRACT.schema());
  }

  /** Those of {@link #rows} that the lake does not have yet. */
  public static Dataset<Row> notYetIn(Lake lake, Dataset<Row> rows) {
    String life =
        "concat_ws(' ', hash, key_id, coalesce(cast(valid_from AS string), '-'),"
            + " coalesce(cast(valid_to AS string), '-'))";
    Dataset<Row> known =
        lake.read(SuppressedIdentifiers.CONTRACT).selectExpr(life + " AS _known").distinct();
    return rows.withColumn("_life", expr(life))
        .join(known, col("_life").equalTo(col("_known")), "left_anti")
        .drop("_life");
  }

  boolean isEmpty() {
    return lives.isEmpty();
  }

  /** Answers for one task, which hashes under a key of its own. */
  Check check(String privacyKey) {
    return new Check(new KeyedHash(privacyKey).derived(PURPOSE), lives);
  }

  /** Whether a touch carries what is suppressed. */
  static final class Check {
    private final KeyedHash second;
    private final Map<String, List<long[]>> lives;

    private Check(KeyedHash second, Map<String, List<long[]>> lives) {
      this.second = second;
      this.lives = lives;
    }

    /**
     * @param identifiers kind and keyed hash each
     */
    boolean holds(Row[] identifiers, long micros) {
      if (lives.isEmpty()) {
        return false;
      }
      for (Row identifier : identifiers) {
        List<long[]> suppressed = lives.get(second.of(KIND, identifier.getString(1)));
        if (suppressed != null
            && suppressed.stream().anyMatch(l -> l[0] <= micros && micros <= l[1])) {
          return true;
        }
      }
      return false;
    }
  }

  private static long micros(Timestamp at, long otherwise) {
    return at == null ? otherwise : Times.micros(at);
  }

  private static Timestamp at(Long micros) {
    return micros == null ? null : Times.at(micros);
  }
}
