package giro.report;

import java.util.List;
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

  MarkedRows marked() {
    return new MarkedRows(
        all.stream().filter(PublishedRow::isWithheld).count(),
        all.stream().filter(row -> row.flag(Cells.IS_ROUNDED)).count());
  }
}
