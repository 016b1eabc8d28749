package giro.identity;

import static org.apache.spark.sql.functions.*;

import giro.model.table.IdentityRules;
import giro.model.table.Touches;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a night brought, as the identity stage looks at it: the identifiers of touches that came,
 * went or began to count, and when. One night's, so that it fits the driver.
 */
final class Changed {
  private static final String BASE = "_base";
  private static final String TIMES = "_times";

  private final Dataset<Row> rows;
  private final KeySet fresh;

  private Changed(Dataset<Row> rows, KeySet fresh) {
    this.rows = rows;
    this.fresh = fresh;
  }

  /**
   * @param touches set aside, since they are read more than once
   * @param decisions every row of {@link IdentityRules}: what they name is looked at every night,
   *     as one may have been made, or taken back, or have waited for its other end
   */
  static Changed of(Dataset<Row> touches, Dataset<Row> decisions, LinkKeys keys) {
    Dataset<Row> rows =
        touches.select(
            explode(keys.bases()).as(BASE), unix_micros(col(Touches.OCCURRED_AT)).as(TIMES));
    KeySet carried = KeySet.collected(rows.select(BASE).distinct());
    LongStream ruled =
        decisions.select(IdentityRules.FROM_HASH, IdentityRules.TO_HASH).collectAsList().stream()
            .flatMapToLong(
                row ->
                    LongStream.of(
                        LinkKeys.base(row.getString(0)), LinkKeys.base(row.getString(1))));
    return new Changed(rows, carried.with(KeySet.of(ruled)));
  }

  /** {@link LinkKeys#base} of every identifier that may be concerned. */
  KeySet fresh() {
    return fresh;
  }

  /** When each of the values was carried, in order, in microseconds. */
  Map<Long, long[]> timesOf(KeySet values) {
    Map<Long, long[]> times = new HashMap<>();
    List<Row> found =
        rows.filter(values.has(col(BASE)))
            .groupBy(BASE)
            .agg(array_sort(collect_set(TIMES)))
            .collectAsList();
    for (Row row : found) {
      long[] sorted = row.<Long>getList(1).stream().mapToLong(t -> t).toArray();
      Arrays.sort(sorted);
      times.put(row.getLong(0), sorted);
    }
    return times;
  }
}
