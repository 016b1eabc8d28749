package giro.identity;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The touches that may make persons: consent given, no machines, up to as_of. */
public interface StoredTouches {

  /** Every one. */
  Dataset<Row> all();

  /**
   * Those of a range of time, both ends included, and perhaps some others: for a look at few files.
   *
   * @param from microseconds since 1970 UTC
   */
  Dataset<Row> between(long from, long to);
}
