package giro.ingest;

import static org.apache.spark.sql.functions.*;

import giro.model.table.Touches;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Finds copies of a touch (same source and event id) and says which one survives: timed before
 * date-only, the earliest, then the smallest SHA-256 of its normalised fields.
 *
 * <p>Counts go by arrival: the copy that landed first is the one accepted, later ones are the
 * duplicates, so that a history taken at once counts like the same history night by night.
 */
final class DuplicateTouches {
  static final String IS_STORED = "_is_stored";
  static final String IS_FIRST = "_is_first";
  static final String IS_SURVIVOR = "_is_survivor";
  static final String IS_CONFLICT = "_is_conflict";
  private static final String CONTENT = "_content";

  private DuplicateTouches() {}

  /** Keys (source, event_id) that stand more than once in the batch or in what is stored. */
  static Dataset<Row> contestedKeys(Dataset<Row> batch, Dataset<Row> stored) {
    Column[] key = {col(Touches.SOURCE), col(Touches.EVENT_ID)};
    Dataset<Row> within =
        batch.select(key).groupBy(key).count().filter(col("count").gt(1)).select(key);
    Dataset<Row> across = inKeys(batch.select(key), stored.select(key), "left_semi");
    return within.unionByName(across).distinct();
  }

  /** Joins rows by the key of a touch, source and event id. */
  static Dataset<Row> inKeys(Dataset<Row> rows, Dataset<Row> keys, String type) {
    return rows.join(
        keys,
        scala.jdk.javaapi.CollectionConverters.asScala(List.of(Touches.SOURCE, Touches.EVENT_ID))
            .toSeq(),
        type);
  }

  /**
   * Marks every copy of contested touches: first to land, survivor, and whether it differs from the
   * first. The survivor carries the landing of the first.
   */
  static Dataset<Row> judge(Dataset<Row> copies) {
    WindowSpec byKey = Window.partitionBy(Touches.SOURCE, Touches.EVENT_ID);
    WindowSpec byLanding =
        byKey.orderBy(
            col(IS_STORED).desc(),
            col(Touches.LANDING_DATE),
            col(Touches.LANDING_FILE),
            col(ReadLanding.POSITION));
    WindowSpec byMerit =
        byKey.orderBy(
            col(Touches.OCCURRED_PRECISION).equalTo("day"),
            col(Touches.OCCURRED_AT),
            col(CONTENT),
            col(IS_STORED).desc(),
            col(Touches.LANDING_DATE),
            col(Touches.LANDING_FILE),
            col(ReadLanding.POSITION));
    Dataset<Row> judged =
        copies
            .withColumn(CONTENT, sha2(to_json(struct(content())), 256))
            .withColumn(IS_FIRST, row_number().over(byLanding).equalTo(1))
            .withColumn(IS_SURVIVOR, row_number().over(byMerit).equalTo(1))
            .withColumn(IS_CONFLICT, col(CONTENT).notEqual(first(col(CONTENT)).over(byLanding)));
    for (String landing : List.of(Touches.LANDING_DATE, Touches.LANDING_FILE, Touches.RUN_ID)) {
      judged = judged.withColumn("_first" + landing, first(col(landing)).over(byLanding));
    }
    return judged.drop(CONTENT);
  }

  /** The surviving copy of each contested touch, as it is stored. */
  static Dataset<Row> survivors(Dataset<Row> judged) {
    Column[] columns =
        Arrays.stream(Touches.CONTRACT.schema().fieldNames())
            .map(
                name ->
                    switch (name) {
                      case Touches.LANDING_DATE, Touches.LANDING_FILE, Touches.RUN_ID ->
                          col("_first" + name).as(name);
                      default -> col(name);
                    })
            .toArray(Column[]::new);
    return judged.filter(col(IS_SURVIVOR)).select(columns);
  }

  /** What a touch says, apart from how it arrived; keys sorted, nulls left out by the JSON. */
  private static Column[] content() {
    List<Column> columns = new ArrayList<>();
    for (String name : new TreeSet<>(Arrays.asList(Touches.CONTRACT.schema().fieldNames()))) {
      boolean isArrival =
          List.of(
                  Touches.LANDING_DATE,
                  Touches.LANDING_FILE,
                  Touches.RUN_ID,
                  Touches.RECEIVED_AT,
                  Touches.REFUSED_IDENTIFIERS)
              .contains(name);
      if (!isArrival) {
        columns.add(
            name.equals(Touches.ATTRIBUTES)
                ? map_from_entries(array_sort(map_entries(col(name)))).as(name)
                : col(name));
      }
    }
    return columns.toArray(Column[]::new);
  }
}
