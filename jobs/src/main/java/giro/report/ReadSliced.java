package giro.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/**
 * Reads one published table row by row, each row under the market, model and month it is about. A
 * table that is not there has no rows.
 *
 * @param overview the table whose rows are of all months; empty for a table of months alone
 * @param monthly the table whose rows are of one month each; empty for none
 * @param columns where a row says its market, model or month; what it does not say is all
 * @param isSeries true where the rows of single months are also what is shown for all of them
 * @param query the rows and columns that are read of either table
 */
record ReadSliced(
    Optional<String> overview,
    Optional<String> monthly,
    Map<Dimension, String> columns,
    boolean isSeries,
    UnaryOperator<Dataset<Row>> query) {

  /** The columns a query may group by to keep choices apart. */
  static final String[] SLICE = {"slice_market", "slice_model", "slice_month"};

  /** A table without months. */
  static ReadSliced timeless(
      String table, Map<Dimension, String> columns, UnaryOperator<Dataset<Row>> query) {
    return new ReadSliced(Optional.of(table), Optional.empty(), columns, false, query);
  }

  /** A table of months, all of which are shown together where no month is chosen. */
  static ReadSliced series(
      String table, Map<Dimension, String> columns, UnaryOperator<Dataset<Row>> query) {
    return new ReadSliced(Optional.empty(), Optional.of(table), columns, true, query);
  }

  /** A table of all months, and beside it the table of single ones. */
  static ReadSliced withMonths(
      String overview,
      String monthly,
      Map<Dimension, String> columns,
      UnaryOperator<Dataset<Row>> query) {
    return new ReadSliced(Optional.of(overview), Optional.of(monthly), columns, false, query);
  }

  /** Asks one small query of each of the two tables. */
  SlicedRows read(Function<String, Optional<Dataset<Row>>> tables, Choices choices) {
    SlicedRows.Builder rows = new SlicedRows.Builder(isSeries);
    overview
        .flatMap(tables)
        .ifPresent(table -> collect(rows, sliced(table, lit(PageTables.ALL)), choices));
    monthly
        .flatMap(tables)
        .ifPresent(
            table ->
                collect(
                    rows,
                    sliced(table, col(columns.get(Dimension.MONTH)).cast("string")),
                    choices));
    return rows.build();
  }

  private Dataset<Row> sliced(Dataset<Row> table, Column month) {
    return table
        .withColumn(SLICE[0], value(table, Dimension.MARKET))
        .withColumn(SLICE[1], value(table, Dimension.MODEL))
        .withColumn(SLICE[2], month);
  }

  private Column value(Dataset<Row> table, Dimension dimension) {
    String column = columns.get(dimension);
    boolean isThere = column != null && List.of(table.columns()).contains(column);
    return isThere ? col(column) : lit(PageTables.ALL);
  }

  private void collect(SlicedRows.Builder rows, Dataset<Row> sliced, Choices choices) {
    Column chosen = lit(true);
    for (Dimension dimension : Dimension.values()) {
      List<String> values = choices.of(dimension).stream().map(Choices.Choice::value).toList();
      Column column = col(SLICE[dimension.ordinal()]);
      boolean isEveryMonth = isSeries && dimension == Dimension.MONTH;
      if (!isEveryMonth) {
        chosen = chosen.and(column.equalTo(PageTables.ALL).or(column.isin(values.toArray())));
      }
    }
    Dataset<Row> table = query.apply(sliced.filter(chosen));
    StructField[] fields = table.schema().fields();
    Column[] columns = new Column[fields.length];
    for (int i = 0; i < fields.length; i++) {
      // dates as text, since a session may hand out either of two date classes
      Column column = col("`" + fields[i].name() + "`");
      boolean isDate = fields[i].dataType().equals(DataTypes.DateType);
      columns[i] = isDate ? column.cast("string").as(fields[i].name()) : column;
    }
    for (Row row : table.select(columns).collectAsList()) {
      Map<String, Object> values = new HashMap<>();
      for (int i = 0; i < fields.length; i++) {
        if (!row.isNullAt(i)) {
          values.put(fields[i].name(), row.get(i));
        }
      }
      rows.add(slice(values), new PublishedRow(values));
    }
  }

  private static Slice slice(Map<String, Object> values) {
    return new Slice(take(values, SLICE[0]), take(values, SLICE[1]), take(values, SLICE[2]));
  }

  private static String take(Map<String, Object> values, String column) {
    Object value = values.remove(column);
    return value == null ? "unknown" : value.toString();
  }
}
