package giro.report;

import java.util.Comparator;
import java.util.List;

/** Reads why the linear funnel sees a person or not, over all months, markets and models. */
final class ReadBlindLine {
  static final String TABLE = "linear_vs_circular_overview";
  private static final String REASON = "reason";
  private static final String LABEL = "label_en";
  private static final String PERSONS = "persons";

  /** The columns of facts that overlap. */
  static final String OVER_DEVICES = "counted_twice_over_devices";

  static final String OVER_CHANNELS = "counted_twice_over_channels";
  static final String STAYED = "persons_after_purchase";
  static final String AFTER = "touches_after_purchase";
  static final String ACQUISITIONS = "acquisitions";
  static final String BROUGHT = "purchases_a_umot_brought";

  private ReadBlindLine() {}

  /**
   * Persons with one reason.
   *
   * @param label the reason in full
   * @param persons null where they are withheld
   * @param facts of the same persons, which the line cannot see
   */
  record Reason(ReasonLook look, String label, Long persons, PublishedRow facts) {}

  /** In the order in which a reason is looked for; rows of other markets and models left out. */
  static List<Reason> reasons(Questions questions) {
    return questions.of(TABLE).all().stream()
        .map(
            row ->
                new Reason(
                    ReasonLook.of(row.text(REASON)),
                    row.text(LABEL),
                    row.isWithheld() ? null : row.count(PERSONS),
                    row))
        .sorted(Comparator.comparing((Reason r) -> r.look().place()).thenComparing(Reason::label))
        .toList();
  }
}
