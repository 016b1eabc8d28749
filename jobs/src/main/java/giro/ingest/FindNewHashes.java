package giro.ingest;

import static org.apache.spark.sql.functions.*;

import giro.lake.Lake;
import giro.model.table.NewHashes;
import giro.model.table.Touches;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.types.DataType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What every stored hash becomes under the key in use, without the former key: landing files that
 * are still there are read again, and a touch that is stored and read again has the former and the
 * new hash of each of its values. One file that is still there so speaks for every touch of its
 * identifiers, wherever that touch landed.
 */
final class FindNewHashes {
  private static final String VALUES = "_values";
  private static final String SHAPE = "_shape";
  private static final String COPIES = "_copies";

  private final SparkSession spark;
  private final Lake lake;
  private final IngestSettings ingest;
  private final PrivacySettings privacy;

  FindNewHashes(SparkSession spark, Lake lake, IngestSettings ingest, PrivacySettings privacy) {
    this.spark = spark;
    this.lake = lake;
    this.ingest = ingest;
    this.privacy = privacy;
  }

  /** Columns as in {@link NewHashes}, one row a former value; read once, so set it aside. */
  Dataset<Row> in(String landing, String runId) {
    List<LandingFile> files =
        new LandingZone(landing, spark.sessionState().newHadoopConf())
            .stillThere(
                ingest.sources(),
                new LandingLedger(spark, lake).known(),
                new LandingChecksums(spark));
    Dataset<Row> read =
        new ReadLanding(spark, ingest, privacy)
            .all(files, runId)
            .filter(col(ReadLanding.REASON).isNull());
    return between(lake.read(Touches.CONTRACT), read);
  }

  /**
   * @param stored touches, each once
   * @param read the same touches under the key in use, each as often as it landed, and others
   */
  static Dataset<Row> between(Dataset<Row> stored, Dataset<Row> read) {
    Dataset<Row> copies =
        valued(read)
            .groupBy(Touches.SOURCE, Touches.EVENT_ID)
            .agg(collect_set(struct(col(SHAPE), col(VALUES))).as(COPIES));
    Dataset<Row> pairs =
        DuplicateTouches.inKeys(valued(stored), copies, "inner")
            .select(explode(pairs().apply(col(SHAPE), col(VALUES), col(COPIES))).as("p"))
            .select("p.*");
    return pairs
        .groupBy(NewHashes.FORMER, NewHashes.HASH)
        .agg(count(lit(1)).as("_seen"))
        .groupBy(NewHashes.FORMER)
        .agg(
            max_by(col(NewHashes.HASH), struct(col("_seen"), col(NewHashes.HASH)))
                .as(NewHashes.HASH));
  }

  private static Dataset<Row> valued(Dataset<Row> touches) {
    return touches.select(
        col(Touches.SOURCE),
        col(Touches.EVENT_ID),
        HashedValues.shape().as(SHAPE),
        HashedValues.of().as(VALUES));
  }

  private static org.apache.spark.sql.expressions.UserDefinedFunction pairs() {
    UDF3<Long, scala.collection.Seq<Row>, scala.collection.Seq<Row>, Row[]> pairs =
        (shape, values, copies) ->
            pairs(shape, CollectionConverters.asJava(values), CollectionConverters.asJava(copies))
                .toArray(Row[]::new);
    return udf(
        pairs,
        DataType.fromDDL(
            "array<struct<%s:string,%s:string>>".formatted(NewHashes.FORMER, NewHashes.HASH)));
  }

  /**
   * Former and new by place. Of several copies only those of the stored one's shape count, where
   * there are any; a place at which they still differ says nothing.
   */
  private static List<Row> pairs(long shape, List<Row> values, List<Row> copies) {
    boolean isAlike = copies.stream().anyMatch(copy -> copy.getLong(0) == shape);
    Map<String, Set<String>> byPlace = new HashMap<>();
    for (Row copy : copies) {
      if (!isAlike || copy.getLong(0) == shape) {
        for (Row value : copy.<Row>getList(1)) {
          byPlace
              .computeIfAbsent(value.getString(0), place -> new HashSet<>(2))
              .add(value.getString(1));
        }
      }
    }
    List<Row> pairs = new ArrayList<>();
    for (Row value : values) {
      Set<String> found = byPlace.getOrDefault(value.getString(0), Set.of());
      if (found.size() == 1) {
        pairs.add(RowFactory.create(value.get(1), found.iterator().next()));
      }
    }
    return pairs;
  }
}
