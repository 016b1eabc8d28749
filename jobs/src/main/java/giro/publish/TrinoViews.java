package giro.publish;

import giro.model.table.TableContract;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes an external table of the run that the pointer names and a view over it, for each published
 * table, for Trino's Hive connector. A view always shows one run; views change one after the other.
 */
public final class TrinoViews {
  private TrinoViews() {}

  /**
   * @param bi the BI folder, as Trino is to read it; {@code s3a://} becomes {@code s3://}
   * @param pointer the text of {@code published.json}
   * @param schema catalog and schema, such as {@code hive.giro}
   * @param contracts a table's contract by its name; a table without one is left out
   */
  public static String sql(
      String bi, String pointer, String schema, Function<String, Optional<TableContract>> contracts)
      throws IOException {
    Published published = Published.parse(pointer);
    String root = Published.root(bi).replaceFirst("^s3[an]://", "s3://");
    root = root.startsWith("/") ? "file://" + root : root;
    String run = published.runId().replaceAll("\\W", "_").toLowerCase(java.util.Locale.ROOT);
    StringBuilder sql = new StringBuilder(published.title());
    sql.append("CREATE SCHEMA IF NOT EXISTS ").append(schema).append(";\n");
    for (Map.Entry<String, Published.PublishedTable> table : published.tables().entrySet()) {
      Optional<TableContract> contract = contracts.apply(table.getKey());
      if (contract.isEmpty()) {
        sql.append("-- ").append(table.getKey()).append(" is of another version of Giro\n");
        continue;
      }
      String stored = schema + "." + quoted(table.getKey() + "_" + run);
      sql.append("CREATE TABLE IF NOT EXISTS ").append(stored).append(" (\n");
      sql.append(columns(contract.get(), table.getValue()));
      sql.append("\n) WITH (format = 'PARQUET', external_location = '")
          .append((root + "/" + table.getValue().path()).replace("'", "''"))
          .append("');\n");
      sql.append("CREATE OR REPLACE VIEW ").append(schema).append('.');
      sql.append(quoted(table.getKey())).append(" AS SELECT * FROM ").append(stored).append(";\n");
    }
    return sql.toString();
  }

  /** Those that the files have, in the contract's order: the Hive connector reads by name. */
  private static String columns(TableContract contract, Published.PublishedTable table) {
    return contract.columns().stream()
        .filter(column -> table.columns().contains(column.name()))
        .map(
            column ->
                "  "
                    + quoted(column.name())
                    + " "
                    + type(column.type())
                    + " COMMENT '"
                    + column.comment().replace("'", "''")
                    + "'")
        .collect(Collectors.joining(",\n"));
  }

  private static String type(String spark) {
    return switch (spark) {
      case "string" -> "varchar";
      case "int" -> "integer";
      case "timestamp" -> "timestamp(6)";
      case "bigint", "double", "boolean", "date" -> spark;
      default ->
          throw new IllegalStateException("no published table has a column of type " + spark);
    };
  }

  private static String quoted(String name) {
    return '"' + name + '"';
  }
}
