package giro.identity;

import static org.apache.spark.sql.functions.udf;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Touches of shared values that tonight's touches of the same values may hand from one person to
 * another: a login reaches so far to a touch, and so does the login it had before.
 *
 * @param times when tonight's touches carried each value, in order
 * @param reach twice as far as a login reaches, in microseconds; {@link Long#MAX_VALUE} for as far
 *     as there are touches
 * @param wide values of which every touch counts
 */
record Near(Map<Long, long[]> times, long reach, KeySet wide) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** True where every touch of some value counts, so that all touches must be looked at. */
  boolean isEverywhere() {
    return reach == Long.MAX_VALUE || !wide.isEmpty();
  }

  /** The earliest time that counts. */
  long from() {
    return times.values().stream().flatMapToLong(Arrays::stream).min().orElse(0) - reach;
  }

  /** The latest time that counts. */
  long to() {
    return times.values().stream().flatMapToLong(Arrays::stream).max().orElse(0) + reach;
  }

  /** Both, in order. */
  static long[] merged(long[] some, long[] more) {
    return LongStream.concat(Arrays.stream(some), Arrays.stream(more)).sorted().toArray();
  }

  /**
   * @param bases of a touch's identifiers
   * @param micros its time
   */
  Column has(Column bases, Column micros) {
    UDF2<scala.collection.Seq<Long>, Long, Boolean> isNear =
        (own, at) -> CollectionConverters.asJava(own).stream().anyMatch(base -> isNear(base, at));
    return udf(isNear, DataTypes.BooleanType).apply(bases, micros);
  }

  boolean isNear(long base, long at) {
    if (wide.contains(base)) {
      return true;
    }
    long[] own = times.get(base);
    if (own == null || reach == Long.MAX_VALUE) {
      return own != null;
    }
    int place = Arrays.binarySearch(own, at);
    int next = place >= 0 ? place : -place - 1;
    return next < own.length && own[next] - at <= reach || next > 0 && at - own[next - 1] <= reach;
  }
}
