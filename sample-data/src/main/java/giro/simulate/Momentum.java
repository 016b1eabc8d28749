package giro.simulate;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The circle's reproduction number of each cohort of laps: laps that another person's words of this
 * cohort opened, less those that would have begun anyway, per lap of the cohort.
 *
 * <p>Of the laps a reading opened, the share {@code lift / (1 + lift)} exists because of it.
 */
final class Momentum {
  private final double caused;
  private final SortedMap<Chapter.Cohort, Long> laps = new TreeMap<>();
  private final Map<ContentPool.Piece, Chapter.Cohort> cohorts = new HashMap<>();
  private final Map<ContentPool.Piece, Long> opened = new HashMap<>();

  Momentum(double lift) {
    this.caused = lift / (1 + lift);
  }

  void add(Chapter chapter) {
    chapter.laps.forEach(cohort -> laps.merge(cohort, 1L, Long::sum));
    chapter.publications.forEach(each -> cohorts.put(each.piece(), each.cohort()));
    for (Chapter.Reading reading : chapter.readings) {
      if (reading.opened()) {
        opened.merge(reading.piece(), 1L, Long::sum);
      }
    }
  }

  /** Momentum by cohort, for every cohort with a lap. */
  SortedMap<Chapter.Cohort, Double> byCohort() {
    Map<Chapter.Cohort, Long> brought = new HashMap<>();
    opened.forEach(
        (piece, count) -> {
          Chapter.Cohort cohort = cohorts.get(piece);
          if (cohort != null) {
            brought.merge(cohort, count, Long::sum);
          }
        });
    SortedMap<Chapter.Cohort, Double> momentum = new TreeMap<>();
    laps.forEach(
        (cohort, count) -> momentum.put(cohort, caused * brought.getOrDefault(cohort, 0L) / count));
    return momentum;
  }
}
