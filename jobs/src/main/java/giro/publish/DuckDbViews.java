package giro.publish;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a view a table over the run that the pointer names, so that a session sees one night. */
public final class DuckDbViews {
  private DuckDbViews() {}

  /**
   * @param bi the BI folder; a local one is made absolute, so that views work from anywhere
   * @param pointer the text of {@code published.json}
   */
  public static String sql(String bi, String pointer) throws IOException {
    Published published = Published.parse(pointer);
    String root = Published.root(bi);
    StringBuilder sql = new StringBuilder(published.title());
    for (Map.Entry<String, Published.PublishedTable> table : published.tables().entrySet()) {
      String files =
          table.getValue().files().stream()
              .map(f -> quoted(root + "/" + table.getValue().path() + "/" + f))
              .collect(Collectors.joining(", "));
      sql.append("CREATE OR REPLACE VIEW ")
          .append(table.getKey())
          .append(" AS SELECT * FROM read_parquet([")
          .append(files)
          .append("]);\n");
    }
    return sql.toString();
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
