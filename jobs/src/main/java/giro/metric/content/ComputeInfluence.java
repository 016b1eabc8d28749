package giro.metric.content;

import static giro.metric.person.ContentColumns.*;
import static org.apache.spark.sql.functions.*;

import giro.metric.Combinations;
import giro.model.table.UmotInfluence;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import scala.jdk.javaapi.CollectionConverters;

/** {@code umot_influence}: each content, and all contents by market, model and dealer. */
public final class ComputeInfluence {
  private static final String[] CELL = {"_content", "_market", "_model", "_dealer"};
  private static final Column[] CELL_COLUMNS =
      Arrays.stream(CELL).map(name -> col(name)).toArray(Column[]::new);

  private final ContentLinks found;

  public ComputeInfluence(ContentLinks found) {
    this.found = found;
  }

  public Dataset<Row> table() {
    Dataset<Row> read = inCells(found.links());
    Dataset<Row> cells =
        contents()
            .join(readers(read), names(), "left")
            .join(compared(read), names(), "left")
            .join(secondOrder(), names(), "left");
    List<String> columns = List.of(cells.columns());
    MapFunction<Row, Row> finish = row -> finished(row, columns);
    return cells.map(finish, Encoders.row(UmotInfluence.CONTRACT.schema()));
  }

  /** The content itself, and all contents of each combination of market, model and dealer. */
  private static Dataset<Row> inCells(Dataset<Row> rows) {
    Column all = lit(Combinations.ALL);
    Column[] cells = new Column[9];
    cells[0] = named(col(CONTENT_ID), col(MARKET), col(MODEL), col(DEALER));
    for (int i = 0; i < 8; i++) {
      cells[i + 1] =
          named(
              all,
              (i & 1) == 0 ? col(MARKET) : all,
              (i & 2) == 0 ? col(MODEL) : all,
              (i & 4) == 0 ? col(DEALER) : all);
    }
    Dataset<Row> exploded = rows.withColumn("_cell", explode(array(cells)));
    for (String name : CELL) {
      exploded = exploded.withColumn(name, col("_cell." + name));
    }
    return exploded.drop("_cell");
  }

  private static Column named(Column... values) {
    Column[] named = new Column[values.length];
    for (int i = 0; i < values.length; i++) {
      named[i] = values[i].as(CELL[i]);
    }
    return struct(named);
  }

  private static scala.collection.immutable.Seq<String> names() {
    return CollectionConverters.asScala(Arrays.asList(CELL)).toSeq();
  }

  private Dataset<Row> contents() {
    Dataset<Row> readers =
        found
            .links()
            .groupBy(col(CONTENT_ID).as("_read"))
            .agg(countDistinct(col(ContentLinks.READER)).as("own_readers"));
    return inCells(
            found
                .contents()
                .join(readers, col(CONTENT_ID).equalTo(col("_read")), "left")
                .withColumn("own_readers", coalesce(col("own_readers"), lit(0L))))
        .groupBy(CELL_COLUMNS)
        .agg(
            count(lit(1)).as(UmotInfluence.CONTENTS),
            sum(when(col("own_readers").equalTo(0), 1L).otherwise(0L))
                .as(UmotInfluence.CONTENTS_WITHOUT_READERS),
            percentile(col("own_readers"), lit(0.5)).as(UmotInfluence.MEDIAN_READERS),
            sum(coalesce(col(REACH), col("own_readers"))).as(UmotInfluence.EXPOSURE),
            sum(REACH).as(UmotInfluence.REACH));
  }

  /** A lap counts once in a cell, from its first reading there. */
  private static Dataset<Row> readers(Dataset<Row> read) {
    return read.groupBy(append(col(ContentLinks.READER), col(LAP)))
        .agg(max(LEADS).as(LEADS), max(ACQUISITION_HOURS).as(ACQUISITION_HOURS))
        .groupBy(append(col(ContentLinks.READER)))
        .agg(
            sum(LEADS).as(LEADS),
            count(ACQUISITION_HOURS).as(UmotInfluence.ACQUISITIONS),
            collect_list(ACQUISITION_HOURS).as("hours"))
        .groupBy(CELL_COLUMNS)
        .agg(
            count(lit(1)).as(UmotInfluence.READERS),
            sum(LEADS).as(UmotInfluence.LEADS),
            sum(UmotInfluence.ACQUISITIONS).as(UmotInfluence.ACQUISITIONS),
            sort_array(flatten(collect_list("hours"))).as("hours"));
  }

  /** Laps of one pool share its error; pools are apart. */
  private static Dataset<Row> compared(Dataset<Row> read) {
    return read.filter(col(IS_COMPARED).and(col(ContentLinks.POOL).isNotNull()))
        .groupBy(append(col(ContentLinks.READER), col(LAP)))
        .agg(
            max(HAS_LEAD).as(HAS_LEAD),
            max(ContentLinks.POOL).as(ContentLinks.POOL),
            max(ContentLinks.BASE).as(ContentLinks.BASE),
            max(ContentLinks.BASE_VARIANCE).as(ContentLinks.BASE_VARIANCE))
        .groupBy(append(col(ContentLinks.POOL)))
        .agg(
            count(lit(1)).as(LAPS),
            sum(col(HAS_LEAD).cast("bigint")).as(LAPS_WITH_LEAD),
            sum(ContentLinks.BASE).as("expected"),
            max(ContentLinks.BASE_VARIANCE).as(ContentLinks.BASE_VARIANCE))
        .groupBy(CELL_COLUMNS)
        .agg(
            sum(LAPS).as(UmotInfluence.COMPARED_LAPS),
            sum(LAPS_WITH_LEAD).as(UmotInfluence.COMPARED_WITH_LEAD),
            sum("expected").as("expected"),
            sum(col(LAPS).multiply(col(LAPS)).multiply(col(ContentLinks.BASE_VARIANCE)))
                .as("expected_variance"));
  }

  private Dataset<Row> secondOrder() {
    Dataset<Row> next =
        found
            .links()
            .select(
                col(ContentLinks.AUTHOR).as("_author"),
                col(ContentLinks.PUBLISHED_AT).as("_published"),
                col(ContentLinks.PUBLISHED_ENDS_AT).as("_published_ends"),
                col(ContentLinks.READER).as("_reader"));
    Column isAfter = col("_published_ends").gt(col(AT)).or(col("_published").geq(col(ENDS_AT)));
    Dataset<Row> chains =
        found
            .links()
            .join(next, col(ContentLinks.READER).equalTo(col("_author")).and(isAfter))
            .filter(col("_reader").notEqual(col(ContentLinks.AUTHOR)));
    return inCells(chains)
        .groupBy(CELL_COLUMNS)
        .agg(countDistinct(col("_reader")).as(UmotInfluence.SECOND_ORDER_READERS));
  }

  private static Column[] append(Column... more) {
    Column[] all = Arrays.copyOf(CELL_COLUMNS, CELL.length + more.length);
    System.arraycopy(more, 0, all, CELL.length, more.length);
    return all;
  }

  private static Row finished(Row row, List<String> columns) {
    Object[] values = new Object[UmotInfluence.CONTRACT.columns().size()];
    for (int i = 0; i < CELL.length; i++) {
      values[i] = row.get(i);
    }
    InfluenceRow influence = new InfluenceRow(values);
    influence.counts(row, columns);
    influence.lift(row, columns);
    return RowFactory.create(values);
  }
}
