package giro.identity;

import static org.apache.spark.sql.functions.*;

import giro.model.table.IdentityLinks;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Values that meet more values of another kind than their cap allows: kiosks, placeholders. */
final class SharedValues {
  private final List<KindSettings> kinds;

  SharedValues(List<KindSettings> kinds) {
    this.kinds = kinds;
  }

  /** A handful a dealer, so that they fit a task. */
  KeySet among(Dataset<Row> links) {
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
    return KeySet.of(
        ends
            .filter(col("cap").isNotNull())
            .groupBy("key", "other_kind", "cap")
            .count()
            .filter(col("count").gt(col("cap")))
            .select("key")
            .distinct()
            .collectAsList()
            .stream()
            .mapToLong(row -> row.getLong(0)));
  }

  private Column cap(String kindColumn, String otherColumn) {
    Column cap = lit(null).cast("int");
    for (KindSettings kind : kinds) {
      for (Map.Entry<String, Integer> entry : kind.caps().entrySet()) {
        Column applies =
            col(kindColumn).equalTo(kind.kind()).and(col(otherColumn).equalTo(entry.getKey()));
        cap = when(applies, entry.getValue()).otherwise(cap);
      }
    }
    return cap;
  }
}
