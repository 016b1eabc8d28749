package giro.publish;

import java.io.IOException;
import java.util.Map;

/** Writes a temporary view a table over the run that the pointer names, for Spark SQL. */
public final class SparkViews {
  private SparkViews() {}

  /**
   * @param bi the BI folder; a local one is made absolute, so that views work from anywhere
   * @param pointer the text of {@code published.json}
   */
  public static String sql(String bi, String pointer) throws IOException {
    Published published = Published.parse(pointer);
    StringBuilder sql = new StringBuilder(published.title());
    // A run's folder is written once, so that naming it is as good as naming its files.
    for (Map.Entry<String, Published.PublishedTable> table : published.tables().entrySet()) {
      String folder = Published.root(bi) + "/" + table.getValue().path();
      sql.append("CREATE OR REPLACE TEMPORARY VIEW ")
          .append(table.getKey())
          .append(" USING parquet OPTIONS (path '")
          .append(folder.replace("\\", "\\\\").replace("'", "\\'"))
          .append("');\n");
    }
    return sql.toString();
  }
}
