package giro.report;

import giro.model.measure.Interval;
import giro.model.table.UmotInfluence;
import java.util.Comparator;
import java.util.List;

/** Reads what the words of customers bring, by model, over all contents, markets and dealers. */
final class ReadInfluence {
  static final String TABLE = UmotInfluence.NAME;

  /**
   * Contents on one model, or on all.
   *
   * @param readers null where withheld, as all the others
   * @param lift null where nothing may be compared
   */
  record Influence(
      String model,
      Long contents,
      Long readers,
      Long leads,
      Long acquisitions,
      Long compared,
      Double lift,
      Interval interval) {
    boolean isAll() {
      return PageTables.ALL.equals(model);
    }
  }

  private ReadInfluence() {}

  /** All models first, then the most readers; models without any reader left out. */
  static List<Influence> byModel(Questions questions) {
    Comparator<Influence> allFirst = Comparator.comparing(influence -> !influence.isAll());
    return questions.of(TABLE).shown().stream()
        .map(ReadInfluence::influence)
        .filter(influence -> influence.readers() != null && influence.readers() > 0)
        .sorted(
            allFirst
                .thenComparing(Comparator.comparing(Influence::readers).reversed())
                .thenComparing(Influence::model))
        .toList();
  }

  private static Influence influence(PublishedRow row) {
    return new Influence(
        row.text(UmotInfluence.MODEL),
        row.count(UmotInfluence.CONTENTS),
        row.count(UmotInfluence.READERS),
        row.count(UmotInfluence.LEADS),
        row.count(UmotInfluence.ACQUISITIONS),
        row.count(UmotInfluence.COMPARED_LAPS),
        row.number(UmotInfluence.LIFT),
        row.interval(UmotInfluence.LIFT_LOW, UmotInfluence.LIFT_HIGH));
  }
}
