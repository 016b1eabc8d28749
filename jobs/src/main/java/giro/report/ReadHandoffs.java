package giro.report;

import java.util.List;
import java.util.TreeSet;

/** Reads hand-offs between departments, over all months and markets. */
final class ReadHandoffs {
  static final String TABLE = "handoffs_overview";
  private static final String FROM = "from_department";
  private static final String TO = "to_department";

  /**
   * Hand-offs from one department to another.
   *
   * @param isExpected true where the way is a planned one
   * @param isWithheld true where there are some and too few
   * @param count null where withheld, as all the others
   * @param droppedShare of the hand-offs old enough; null where there is none
   * @param businessHours median wait; null where unknown
   */
  record Handoff(
      String from,
      String to,
      boolean isExpected,
      boolean isWithheld,
      Long count,
      Long repeated,
      Long mature,
      Long dropped,
      Double droppedShare,
      Double businessHours) {}

  private ReadHandoffs() {}

  /** Without those over all departments. */
  static TableRows rows(Questions questions) {
    return questions.of(TABLE).only(row -> !row.isAll(FROM) && !row.isAll(TO));
  }

  static List<Handoff> handoffs(Questions questions) {
    return rows(questions).all().stream()
        .map(
            row ->
                new Handoff(
                    row.text(FROM),
                    row.text(TO),
                    row.flag("is_expected"),
                    row.isWithheld(),
                    row.count("handoffs"),
                    row.count("repeated_contacts"),
                    row.count("mature_handoffs"),
                    row.count("mature_dropped"),
                    row.number("dropped_share"),
                    row.number("median_business_hours")))
        .toList();
  }

  /** Every department that hands off or is handed to, in the order of names. */
  static List<String> departments(List<Handoff> handoffs) {
    TreeSet<String> names = new TreeSet<>();
    handoffs.forEach(handoff -> names.addAll(List.of(handoff.from(), handoff.to())));
    return List.copyOf(names);
  }
}
