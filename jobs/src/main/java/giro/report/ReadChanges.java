package giro.report;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;

import giro.model.table.Restatements;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads what changed in counts since the night before, cause by cause. */
final class ReadChanges {
  private static final int MOST = 300;

  /**
   * One cause of the change of one count.
   *
   * @param cohort first day of its month
   * @param before the count on the night before; the same on every cause of it
   * @param now the count of this night
   * @param change the part of now - before that the cause has
   */
  record Change(
      String table,
      String figure,
      LocalDate cohort,
      String cause,
      Long before,
      Long now,
      Long change) {}

  private ReadChanges() {}

  /** The largest changes, and withheld ones. */
  static Dataset<Row> query(Dataset<Row> table) {
    return table
        .orderBy(
            abs(col(Restatements.CHANGE)).desc_nulls_last(),
            col(Restatements.TABLE),
            col(Restatements.FIGURE),
            col(Restatements.COHORT),
            col(Restatements.CAUSE))
        .limit(MOST);
  }

  /** By table, figure, month and cause. */
  static List<Change> changes(Questions questions) {
    return questions.of(Restatements.NAME).shown().stream()
        .filter(row -> row.count(Restatements.CHANGE) != null)
        .map(
            row ->
                new Change(
                    row.text(Restatements.TABLE),
                    row.text(Restatements.FIGURE),
                    row.date(Restatements.COHORT),
                    row.text(Restatements.CAUSE),
                    row.count(Restatements.OLD),
                    row.count(Restatements.NEW),
                    row.count(Restatements.CHANGE)))
        .sorted(
            Comparator.comparing(Change::table)
                .thenComparing(Change::figure)
                .thenComparing(
                    Change::cohort, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
                .thenComparing(Change::cause))
        .toList();
  }

  /** The night compared with; null where nothing changed or there is none. */
  static LocalDate nightBefore(Questions questions) {
    return questions.of(Restatements.NAME).all().stream()
        .map(row -> row.date(Restatements.PREVIOUS_AS_OF))
        .filter(date -> date != null)
        .findFirst()
        .orElse(null);
  }
}
