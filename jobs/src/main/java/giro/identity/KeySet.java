package giro.identity;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.LongStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A few link keys among many: sorted longs that travel with a task. A function of our own, because
 * a list of literals is planned anew for every query that holds it.
 */
final class KeySet implements Serializable {
  private static final long serialVersionUID = 1L;

  static final KeySet NONE = new KeySet(new long[0]);

  private final long[] sorted;

  private KeySet(long[] sorted) {
    this.sorted = sorted;
  }

  static KeySet of(LongStream keys) {
    return new KeySet(keys.sorted().distinct().toArray());
  }

  static KeySet of(Collection<Long> keys) {
    return of(keys.stream().mapToLong(key -> key));
  }

  /** The first column of some rows, a number that is never null, brought to the driver. */
  static KeySet collected(Dataset<Row> rows) {
    return of(rows.collectAsList().stream().mapToLong(row -> row.getLong(0)));
  }

  boolean isEmpty() {
    return sorted.length == 0;
  }

  boolean contains(long key) {
    return Arrays.binarySearch(sorted, key) >= 0;
  }

  int size() {
    return sorted.length;
  }

  LongStream stream() {
    return Arrays.stream(sorted);
  }

  /** True where one of the keys is one of these. */
  Column hasAny(Column keys) {
    if (isEmpty()) {
      return lit(false);
    }
    UDF1<scala.collection.Seq<Long>, Boolean> any =
        each -> CollectionConverters.asJava(each).stream().anyMatch(this::contains);
    return udf(any, DataTypes.BooleanType).apply(keys);
  }

  KeySet with(KeySet others) {
    return of(LongStream.concat(Arrays.stream(sorted), Arrays.stream(others.sorted)));
  }

  KeySet without(KeySet others) {
    return of(Arrays.stream(sorted).filter(key -> !others.contains(key)));
  }

  /** True where the key is one of these; null is none. */
  Column has(Column key) {
    if (isEmpty()) {
      return lit(false);
    }
    UDF1<Long, Boolean> contains = each -> each != null && contains(each);
    return udf(contains, DataTypes.BooleanType).apply(key);
  }
}
