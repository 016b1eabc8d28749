package giro.report;

import giro.model.measure.Interval;
import java.util.Comparator;
import java.util.List;

/** Reads when owners look for their next car, by months of ownership. */
final class ReadReturns {
  static final String TABLE = "return_by_tenure";
  private static final String EXPERIENCE = "service_experience";

  /**
   * One month of ownership.
   *
   * @param atRisk ownerships that began it without a next lap; null where withheld, as the others
   * @param hazard returned over at risk
   */
  record Tenure(
      int month, Long atRisk, Long returned, Double hazard, Interval interval, Long acquired) {}

  private ReadReturns() {}

  /** In the order of the months, whatever service experience came before. */
  static List<Tenure> byMonth(Questions questions) {
    return rows(questions).all().stream()
        .filter(row -> row.count("tenure_months") != null)
        .map(
            row ->
                new Tenure(
                    row.count("tenure_months").intValue(),
                    row.count("at_risk"),
                    row.count("returned"),
                    row.number("hazard"),
                    row.interval("hazard_low", "hazard_high"),
                    row.count("acquired")))
        .sorted(Comparator.comparing(Tenure::month))
        .toList();
  }

  static TableRows rows(Questions questions) {
    return questions.of(TABLE).only(row -> row.isAll(EXPERIENCE));
  }
}
