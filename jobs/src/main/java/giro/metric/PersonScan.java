package giro.metric;

import java.io.Serializable;
import java.util.Iterator;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaRDD;
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
public final class PersonScan {
  private PersonScan() {}

  /**
   * What one task gathers; made anew in each task.
   *
   * @param <T> partial results
   */
  public interface Fold<T> {
    /** The next touch; the row is reused, so values must be copied. */
    void touch(long person, InternalRow row);

    /** The touches of the person at hand are complete. */
    void endPerson();

    /** Partial results of the task; persons in them add up over tasks. */
    Iterator<T> results();
  }

  /** Makes a task's fold. */
  public interface Folds<T> extends Supplier<Fold<T>>, Serializable {}

  /**
   * @param columns the columns the fold reads; the first is a number that stands for the person
   */
  public static <T> JavaRDD<T> over(Dataset<Row> columns, Folds<T> folds) {
    FlatMapFunction<Iterator<InternalRow>, T> task =
        rows -> {
          Fold<T> fold = folds.get();
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
    return columns.queryExecution().toRdd().toJavaRDD().mapPartitions(task);
  }

  /** As {@link #over}, for partial results that are rows. */
  public static Dataset<Row> fold(Dataset<Row> columns, Folds<Row> folds, StructType partial) {
    return columns.sparkSession().createDataset(over(columns, folds).rdd(), Encoders.row(partial));
  }
}
