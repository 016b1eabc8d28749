package giro.metric;

import java.io.Serializable;
import java.util.Iterator;
import java.util.function.Supplier;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/**
 * Folds stored journey touches person by person without a shuffle: each stored file holds whole
 * persons in order, in one row group, so that no file is ever split between tasks. Reads Spark's
 * internal rows, since turning millions of narrow rows into objects would cost more than the fold.
 */
final class PersonScan {
  private PersonScan() {}

  /** What one task gathers; made anew in each task. */
  interface Fold {
    /** The next touch; the row is reused, so values must be copied. */
    void touch(long person, InternalRow row);

    /** The touches of the person at hand are complete. */
    void endPerson();

    /** Partial results of the task; persons in them add up over tasks. */
    Iterator<Row> results();
  }

  /** Makes a task's fold. */
  interface Folds extends Supplier<Fold>, Serializable {}

  /**
   * @param columns the columns the fold reads; the first is a number that stands for the person
   */
  static Dataset<Row> fold(Dataset<Row> columns, Folds folds, StructType partial) {
    FlatMapFunction<Iterator<InternalRow>, Row> task =
        rows -> {
          Fold fold = folds.get();
          boolean any = false;
          long current = 0;
          while (rows.hasNext()) {
            InternalRow row = rows.next();
            long person = row.getLong(0);
            if (any && person != current) {
              fold.endPerson();
            }
            any = true;
            current = person;
            fold.touch(person, row);
          }
          if (any) {
            fold.endPerson();
          }
          return fold.results();
        };
    return columns
        .sparkSession()
        .createDataset(
            columns.queryExecution().toRdd().toJavaRDD().mapPartitions(task).rdd(),
            Encoders.row(partial));
  }
}
