package giro.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The rows that the page reads of one published table, withheld ones among them.
 *
 * @param all none where the table is not published
 */
public record TableRows(List<PublishedRow> all) {
  /** Keeps a copy. */
  public TableRows {
    all = List.copyOf(all);
  }

  static TableRows none() {
    return new TableRows(List.of());
  }

  /** Rows that have numbers. */
  List<PublishedRow> shown() {
    return all.stream().filter(row -> !row.isWithheld()).toList();
  }

  TableRows only(Predicate<PublishedRow> condition) {
    return new TableRows(all.stream().filter(condition).toList());
  }

  /** The rows that agree in these columns, group by group, in the order in which they are met. */
  List<TableRows> groupedBy(String... columns) {
    Map<List<String>, List<PublishedRow>> groups = new LinkedHashMap<>();
    for (PublishedRow row : all) {
      List<String> key = Arrays.stream(columns).map(row::text).toList();
      groups.computeIfAbsent(key, group -> new ArrayList<>()).add(row);
    }
    return groups.values().stream().map(TableRows::new).toList();
  }

  /** The sum of what may be shown; null where there is something and all of it is withheld. */
  Long visibleSum(String column) {
    List<Long> counts =
        all.stream().map(row -> row.count(column)).filter(count -> count != null).toList();
    if (counts.isEmpty() && all.stream().anyMatch(PublishedRow::isWithheld)) {
      return null;
    }
    return counts.stream().mapToLong(Long::longValue).sum();
  }

  MarkedRows marked() {
    return new MarkedRows(
        all.stream().filter(PublishedRow::isWithheld).count(),
        all.stream().filter(row -> row.flag(Cells.IS_ROUNDED)).count());
  }
}
