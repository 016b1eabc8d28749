package giro.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads the credit of channels by method: what may be shown of it, over months and campaigns. */
final class ReadCredits {
  static final String TABLE = "attribution_overview";

  /** The methods in the order in which they are shown. */
  static final List<String> METHODS =
      List.of("first", "last", "linear", "time_decay", "position_based", "markov", "shapley");

  private static final String METHOD = "method";
  private static final String CHANNEL = "channel";
  private static final String CREDIT = "credit";
  private static final String SILENT = "silent_rows";
  private static final String WITHHELD = "withheld_rows";
  private static final String ROUNDED = "rounded_rows";

  /**
   * What a method gives a channel.
   *
   * @param shown the credit that may be shown; null for none
   * @param isWhole false where a part of the credit may not be shown
   */
  record Credit(Double shown, boolean isWhole) {
    /** True where more of it exists than is shown. */
    boolean isPart() {
      return shown != null && !isWhole;
    }
  }

  private ReadCredits() {}

  /** The sum of a channel's rows that say their credit, and how many do not. */
  static Dataset<Row> byChannel(Dataset<Row> table) {
    return table
        .groupBy(
            col(ReadSliced.SLICE[0]),
            col(ReadSliced.SLICE[1]),
            col(ReadSliced.SLICE[2]),
            col(METHOD),
            col(CHANNEL))
        .agg(
            sum(CREDIT).as(CREDIT),
            count(when(col(CREDIT).isNull(), lit(1))).as(SILENT),
            count(when(col(Cells.IS_WITHHELD), lit(1))).as(WITHHELD),
            count(when(col(Cells.IS_ROUNDED), lit(1))).as(ROUNDED));
  }

  /** By channel, then method. */
  static TreeMap<String, TreeMap<String, Credit>> credits(Questions questions) {
    TreeMap<String, TreeMap<String, Credit>> credits = new TreeMap<>();
    for (PublishedRow row : questions.of(TABLE).all()) {
      boolean isWhole = Long.valueOf(0).equals(row.count(SILENT));
      credits
          .computeIfAbsent(row.text(CHANNEL), channel -> new TreeMap<>())
          .put(row.text(METHOD), new Credit(row.number(CREDIT), isWhole));
    }
    return credits;
  }

  static MarkedRows marked(Questions questions) {
    long withheld = 0;
    long rounded = 0;
    for (PublishedRow row : questions.of(TABLE).all()) {
      withheld += row.count(WITHHELD) == null ? 0 : row.count(WITHHELD);
      rounded += row.count(ROUNDED) == null ? 0 : row.count(ROUNDED);
    }
    return new MarkedRows(withheld, rounded);
  }
}
