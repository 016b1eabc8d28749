package giro.report;

import java.util.Comparator;
import java.util.List;

/**
 * Reads the steps of laps around the circle by their place along the lap, all markets and models.
 */
final class ReadPaths {
  static final String TABLE = "circle_paths";

  /**
   * Laps that made one step.
   *
   * @param position place of the step along the lap, from 1 for its arrival
   * @param from START or a moment
   * @param to a moment, EXIT, OPEN, or MORE for what follows the last place
   * @param laps null where withheld
   */
  record Step(int position, String from, String to, Long laps, Long persons) {}

  private ReadPaths() {}

  /** In their order along the lap, most laps first. */
  static List<Step> steps(Questions questions) {
    return questions.of(TABLE).all().stream()
        .filter(row -> row.count("position") != null)
        .map(
            row ->
                new Step(
                    row.count("position").intValue(),
                    row.text("from_moment"),
                    row.text("to_moment"),
                    row.isWithheld() ? null : row.count("laps"),
                    row.count("persons")))
        .sorted(
            Comparator.comparing(Step::position)
                .thenComparing(Step::laps, Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(Step::from)
                .thenComparing(Step::to))
        .toList();
  }
}
