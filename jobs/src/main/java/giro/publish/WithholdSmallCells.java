package giro.publish;

import static org.apache.spark.sql.functions.*;

import giro.model.table.TableContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Hides what fewer than k persons stand behind, and what would give it away. The rows of a table
 * whose rows add up come to the driver, once; of others the row alone decides. A row of nobody
 * shows its zeros.
 */
final class WithholdSmallCells {
  private static final String PERSONS = "persons";
  private static final String IS_WITHHELD = "is_withheld";

  private final int k;
  private final WithheldMemory memory;

  WithholdSmallCells(int k, WithheldMemory memory) {
    this.k = k;
    this.memory = memory;
  }

  /** The table as it may be shown; unchanged where it does not count persons by cell. */
  Dataset<Row> apply(TableContract table, Dataset<Row> rows) {
    if (k <= 1 || !table.columnNames().contains(IS_WITHHELD)) {
      return rows;
    }
    Optional<CountTable> counted = CountTable.of(table);
    return counted.isPresent() ? cells(counted.get(), rows) : rowByRow(table, rows);
  }

  private Dataset<Row> cells(CountTable table, Dataset<Row> rows) {
    CountRow.Columns columns = new CountRow.Columns(table.contract());
    List<CountRow> all = new ArrayList<>();
    for (Row row : rows.to(table.contract().schema()).collectAsList()) {
      Object[] values = new Object[row.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = row.get(i);
      }
      all.add(new CountRow(columns, values));
    }
    String name = table.contract().name();
    memory.note(name, new WithholdCells(table, k).apply(all, memory.of(name)));
    List<Row> shown = all.stream().map(row -> RowFactory.create(row.shown())).toList();
    return rows.sparkSession().createDataFrame(shown, table.contract().schema());
  }

  /** Rows that come marked are hidden too: their table knows what gives what away. */
  private Dataset<Row> rowByRow(TableContract table, Dataset<Row> rows) {
    Column isMarked = coalesce(col(IS_WITHHELD), lit(false));
    Column isSmall = isMarked.or(col(PERSONS).gt(0).and(col(PERSONS).lt(k)));
    List<Column> columns = new ArrayList<>();
    for (TableContract.Column column : table.columns()) {
      String name = column.name();
      Column value = name.equals(IS_WITHHELD) ? coalesce(isSmall, lit(false)) : col(name);
      boolean isMeasure = CountRow.isMeasure(table, column);
      columns.add((isMeasure ? when(not(isSmall), col(name)) : value).as(name));
    }
    return rows.select(columns.toArray(Column[]::new));
  }
}
