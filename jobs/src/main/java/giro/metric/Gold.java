package giro.metric;

import static org.apache.spark.sql.functions.*;

import giro.model.table.TableContract;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** What the gold tables share: cells with {@code (all)}, folds over sorted groups, the contract. */
final class Gold {
  private Gold() {}

  /** Each row once per cell of its market and model, {@code (all)} included. */
  static Dataset<Row> withAllCells(Dataset<Row> rows, String first, String second) {
    Column cells =
        array(
            struct(col(first).as("a"), col(second).as("b")),
            struct(lit(Combinations.ALL).as("a"), col(second).as("b")),
            struct(col(first).as("a"), lit(Combinations.ALL).as("b")),
            struct(lit(Combinations.ALL).as("a"), lit(Combinations.ALL).as("b")));
    return rows.withColumn("_cell", explode(cells))
        .withColumn(first, col("_cell.a"))
        .withColumn(second, col("_cell.b"))
        .drop("_cell");
  }

  /** Each row once, in the cell of all cohorts, markets and models. */
  static Dataset<Row> overEverything(Dataset<Row> rows, String cohort, String... dimensions) {
    Dataset<Row> all = rows.withColumn(cohort, lit(null).cast("date"));
    for (String dimension : dimensions) {
      all = all.withColumn(dimension, lit(Combinations.ALL));
    }
    return all;
  }

  /** First day of the UTC month. */
  static Column month(Column at) {
    return trunc(at.cast("date"), "month");
  }

  /** A cohort of a fold as a date; null for all cohorts. */
  static java.sql.Date dateOf(int cohort) {
    return cohort == Combinations.ALL_COHORTS
        ? null
        : java.sql.Date.valueOf(java.time.LocalDate.ofEpochDay(cohort));
  }

  /** The columns of the contract, in its order. */
  static Dataset<Row> as(TableContract table, Dataset<Row> rows) {
    return rows.select(
        table.columns().stream()
            .map(c -> col(c.name()).cast(c.type()).as(c.name()))
            .toArray(Column[]::new));
  }

  /** Adds the marks of a table of counts, false until something is withheld. */
  static Dataset<Row> withMarks(Dataset<Row> rows) {
    return rows.withColumn("is_rounded", lit(false)).withColumn("is_withheld", lit(false));
  }

  /**
   * Folds each group of equal key columns in memory; one shuffle by the key.
   *
   * @param fold from a group's rows to its result rows; must be serialisable
   */
  static Dataset<Row> fold(Dataset<Row> rows, List<String> key, GroupFold fold, StructType result) {
    Column[] columns = key.stream().map(name -> col(name)).toArray(Column[]::new);
    int width = key.size();
    MapPartitionsFunction<Row, Row> overGroups =
        partition -> new Groups(partition, width, fold::apply);
    Column[] keyFirst =
        java.util.stream.Stream.concat(
                key.stream(), java.util.Arrays.stream(rows.columns()).filter(c -> !key.contains(c)))
            .map(name -> col(name))
            .toArray(Column[]::new);
    return rows.select(keyFirst)
        .repartition(columns)
        .sortWithinPartitions(columns)
        .mapPartitions(overGroups, Encoders.row(result));
  }

  /** From the rows of one group, key columns first, to result rows. */
  interface GroupFold extends java.io.Serializable {
    Iterator<Row> apply(Iterator<Row> group);
  }

  /** Cuts sorted rows into groups of equal leading columns. */
  private static final class Groups implements Iterator<Row> {
    private final Iterator<Row> rows;
    private final int width;
    private final Function<Iterator<Row>, Iterator<Row>> fold;
    private Row ahead;
    private Iterator<Row> results = java.util.Collections.emptyIterator();

    Groups(Iterator<Row> rows, int width, Function<Iterator<Row>, Iterator<Row>> fold) {
      this.rows = rows;
      this.width = width;
      this.fold = fold;
      this.ahead = rows.hasNext() ? rows.next() : null;
    }

    @Override
    public boolean hasNext() {
      while (!results.hasNext() && ahead != null) {
        results = fold.apply(new Group(ahead));
      }
      return results.hasNext();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return results.next();
    }

    /** The rows up to the next change of key; folds read a group to its end. */
    private final class Group implements Iterator<Row> {
      private final Row first;

      Group(Row first) {
        this.first = first;
      }

      @Override
      public boolean hasNext() {
        return ahead != null && isSame(first, ahead);
      }

      @Override
      public Row next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        Row row = ahead;
        ahead = rows.hasNext() ? rows.next() : null;
        return row;
      }
    }

    private boolean isSame(Row a, Row b) {
      for (int i = 0; i < width; i++) {
        if (!java.util.Objects.equals(a.get(i), b.get(i))) {
          return false;
        }
      }
      return true;
    }
  }
}
