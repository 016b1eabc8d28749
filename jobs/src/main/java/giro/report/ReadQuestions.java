package giro.report;

import giro.lake.Lanes.Piece;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/** Asks each table of persons one small query. A table that is not there has no rows. */
final class ReadQuestions {
  private final Map<String, Piece<TableRows>> pieces = new LinkedHashMap<>();

  ReadQuestions(Function<String, Optional<Dataset<Row>>> tables) {
    queries()
        .forEach(
            (name, query) ->
                pieces.put(
                    name,
                    new Piece<>(
                        () ->
                            tables
                                .apply(name)
                                .map(table -> collect(query.apply(table)))
                                .orElse(TableRows.none()))));
  }

  private static Map<String, UnaryOperator<Dataset<Row>>> queries() {
    Map<String, UnaryOperator<Dataset<Row>>> queries = new LinkedHashMap<>();
    queries.put(ReadBlindLine.TABLE, overAll("market", "model"));
    queries.put(ReadDealers.TABLE, overAll("market", "lead_origin"));
    queries.put(ReadHandoffs.TABLE, overAll("market"));
    queries.put(ReadInfluence.TABLE, overAll("content_id", "market", "dealer"));
    queries.put(ReadMomentum.TABLE, overAll("market", "model"));
    queries.put(ReadReputation.TABLE, ReadReputation::latest);
    queries.put(ReadReputation.ALERTS, table -> table.orderBy(functions.desc("date")).limit(200));
    queries.put(ReadExperience.TABLE, overAll("channel", "department"));
    queries.put(ReadPaths.TABLE, overAll("market", "model"));
    queries.put(ReadCredits.TABLE, ReadCredits::byChannel);
    queries.put(ReadSources.TABLE, overAll("market", "model"));
    return queries;
  }

  private static UnaryOperator<Dataset<Row>> overAll(String... columns) {
    return table -> table.filter(Cells.isAll(columns));
  }

  /** The queries, to be run before {@link #answers()}. */
  List<Piece<TableRows>> pieces() {
    return List.copyOf(pieces.values());
  }

  Questions answers() {
    Map<String, TableRows> rows = new HashMap<>();
    pieces.forEach((name, piece) -> rows.put(name, piece.get()));
    return new Questions(rows);
  }

  /** Dates as text, since a session may hand out either of two date classes. */
  private static TableRows collect(Dataset<Row> table) {
    StructField[] fields = table.schema().fields();
    Column[] columns = new Column[fields.length];
    for (int i = 0; i < fields.length; i++) {
      Column column = functions.col("`" + fields[i].name() + "`");
      boolean isDate = fields[i].dataType().equals(DataTypes.DateType);
      columns[i] = isDate ? column.cast("string").as(fields[i].name()) : column;
    }
    List<PublishedRow> rows = new ArrayList<>();
    for (Row row : table.select(columns).collectAsList()) {
      Map<String, Object> values = new HashMap<>();
      for (int i = 0; i < fields.length; i++) {
        values.put(fields[i].name(), row.get(i));
      }
      rows.add(new PublishedRow(values));
    }
    return new TableRows(rows);
  }
}
