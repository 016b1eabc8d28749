package giro.report;

import giro.model.measure.Interval;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads how soon a person answers customers, by department and by channel. */
final class ReadAnswers {
  static final String TABLE = "responsiveness_overview";
  private static final String DEPARTMENT = "department";
  private static final String CHANNEL = "channel";

  /**
   * Questions to one department or through one channel, or all.
   *
   * @param within24h share answered by a person within 24 hours (Kaplan-Meier over all questions)
   * @param hours median business hours to a person's answer; null where half still wait
   */
  record Answers(
      String name,
      Long questions,
      Long byHuman,
      Long byBot,
      Double within24h,
      Interval interval,
      Double hours,
      Long cases,
      Double firstContact) {}

  private ReadAnswers() {}

  /** Over all dealers. */
  static Dataset<Row> query(Dataset<Row> table) {
    return table
        .filter(Cells.isAll("dealer"))
        .filter(Cells.isAll(DEPARTMENT).or(Cells.isAll(CHANNEL)));
  }

  /** Null where it is not published or withheld. */
  static Answers all(Questions questions) {
    return questions.of(TABLE).shown().stream()
        .filter(row -> row.isAll(DEPARTMENT) && row.isAll(CHANNEL))
        .map(row -> answers(row, DEPARTMENT))
        .findFirst()
        .orElse(null);
  }

  static List<Answers> byDepartment(Questions questions) {
    return by(questions, DEPARTMENT);
  }

  static List<Answers> byChannel(Questions questions) {
    return by(questions, CHANNEL);
  }

  /** Most questions first; what is withheld comes last. */
  private static List<Answers> by(Questions questions, String column) {
    return questions.of(TABLE).all().stream()
        .filter(row -> !row.isAll(column))
        .map(row -> answers(row, column))
        .sorted(
            Comparator.comparing(
                    Answers::questions, Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(Answers::name))
        .toList();
  }

  private static Answers answers(PublishedRow row, String column) {
    return new Answers(
        row.text(column),
        row.count("questions"),
        row.count("answered_by_human"),
        row.count("answered_by_bot"),
        row.number("answered_24h"),
        row.interval("answered_24h_low", "answered_24h_high"),
        row.number("median_business_hours"),
        row.count("cases"),
        row.number("first_contact_resolution"));
  }
}
