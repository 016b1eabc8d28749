package giro.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Are the published tables of two BI folders the same, row by row, through the pointer? Run by
 * scripts/cluster and scripts/s3; says what it compared, and ends with 1 where anything differs.
 */
final class ComparePublished {
  /** What a run alone knows of itself, in the ledger; all else must be the same. */
  private static final String OWN = "run_id, command, started_at, ended_at, seconds, stages";

  private ComparePublished() {}

  public static void main(String[] folders) throws Exception {
    try (PublishedTables tables = new PublishedTables()) {
      Set<String> one = tables.load(Path.of(folders[0]), "one");
      Set<String> other = tables.load(Path.of(folders[1]), "other");
      if (!one.equals(other)) {
        throw new IllegalStateException("Not the same tables: " + one + " and " + other);
      }
      long rows = 0;
      Map<String, Integer> differing = new LinkedHashMap<>();
      for (String table : new TreeSet<>(one)) {
        String columns = table.equals("runs") ? "* EXCLUDE (" + OWN + ")" : "*";
        int differences = 0;
        for (List<String> pair : List.of(List.of("one", "other"), List.of("other", "one"))) {
          differences +=
              tables
                  .rows(
                      "SELECT %3$s FROM %1$s.%4$s EXCEPT ALL SELECT %3$s FROM %2$s.%4$s"
                          .formatted(pair.get(0), pair.get(1), columns, table))
                  .size();
        }
        rows += (Long) tables.rows("SELECT count(*) FROM one." + table).get(0).get(0);
        if (differences > 0) {
          differing.put(table, differences);
        }
      }
      if (!differing.isEmpty()) {
        System.out.println("NOT EQUAL, rows that differ by table: " + differing);
        System.exit(1);
      }
      System.out.printf("equal: %,d rows of %d tables%n", rows, one.size());
    }
  }
}
