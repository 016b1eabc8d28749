package giro.identity;

import static org.apache.spark.sql.functions.*;

import giro.model.table.Touches;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;
import scala.jdk.javaapi.CollectionConverters;

/** Finds the few values with more than one life. */
final class FindLives {
  private static final String ID = "_id";
  private static final String TIMES = "_times";

  private FindLives() {}

  /**
   * When each VIN changed hands; a car changes hands a few times in its life, most never.
   *
   * @param disposal the condition on a touch after which its VIN belongs to another owner; null for
   *     none
   */
  static Lives byDisposal(Dataset<Row> touches, String disposal) {
    return disposal == null
        ? Lives.NONE
        : collected(
            touches
                .filter(expr(disposal).and(col(Touches.VIN).isNotNull()))
                .groupBy(Touches.VIN)
                .agg(array_sort(collect_set(unix_micros(col(Touches.OCCURRED_AT))))));
  }

  /**
   * Values that were away for longer than the look-back of their kind.
   *
   * @param suspects hashes that may be, from {@link SeenTogether#mayHaveLives}
   */
  static Lives byAbsence(Dataset<Row> touches, List<String> suspects, List<KindSettings> kinds) {
    if (suspects.isEmpty()) {
      return Lives.NONE;
    }
    Map<String, Long> lookbacks = lookbacks(kinds);
    java.util.HashSet<String> wanted = new java.util.HashSet<>(suspects);
    UDF2<String, scala.collection.Seq<Long>, long[]> ends =
        (kind, times) ->
            Lives.ends(
                CollectionConverters.asJava(times).stream().mapToLong(t -> t).toArray(),
                lookbacks.getOrDefault(kind, Long.MAX_VALUE));
    Column isWanted =
        udf((String hash) -> wanted.contains(hash), DataTypes.BooleanType).apply(col("i.hash"));
    return collected(
        touches
            .select(col(Touches.OCCURRED_AT), explode(col(Touches.IDENTIFIERS)).as("i"))
            .filter(isWanted)
            .groupBy(col("i.kind").as("kind"), col("i.hash").as(ID))
            .agg(array_sort(collect_set(unix_micros(col(Touches.OCCURRED_AT)))).as(TIMES))
            .select(
                col(ID),
                udf(ends, DataTypes.createArrayType(DataTypes.LongType, false))
                    .apply(col("kind"), col(TIMES))
                    .as(TIMES))
            .filter(size(col(TIMES)).gt(0)));
  }

  /** The look-back of each kind in microseconds. */
  static Map<String, Long> lookbacks(List<KindSettings> kinds) {
    return kinds.stream().collect(Collectors.toMap(KindSettings::kind, FindLives::micros));
  }

  static long micros(KindSettings kind) {
    return kind.lookback().toNanos() / 1_000L;
  }

  private static Lives collected(Dataset<Row> ends) {
    Map<String, long[]> byHash = new HashMap<>();
    ends.collectAsList()
        .forEach(
            row ->
                byHash.put(
                    row.getString(0), row.<Long>getList(1).stream().mapToLong(t -> t).toArray()));
    return Lives.of(byHash);
  }
}
