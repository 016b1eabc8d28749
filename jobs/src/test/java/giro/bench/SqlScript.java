package giro.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A DuckDB script of this package's resources. Statements end with a semicolon at the end of a
 * line; a comment line {@code -- title: ...} before a query names its result. {@code ${name}}
 * stands for a parameter, which is text of the caller's and not quoted.
 */
final class SqlScript {
  private static final String TITLE = "-- title: ";

  private final String sql;

  private SqlScript(String sql) {
    this.sql = sql;
  }

  static SqlScript named(String name, Map<String, String> parameters) throws IOException {
    try (InputStream in = SqlScript.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("No script " + name + " in giro.bench");
      }
      String sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (Map.Entry<String, String> parameter : parameters.entrySet()) {
        sql = sql.replace("${" + parameter.getKey() + "}", parameter.getValue());
      }
      return new SqlScript(sql);
    }
  }

  /** Runs all statements in a database of its own on two threads; the titled results, in order. */
  Map<String, List<Map<String, Object>>> run() throws SQLException {
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement()) {
      statement.execute("SET threads = 2");
      statement.execute("SET TimeZone = 'UTC'");
      Map<String, List<Map<String, Object>>> results = new LinkedHashMap<>();
      for (String one : sql.split(";[ \t]*\n")) {
        boolean hasRows = !one.isBlank() && statement.execute(one);
        int title = one.indexOf(TITLE);
        if (hasRows && title >= 0) {
          String name = one.substring(title + TITLE.length(), one.indexOf('\n', title));
          results.put(name, rows(statement));
        }
      }
      return results;
    }
  }

  private static List<Map<String, Object>> rows(Statement statement) throws SQLException {
    List<Map<String, Object>> rows = new ArrayList<>();
    try (ResultSet result = statement.getResultSet()) {
      ResultSetMetaData columns = result.getMetaData();
      while (result.next()) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          Object value = result.getObject(i);
          row.put(columns.getColumnLabel(i), value instanceof Number ? value : text(value));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }

  /**
   * {@code SCRIPT RESULT.json name=value...}: runs a script, prints its titled results and keeps
   * them.
   */
  public static void main(String[] args) throws IOException, SQLException {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 2; i < args.length; i++) {
      int equals = args[i].indexOf('=');
      parameters.put(args[i].substring(0, equals), args[i].substring(equals + 1));
    }
    Map<String, List<Map<String, Object>>> results = named(args[0], parameters).run();
    results.forEach(SqlScript::print);
    Path json = Path.of(args[1]).toAbsolutePath();
    Files.createDirectories(json.getParent());
    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(json.toFile(), results);
  }

  private static void print(String title, List<Map<String, Object>> rows) {
    System.out.println("\n" + title);
    if (rows.isEmpty()) {
      System.out.println("  none");
      return;
    }
    System.out.println("  " + String.join(" | ", rows.get(0).keySet()));
    for (Map<String, Object> row : rows) {
      List<String> cells = row.values().stream().map(SqlScript::shown).toList();
      System.out.println("  " + String.join(" | ", cells));
    }
  }

  private static String shown(Object value) {
    return value instanceof Double number ? String.format("%.4f", number) : String.valueOf(value);
  }
}
