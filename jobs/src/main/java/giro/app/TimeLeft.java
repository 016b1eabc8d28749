package giro.app;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How long a run still takes: as long as the runs before took for what is not done yet, at the pace
 * of what is. Stages run side by side, so that their seconds tell shares of the whole.
 */
final class TimeLeft {
  static final TimeLeft UNKNOWN = new TimeLeft(0, Map.of());

  /** Too little of a run says nothing of its pace. */
  private static final double TELLING = 0.05;

  private static final double PACE = 5;

  private final double usual;
  private final Map<String, Double> stages;
  private final double all;
  private double done;

  /**
   * @param usual seconds that such a run takes from its begin to its end
   * @param stages seconds of each of its stages
   */
  TimeLeft(double usual, Map<String, Double> stages) {
    this.usual = usual;
    this.stages = Map.copyOf(stages);
    this.all = stages.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  void ended(String stage) {
    done += stages.getOrDefault(stage, 0.0);
  }

  /** In seconds; empty where no run before tells. */
  Optional<Double> after(double elapsed) {
    if (usual <= 0 || all <= 0) {
      return Optional.empty();
    }
    double share = Math.min(1, done / all);
    double pace =
        share < TELLING ? 1 : Math.max(1 / PACE, Math.min(PACE, elapsed / (usual * share)));
    return Optional.of(usual * (1 - share) * pace);
  }

  /** Such as {@code about 40 s left}; empty where it is not known. */
  String words(double elapsed) {
    return after(elapsed)
        .map(
            left -> {
              if (left < 5) {
                return "almost done";
              }
              return left < 90
                  ? String.format(Locale.ROOT, "about %d s left", Math.round(left / 5) * 5)
                  : String.format(Locale.ROOT, "about %d min left", Math.round(left / 60));
            })
        .orElse("");
  }
}
