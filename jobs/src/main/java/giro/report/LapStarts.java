package giro.report;

import java.util.Map;

/**
 * How laps begin and whether they keep the order of the line, over all cohorts that are not
 * withheld.
 *
 * @param laps all laps
 * @param entriesByMoment laps by their first moment; a lap without any moment is in none
 * @param lapsWithTwoMoments laps with two or more different moments, STIMULUS left out
 * @param linearOrderShare those of them in which no move goes back; null where there are none
 */
public record LapStarts(
    long laps,
    Map<String, Long> entriesByMoment,
    long lapsWithTwoMoments,
    Double linearOrderShare) {
  /** Keeps a copy. */
  public LapStarts {
    entriesByMoment = Map.copyOf(entriesByMoment);
  }

  /** Where no lap is known. */
  static LapStarts none() {
    return new LapStarts(0, Map.of(), 0, null);
  }
}
