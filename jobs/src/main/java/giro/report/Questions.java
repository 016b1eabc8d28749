package giro.report;

import java.util.Map;

/**
 * What the page reads of the tables of persons, such as hand-offs or reputation.
 *
 * @param tables by name
 */
public record Questions(Map<String, TableRows> tables) {
  /** Keeps a copy. */
  public Questions {
    tables = Map.copyOf(tables);
  }

  static Questions none() {
    return new Questions(Map.of());
  }

  /** Without rows where the snapshot has no such table. */
  TableRows of(String table) {
    return tables.getOrDefault(table, TableRows.none());
  }
}
