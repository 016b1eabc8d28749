package giro.report;

import giro.model.measure.Interval;
import giro.model.table.CircleSummary;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** Reads the momentum of the circle and its parts by cohort month, all markets and models. */
final class ReadMomentum {
  static final String TABLE = CircleSummary.NAME;

  /**
   * One cohort month; null where nothing can be said.
   *
   * @param parts the shares and means that momentum is made of, by column
   */
  record Momentum(LocalDate month, Double value, Interval interval, PublishedRow parts) {}

  private ReadMomentum() {}

  /** Latest first. */
  static List<Momentum> months(Questions questions) {
    return questions.of(TABLE).shown().stream()
        .filter(row -> row.date(CircleSummary.COHORT_MONTH) != null)
        .map(
            row ->
                new Momentum(
                    row.date(CircleSummary.COHORT_MONTH),
                    row.number(CircleSummary.MOMENTUM),
                    row.interval(CircleSummary.MOMENTUM_LOW, CircleSummary.MOMENTUM_HIGH),
                    row))
        .sorted(Comparator.comparing(Momentum::month).reversed())
        .toList();
  }
}
