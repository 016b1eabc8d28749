package giro.metric;

import static org.apache.spark.sql.functions.*;

import giro.model.table.CircleSummary;
import giro.model.table.Laps;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * {@code circle_summary}: entries, order, steps back, re-entry and authors, by the laps' cohort.
 */
public final class ComputeCircleSummary {
  private static final List<String> MOMENTS = List.of("stimulus", "zmot", "fmot", "smot", "umot");

  /** Steps of the circle by the count they are a share of: their pair. */
  private static final Map<String, String> PARTS =
      new TreeMap<>(
          Map.of(
              CircleSummary.LAPS_WITH_ZMOT, "zmot-fmot",
              CircleSummary.LAPS_WITH_FMOT, "fmot-smot",
              CircleSummary.LAPS_WITH_SMOT, "smot-umot"));

  /** What contents brought is filled in where they are known. */
  private static final List<String> OF_CONTENTS =
      List.of(
          CircleSummary.READERS_PER_CONTENT,
          CircleSummary.MOMENTUM,
          CircleSummary.MOMENTUM_LOW,
          CircleSummary.MOMENTUM_HIGH,
          CircleSummary.PUBLISHING_LAPS,
          CircleSummary.CONTENTS,
          CircleSummary.CONTENTS_PER_PUBLISHING_LAP,
          CircleSummary.READERS,
          CircleSummary.NEW_LAPS,
          CircleSummary.GENERATION_DAYS,
          CircleSummary.SECOND_ORDER_ADVOCACY);

  public Dataset<Row> table(Dataset<Row> laps) {
    Dataset<Row> cells = Gold.withAllCells(perLap(laps), CircleSummary.MARKET, CircleSummary.MODEL);
    Column[] cell = {
      col(CircleSummary.COHORT_MONTH), col(CircleSummary.MARKET), col(CircleSummary.MODEL)
    };
    List<Column> perPerson = new ArrayList<>();
    List<Column> total = new ArrayList<>();
    for (String count : counts()) {
      perPerson.add(sum(count).as(count));
      total.add(sum(count).as(count));
    }
    perPerson.add(collect_list("days").as("days"));
    total.add(flatten(collect_list("days")).as("days"));
    total.add(count(lit(1)).as(CircleSummary.PERSONS));
    Dataset<Row> summed = agg(cells.groupBy(append(cell, col(Laps.PERSON_ID))), perPerson);
    Dataset<Row> totals = agg(summed.groupBy(cell), total);
    return Gold.as(CircleSummary.CONTRACT, Gold.withMarks(shares(totals)));
  }

  private static List<String> counts() {
    List<String> counts = new ArrayList<>();
    counts.add(CircleSummary.LAPS);
    MOMENTS.forEach(m -> counts.add("entries_" + m));
    counts.addAll(
        List.of(
            "two_moments",
            "linear",
            "moves",
            "backward",
            "reentered",
            "ownership",
            "published",
            "authored",
            "author_returned"));
    counts.addAll(PARTS.keySet());
    PARTS.keySet().forEach(with -> counts.add("then_" + with));
    return counts;
  }

  private static Dataset<Row> perLap(Dataset<Row> laps) {
    Column twoMoments = col(Laps.DISTINCT_MOMENTS).geq(2);
    Column hasUmot = col(Laps.FIRST_UMOT_AT).isNotNull();
    Column returned = hasPair("umot-zmot", "to_at");
    List<Column> columns = new ArrayList<>();
    columns.add(Gold.month(col(Laps.OPENED_AT)).as(CircleSummary.COHORT_MONTH));
    columns.add(col(Laps.MARKET).as(CircleSummary.MARKET));
    columns.add(col(Laps.MODEL).as(CircleSummary.MODEL));
    columns.add(col(Laps.PERSON_ID));
    columns.add(lit(1L).as(CircleSummary.LAPS));
    for (String moment : MOMENTS) {
      columns.add(
          one(col(Laps.ENTRY_MOMENT).equalTo(moment.toUpperCase(java.util.Locale.ROOT)))
              .as("entries_" + moment));
    }
    columns.add(one(twoMoments).as("two_moments"));
    columns.add(one(twoMoments.and(col(Laps.IS_LINEAR_ORDER))).as("linear"));
    columns.add(col(Laps.MOVES).cast("bigint").as("moves"));
    columns.add(col(Laps.BACKWARD_MOVES).cast("bigint").as("backward"));
    columns.add(one(col(Laps.REENTRIES).gt(0)).as("reentered"));
    columns.add(one(col(Laps.BECAME_OWNER_AT).isNotNull()).as("ownership"));
    columns.add(one(col(Laps.PUBLISHED_AS_OWNER)).as("published"));
    columns.add(one(hasUmot).as("authored"));
    columns.add(one(hasUmot.and(returned)).as("author_returned"));
    PARTS.forEach(
        (with, pair) -> {
          columns.add(one(hasPair(pair, "from_at")).as(with));
          columns.add(one(hasPair(pair, "to_at")).as("then_" + with));
        });
    columns.add(
        unix_micros(col(Laps.LAST_ACTIVE_AT))
            .minus(unix_micros(col(Laps.OPENED_AT)))
            .divide(86_400e6)
            .as("days"));
    return laps.select(columns.toArray(Column[]::new));
  }

  private static Column hasPair(String pair, String end) {
    return exists(
        col(Laps.PAIRS), p -> p.getField("pair").equalTo(pair).and(p.getField(end).isNotNull()));
  }

  private static Column one(Column condition) {
    return when(condition, lit(1L)).otherwise(lit(0L));
  }

  private static Dataset<Row> shares(Dataset<Row> totals) {
    Dataset<Row> rows =
        totals
            .withColumn(CircleSummary.LAPS_WITH_TWO_MOMENTS, col("two_moments"))
            .withColumn(CircleSummary.LINEAR_ORDER_SHARE, share("linear", "two_moments"))
            .withColumn(CircleSummary.BACKWARD_SHARE, share("backward", "moves"))
            .withColumn(CircleSummary.REENTRY_SHARE, share("reentered", CircleSummary.LAPS))
            .withColumn(CircleSummary.OWNER_TO_AUTHOR, share("published", "ownership"))
            .withColumn(CircleSummary.AUTHOR_RETURN, share("author_returned", "authored"))
            .withColumn(
                CircleSummary.LAPS_PER_PERSON, share(CircleSummary.LAPS, CircleSummary.PERSONS))
            .withColumn(CircleSummary.MEDIAN_LAP_DAYS, ComputeMomentDropoff.median(col("days")));
    for (Map.Entry<String, String> part : PARTS.entrySet()) {
      String name = part.getValue().replace('-', '_');
      rows = rows.withColumn(name, share("then_" + part.getKey(), part.getKey()));
    }
    for (String column : OF_CONTENTS) {
      rows = rows.withColumn(column, lit(null));
    }
    return rows;
  }

  /** Null where nothing is in the denominator. */
  private static Column share(String part, String whole) {
    return when(col(whole).gt(0), col(part).divide(col(whole)));
  }

  private static Column[] append(Column[] columns, Column more) {
    Column[] all = java.util.Arrays.copyOf(columns, columns.length + 1);
    all[columns.length] = more;
    return all;
  }

  private static Dataset<Row> agg(
      org.apache.spark.sql.RelationalGroupedDataset groups, List<Column> columns) {
    Column[] rest = columns.subList(1, columns.size()).toArray(Column[]::new);
    return groups.agg(columns.get(0), rest);
  }
}
