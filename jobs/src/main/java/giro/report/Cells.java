package giro.report;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import giro.model.measure.Interval;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/** Reads published cells: null is kept as null, withheld is told from zero. */
final class Cells {
  /** The mark that every published table of counts carries. */
  static final String IS_WITHHELD = "is_withheld";

  static final String IS_ROUNDED = "is_rounded";

  private Cells() {}

  static String text(Row row, String column) {
    return row.getAs(column);
  }

  static Long count(Row row, String column) {
    Object value = row.getAs(column);
    return value == null ? null : ((Number) value).longValue();
  }

  /** A count of a table in which nothing is withheld; null stands for none. */
  static long plainCount(Row row, String column) {
    Long value = count(row, column);
    return value == null ? 0 : value;
  }

  static Double number(Row row, String column) {
    Object value = row.getAs(column);
    return value == null ? null : ((Number) value).doubleValue();
  }

  static boolean flag(Row row, String column) {
    return Boolean.TRUE.equals(row.getAs(column));
  }

  /** A date that was selected as text, since a session may hand out either of two date classes. */
  static LocalDate date(Row row, String column) {
    String value = row.getAs(column);
    return value == null ? null : LocalDate.parse(value);
  }

  /** Null unless both ends are known. */
  static Interval interval(Row row, String low, String high) {
    Double lowest = number(row, low);
    Double highest = number(row, high);
    return lowest == null || highest == null ? null : new Interval(lowest, highest);
  }

  /** Rows that stand for all values of each of these columns. */
  static Column isAll(String... columns) {
    Column all = lit(true);
    for (String column : columns) {
      all = all.and(col(column).equalTo(PageTables.ALL));
    }
    return all;
  }

  /** The sum of what may be shown; null where there is something and all of it is withheld. */
  static Column visibleSum(String column, Column condition) {
    Column hidden = coalesce(max(when(condition, col(IS_WITHHELD))), lit(false));
    return coalesce(sum(when(condition, col(column))), when(not(hidden), lit(0L)));
  }

  static Column visibleSum(String column) {
    return visibleSum(column, lit(true)).as(column);
  }
}
