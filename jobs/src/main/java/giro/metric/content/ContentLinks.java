package giro.metric.content;

import static giro.metric.person.ContentColumns.*;
import static org.apache.spark.sql.functions.*;

import giro.metric.person.ContentColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * Contents with their authors, and readings with their readers, joined by content: never the author
 * as a reader, nor whoever shares a household or a device with the author.
 */
public final class ContentLinks {
  static final String AUTHOR = "author";
  static final String READER = "reader";
  static final String PUBLISHED_AT = "published_at";
  static final String PUBLISHED_ENDS_AT = "published_ends_at";
  static final String AUTHOR_LAP = "author_lap";

  /** The placebo of the reading's lap: pool, and its rate of laps with a lead. */
  static final String POOL = "pool";

  static final String BASE = "base";
  static final String BASE_VARIANCE = "base_variance";

  private static final StructType BASES =
      (StructType)
          DataType.fromDDL("stratum string, pool string, base double, base_variance double");

  private final Dataset<Row> contents;
  private final Dataset<Row> links;
  private final ReadingLift lift;

  private ContentLinks(Dataset<Row> contents, Dataset<Row> links, ReadingLift lift) {
    this.contents = contents;
    this.links = links;
    this.lift = lift;
  }

  /**
   * Joins what was found; reads it several times, so it should be kept.
   *
   * @param found rows of {@link ContentColumns}
   * @param sharedIdentifiers rows of {@link SharedIdentifiers}
   */
  public static ContentLinks of(Dataset<Row> found, Dataset<Row> sharedIdentifiers) {
    Dataset<Row> contents = contents(found).persist(StorageLevel.MEMORY_AND_DISK());
    Dataset<Row> readings =
        withoutOwn(found.filter(col(FOUND).equalTo(READING)), contents, sharedIdentifiers);
    Placebo placebo = placebo(found);
    Dataset<Row> links =
        readings
            .join(
                broadcast(bases(found, placebo)),
                readings.col(STRATUM).equalTo(col("_stratum")),
                "left")
            .drop("_stratum")
            .persist(StorageLevel.MEMORY_AND_DISK());
    return new ContentLinks(contents, links, lift(links, placebo));
  }

  /** One row a content: that of its earliest publication. Kept, like the links. */
  public Dataset<Row> contents() {
    return contents;
  }

  /** One row a content, reader and lap, with the columns of the content and of the reading. */
  public Dataset<Row> links() {
    return links;
  }

  ReadingLift lift() {
    return lift;
  }

  private static Dataset<Row> contents(Dataset<Row> found) {
    Column first =
        min(
            struct(
                col(AT),
                col(ENDS_AT),
                col(PERSON),
                col(LAP),
                col(MARKET),
                col(MODEL),
                col(DEALER),
                col(COHORT_MONTH),
                col(LAP_MARKET),
                col(LAP_MODEL),
                col(AUTHOR_LAPS)));
    return found
        .filter(col(FOUND).equalTo(CONTENT))
        .groupBy(CONTENT_ID)
        .agg(first.as("first"), max(REACH).as(REACH))
        .select(
            col(CONTENT_ID),
            col("first." + PERSON).as(AUTHOR),
            col("first." + AT).as(PUBLISHED_AT),
            col("first." + ENDS_AT).as(PUBLISHED_ENDS_AT),
            col("first." + LAP).as(AUTHOR_LAP),
            col("first." + MARKET).as(MARKET),
            col("first." + MODEL).as(MODEL),
            col("first." + DEALER).as(DEALER),
            col("first." + COHORT_MONTH).as(COHORT_MONTH),
            col("first." + LAP_MARKET).as(LAP_MARKET),
            col("first." + LAP_MODEL).as(LAP_MODEL),
            col("first." + AUTHOR_LAPS).as(AUTHOR_LAPS),
            col(REACH));
  }

  private static Dataset<Row> withoutOwn(
      Dataset<Row> readings, Dataset<Row> contents, Dataset<Row> sharedIdentifiers) {
    Dataset<Row> read =
        readings.select(
            col(CONTENT_ID).as("_content"),
            col(PERSON).as(READER),
            col(LAP),
            col(AT),
            col(ENDS_AT),
            col(OPENED_AT),
            col(ENTRY),
            col(LEADS),
            col(ACQUISITION_HOURS),
            col(STRATUM),
            col(IS_COMPARED),
            col(HAS_LEAD));
    Dataset<Row> byOthers =
        read.join(contents, col("_content").equalTo(col(CONTENT_ID)))
            .filter(col(READER).notEqual(col(AUTHOR)))
            .drop("_content");
    return byOthers
        .join(
            values(sharedIdentifiers, "_of_author"), col(AUTHOR).equalTo(col("_of_author")), "left")
        .join(
            values(sharedIdentifiers, "_of_reader"), col(READER).equalTo(col("_of_reader")), "left")
        .filter(
            not(
                coalesce(
                    arrays_overlap(col("_of_author_values"), col("_of_reader_values")),
                    lit(false))))
        .drop("_of_author", "_of_reader", "_of_author_values", "_of_reader_values");
  }

  private static Dataset<Row> values(Dataset<Row> sharedIdentifiers, String person) {
    return sharedIdentifiers.select(
        col(SharedIdentifiers.PERSON).as(person),
        col(SharedIdentifiers.VALUES).as(person + "_values"));
  }

  private static Placebo placebo(Dataset<Row> found) {
    Placebo placebo = new Placebo();
    found
        .filter(col(FOUND).equalTo(UNREAD))
        .groupBy(STRATUM)
        .agg(sum(LAPS), sum(LAPS_WITH_LEAD))
        .collectAsList()
        .forEach(row -> placebo.add(row.getString(0), row.getLong(1), row.getLong(2)));
    return placebo;
  }

  private static Dataset<Row> bases(Dataset<Row> found, Placebo placebo) {
    List<Row> bases = new ArrayList<>();
    found
        .filter(col(FOUND).equalTo(READING).and(col(STRATUM).isNotNull()))
        .select(STRATUM)
        .distinct()
        .collectAsList()
        .forEach(
            row -> {
              Placebo.Pool pool = placebo.of(row.getString(0));
              if (pool != null) {
                bases.add(
                    RowFactory.create(row.getString(0), pool.name(), pool.rate(), pool.variance()));
              }
            });
    return found
        .sparkSession()
        .createDataFrame(bases, BASES)
        .withColumnRenamed(STRATUM, "_stratum");
  }

  /** Each lap once, whatever it read. */
  private static ReadingLift lift(Dataset<Row> links, Placebo placebo) {
    List<Row> compared =
        links
            .filter(col(IS_COMPARED).and(col(POOL).isNotNull()))
            .groupBy(col(READER), col(LAP), col(STRATUM))
            .agg(max(HAS_LEAD).as(HAS_LEAD))
            .groupBy(STRATUM)
            .agg(count(lit(1)), sum(col(HAS_LEAD).cast("bigint")))
            .collectAsList();
    Map<String, long[]> byPool = new TreeMap<>();
    for (Row row : compared) {
      long[] laps =
          byPool.computeIfAbsent(placebo.of(row.getString(0)).name(), pool -> new long[2]);
      laps[0] += row.getLong(1);
      laps[1] += row.getLong(2);
    }
    ReadingLift lift = new ReadingLift();
    byPool.forEach((pool, laps) -> lift.add(laps[0], laps[1], placebo.pool(pool)));
    return lift;
  }
}
