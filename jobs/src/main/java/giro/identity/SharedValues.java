package giro.identity;

import static org.apache.spark.sql.functions.*;

import giro.model.table.IdentityLinks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;

/** Values that meet more values of another kind than their cap allows: kiosks, placeholders. */
final class SharedValues {
  private final List<KindSettings> kinds;
  private final int crowd;

  /**
   * @param crowd so many times over a cap is a crowd; 0 for none
   */
  SharedValues(List<KindSettings> kinds, int crowd) {
    this.kinds = kinds;
    this.crowd = crowd;
  }

  /**
   * A handful a dealer, so that they fit a task.
   *
   * @param crowds those of all that are over a cap by far
   */
  record Found(KeySet all, KeySet crowds) {}

  Found among(Dataset<Row> links) {
    Dataset<Row> ends =
        links
            .select(
                col(IdentityLinks.FROM_KEY).as("key"),
                cap(IdentityLinks.FROM_KIND, IdentityLinks.TO_KIND).as("cap"),
                col(IdentityLinks.TO_KIND).as("other_kind"))
            .union(
                links.select(
                    col(IdentityLinks.TO_KEY),
                    cap(IdentityLinks.TO_KIND, IdentityLinks.FROM_KIND),
                    col(IdentityLinks.FROM_KIND)));
    List<Row> found =
        ends.filter(col("cap").isNotNull())
            .groupBy("key", "other_kind", "cap")
            .count()
            .filter(col("count").gt(col("cap")))
            .select(col("key"), col("count").gt(col("cap").multiply(crowd)))
            .collectAsList();
    return new Found(
        KeySet.of(found.stream().mapToLong(row -> row.getLong(0))),
        KeySet.of(
            found.stream()
                .filter(row -> crowd > 0 && row.getBoolean(1))
                .mapToLong(row -> row.getLong(0))));
  }

  /** A function of our own: nested conditions, a pair of kinds each, take long to plan. */
  private Column cap(String kindColumn, String otherColumn) {
    Map<String, Map<String, Integer>> caps = new HashMap<>();
    kinds.forEach(kind -> caps.put(kind.kind(), new HashMap<>(kind.caps())));
    UDF2<String, String, Integer> cap =
        (kind, other) -> caps.getOrDefault(kind, Map.of()).get(other);
    return udf(cap, DataTypes.IntegerType).apply(col(kindColumn), col(otherColumn));
  }
}
