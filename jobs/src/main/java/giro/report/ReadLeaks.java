package giro.report;

import static org.apache.spark.sql.functions.col;

import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads which laps are known lost: by last moment, by reason, and to whom. */
final class ReadLeaks {
  static final String TABLE = "leakage_overview";
  private static final String MOMENT = "moment";
  private static final String REASON = "reason";
  private static final String COMPETITOR = "competitor";
  private static final List<String> BY = List.of(MOMENT, REASON, COMPETITOR);
  private static final List<String> MOMENTS =
      List.of("STIMULUS", "ZMOT", "FMOT", "SMOT", "UMOT", "NONE");

  /**
   * Laps lost in one way, or in any.
   *
   * @param name moment, reason or competitor
   * @param atRisk laps that could have been lost there; null where withheld, as all the others
   * @param unknown share of leavers of whom it is not known where to
   */
  record Leak(String name, Long atRisk, Long lost, Double share, Long dropped, Double unknown) {}

  private ReadLeaks() {}

  /** Over all channels, and narrowed by at most one of moment, reason and competitor. */
  static Dataset<Row> query(Dataset<Row> table) {
    return table
        .filter(Cells.isAll("channel"))
        .filter(
            Cells.isAll(MOMENT, REASON)
                .or(Cells.isAll(MOMENT, COMPETITOR))
                .or(Cells.isAll(REASON, COMPETITOR)))
        .drop(col("channel"));
  }

  /** Null where it is not published or withheld. */
  static Leak all(Questions questions) {
    return questions.of(TABLE).shown().stream()
        .filter(row -> BY.stream().allMatch(row::isAll))
        .map(row -> leak(row, MOMENT))
        .findFirst()
        .orElse(null);
  }

  /** In the order of the circle. */
  static List<Leak> byMoment(Questions questions) {
    return by(questions, MOMENT).stream()
        .sorted(Comparator.comparing(leak -> MOMENTS.indexOf(leak.name())))
        .toList();
  }

  /** Most lost laps first; what is withheld comes last. */
  static List<Leak> byReason(Questions questions) {
    return mostFirst(by(questions, REASON));
  }

  static List<Leak> byCompetitor(Questions questions) {
    return mostFirst(by(questions, COMPETITOR));
  }

  private static List<Leak> mostFirst(List<Leak> leaks) {
    return leaks.stream()
        .filter(leak -> leak.lost() == null || leak.lost() > 0)
        .sorted(
            Comparator.comparing(Leak::lost, Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(Leak::name))
        .toList();
  }

  private static List<Leak> by(Questions questions, String column) {
    return questions.of(TABLE).all().stream()
        .filter(row -> !row.isAll(column))
        .map(row -> leak(row, column))
        .toList();
  }

  private static Leak leak(PublishedRow row, String column) {
    return new Leak(
        row.text(column),
        row.count("at_risk"),
        row.count("lost"),
        row.number("lost_share"),
        row.count("dropped"),
        row.number("unknown_share"));
  }
}
