package giro.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

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

  static boolean flag(Row row, String column) {
    return Boolean.TRUE.equals(row.getAs(column));
  }

  /** Rows that stand for all values of each of these columns. */
  static Column isAll(String... columns) {
    Column all = lit(true);
    for (String column : columns) {
      all = all.and(col(column).equalTo(PageTables.ALL));
    }
    return all;
  }
}
