package giro.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Published nights as a BI tool meets them: the pointer, then Parquet through DuckDB. */
final class PublishedTables implements AutoCloseable {
  private final Connection duckdb;

  PublishedTables() throws SQLException {
    duckdb = DriverManager.getConnection("jdbc:duckdb:");
  }

  static JsonNode pointer(Path bi) throws IOException {
    return JsonMapper.builder().build().readTree(bi.resolve("published.json").toFile());
  }

  /** Loads every table that the pointer names into a schema of its own; gives back their names. */
  Set<String> load(Path bi, String schema) throws IOException, SQLException {
    Set<String> names = new TreeSet<>();
    execute("CREATE SCHEMA " + schema);
    for (Map.Entry<String, JsonNode> table : pointer(bi).get("tables").properties()) {
      List<String> files = new ArrayList<>();
      Path folder = bi.resolve(table.getValue().get("path").asText());
      table.getValue().get("files").forEach(f -> files.add("'" + folder.resolve(f.asText()) + "'"));
      execute(
          "CREATE TABLE %s.%s AS SELECT * FROM read_parquet([%s])"
              .formatted(schema, table.getKey(), String.join(", ", files)));
      names.add(table.getKey());
    }
    return names;
  }

  /** Every row as its values; counts are longs. */
  List<List<Object>> rows(String sql) throws SQLException {
    try (Statement statement = duckdb.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<List<Object>> rows = new ArrayList<>();
      while (result.next()) {
        List<Object> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(result.getObject(i));
        }
        rows.add(row);
      }
      return rows;
    }
  }

  /** Rows of one schema's table that the other's does not have, as often. */
  List<List<Object>> only(String in, String notIn, String table) throws SQLException {
    return rows(
        "SELECT * FROM %s.%s EXCEPT ALL SELECT * FROM %s.%s".formatted(in, table, notIn, table));
  }

  /**
   * Every table holds the same rows in both schemas, but for the ledger of runs and what a night
   * says of the one before it.
   */
  void assertSame(String one, String other, Set<String> names) throws SQLException {
    for (String table : names) {
      if (!Set.of("runs", "restatements").contains(table)) {
        assertThat(only(one, other, table)).as("%s, only %s", table, one).isEmpty();
        assertThat(only(other, one, table)).as("%s, only %s", table, other).isEmpty();
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = duckdb.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    duckdb.close();
  }
}
