package giro.publish;

import static org.apache.spark.sql.functions.*;

import giro.model.table.TableContract;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Hides the measures of rows that fewer than k persons stand behind, and of rows that come marked
 * as withheld. A row of nobody shows its zeros. What this cannot hide: a difference between a row
 * over all and the rows it is made of.
 */
final class WithholdSmallCells {
  private static final String PERSONS = "persons";
  private static final List<String> MARKS = List.of("is_withheld", "is_rounded");

  private final int k;

  WithholdSmallCells(int k) {
    this.k = k;
  }

  /** The table as it may be shown; unchanged where it does not count persons by cell. */
  Dataset<Row> apply(TableContract table, Dataset<Row> rows) {
    if (!table.columnNames().contains("is_withheld")) {
      return rows;
    }
    String people = table.columnNames().contains(PERSONS) ? PERSONS : "denominator";
    Column isMarked = coalesce(col("is_withheld"), lit(false));
    Column isSmall = isMarked.or(col(people).gt(0).and(col(people).lt(k)));
    List<Column> columns = new ArrayList<>();
    for (TableContract.Column column : table.columns()) {
      String name = column.name();
      boolean isMeasure =
          !table.key().contains(name)
              && !MARKS.contains(name)
              && (column.type().equals("bigint") || column.type().equals("double"));
      Column value = name.equals("is_withheld") ? coalesce(isSmall, lit(false)) : col(name);
      columns.add((isMeasure ? when(not(isSmall), col(name)) : value).as(name));
    }
    return rows.select(columns.toArray(Column[]::new));
  }
}
