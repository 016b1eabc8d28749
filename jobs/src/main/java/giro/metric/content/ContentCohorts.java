package giro.metric.content;

import static giro.metric.person.ContentColumns.*;
import static org.apache.spark.sql.functions.*;

import giro.metric.Combinations;
import giro.model.table.CircleSummary;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What the contents of a cohort of laps brought: contents published in those laps, their readers,
 * and the laps that entered through them. One row a cohort month, market and model, {@code (all)}
 * included.
 */
public final class ContentCohorts {
  public static final String CONTENTS = CircleSummary.CONTENTS;
  public static final String PUBLISHING_LAPS = CircleSummary.PUBLISHING_LAPS;
  public static final String NEW_LAPS = CircleSummary.NEW_LAPS;
  public static final String GENERATION_DAYS = CircleSummary.GENERATION_DAYS;

  /** Pairs of a content and a reader. */
  public static final String READERS = "content_readers";

  /** Different readers, and those of them who published something after reading. */
  public static final String DIFFERENT_READERS = CircleSummary.READERS;

  public static final String READERS_WHO_PUBLISHED = "readers_who_published";

  /** Of each author whose content opened a lap: own laps in the cohort, and laps opened. */
  public static final String AUTHOR_LAPS = "laps_of_authors";

  public static final String AUTHOR_BROUGHT = "brought_by_authors";

  private static final String[] CELL = {
    CircleSummary.COHORT_MONTH, CircleSummary.MARKET, CircleSummary.MODEL
  };
  private static final String BROUGHT = "brought";
  private static final String OWN_LAPS = "own_laps";
  private static final double DAY = 86_400e6;

  private ContentCohorts() {}

  public static Dataset<Row> of(ContentLinks found) {
    Dataset<Row> contents =
        inCells(found.contents())
            .groupBy(columns(CELL))
            .agg(
                count(lit(1)).as(CONTENTS),
                countDistinct(col(ContentLinks.AUTHOR), col(ContentLinks.AUTHOR_LAP))
                    .as(PUBLISHING_LAPS));
    return contents
        .join(readers(found), names(CELL), "left")
        .join(brought(found.links()), names(CELL), "left");
  }

  private static Dataset<Row> inCells(Dataset<Row> rows) {
    Column[] cells = new Column[4];
    for (int i = 0; i < cells.length; i++) {
      cells[i] =
          struct(
              ((i & 1) == 0 ? col(LAP_MARKET) : lit(Combinations.ALL)).as("market"),
              ((i & 2) == 0 ? col(LAP_MODEL) : lit(Combinations.ALL)).as("model"),
              col(giro.metric.person.ContentColumns.AUTHOR_LAPS).getItem(i).as("laps"));
    }
    return rows.withColumn("_cell", explode(array(cells)))
        .withColumn(CircleSummary.MARKET, col("_cell.market"))
        .withColumn(CircleSummary.MODEL, col("_cell.model"))
        .withColumn(OWN_LAPS, col("_cell.laps"))
        .drop("_cell");
  }

  private static Dataset<Row> readers(ContentLinks found) {
    Dataset<Row> authors =
        found
            .contents()
            .groupBy(col(ContentLinks.AUTHOR).as("_author"))
            .agg(max(ContentLinks.PUBLISHED_ENDS_AT).as("_last_published"));
    Column publishes = coalesce(col("_last_published").gt(col(AT)), lit(false));
    Dataset<Row> read =
        inCells(found.links())
            .join(authors, col(ContentLinks.READER).equalTo(col("_author")), "left")
            .withColumn("_publishes", publishes);
    return read.groupBy(columns(append(ContentLinks.READER)))
        .agg(countDistinct(CONTENT_ID).as("_contents"), max("_publishes").as("_publishes"))
        .groupBy(columns(CELL))
        .agg(
            sum("_contents").as(READERS),
            count(lit(1)).as(DIFFERENT_READERS),
            sum(col("_publishes").cast("bigint")).as(READERS_WHO_PUBLISHED));
  }

  /**
   * A lap entered through a content if its first moment touch is a ZMOT that reads it; others read
   * in that session share in the lap.
   */
  private static Dataset<Row> brought(Dataset<Row> links) {
    Dataset<Row> entered =
        links
            .filter(col(ENTRY).gt(0))
            .withColumn("_first", max(ENTRY).over(Window.partitionBy(ContentLinks.READER, LAP)))
            .withColumn(
                BROUGHT,
                lit(1.0).divide(count(lit(1)).over(Window.partitionBy(ContentLinks.READER, LAP))))
            .filter(col("_first").equalTo(2))
            .withColumn(
                "_days",
                greatest(lit(0L), col(OPENED_AT).minus(col(ContentLinks.PUBLISHED_AT)))
                    .divide(DAY));
    return inCells(entered)
        .groupBy(columns(append(ContentLinks.AUTHOR)))
        .agg(
            sum(BROUGHT).as(BROUGHT), max(OWN_LAPS).as(OWN_LAPS), collect_list("_days").as("_days"))
        .groupBy(columns(CELL))
        .agg(
            sum(BROUGHT).as(NEW_LAPS),
            sort_array(collect_list(struct(col(OWN_LAPS), col(BROUGHT)))).as("_authors"),
            percentileOf(flatten(collect_list("_days"))).as(GENERATION_DAYS))
        .withColumn(AUTHOR_LAPS, col("_authors." + OWN_LAPS))
        .withColumn(AUTHOR_BROUGHT, col("_authors." + BROUGHT))
        .drop("_authors");
  }

  /** The middle of an array of numbers, between the two in the middle of an even number. */
  private static Column percentileOf(Column values) {
    Column sorted = sort_array(values);
    Column size = size(sorted);
    Column low = get(sorted, floor(size.minus(1).divide(2)).cast("int"));
    Column high = get(sorted, floor(size.divide(2)).cast("int"));
    return low.plus(high).divide(2);
  }

  private static String[] append(String name) {
    String[] all = Arrays.copyOf(CELL, CELL.length + 1);
    all[CELL.length] = name;
    return all;
  }

  private static Column[] columns(String... names) {
    return Arrays.stream(names).map(name -> col(name)).toArray(Column[]::new);
  }

  private static scala.collection.immutable.Seq<String> names(String... names) {
    return CollectionConverters.asScala(List.of(names)).toSeq();
  }
}
