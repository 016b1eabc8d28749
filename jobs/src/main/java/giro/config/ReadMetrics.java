package giro.config;

import giro.journey.LapSettings;
import giro.metric.person.MetricSettings;
import giro.metric.person.TouchKind;
import giro.moment.Conditions;
import java.util.EnumMap;
import java.util.Map;

/** {@code giro.metrics}. */
final class ReadMetrics {
  private final Section metrics;
  private final LapSettings laps;
  private final Conditions onJourneys;

  ReadMetrics(Section giro, LapSettings laps, Conditions onJourneys) {
    this.metrics = giro.section("metrics");
    this.laps = laps;
    this.onJourneys = onJourneys;
  }

  MetricSettings read() {
    MetricSettings read =
        new MetricSettings(
            touches(), metrics.integer("path-places", 1), new ReadService(metrics, laps).read());
    metrics.close();
    return read;
  }

  private Map<TouchKind, String> touches() {
    Section section = metrics.section("touches");
    Map<TouchKind, String> touches = new EnumMap<>(TouchKind.class);
    for (TouchKind kind : TouchKind.values()) {
      boolean isAsLapsSay = kind == TouchKind.LOST && !section.has(kind.key());
      touches.put(kind, isAsLapsSay ? lost() : ConditionText.read(section, kind.key(), onJourneys));
    }
    section.close();
    return touches;
  }

  /** A condition on a touch as it lands may name what a journey's touch no longer has. */
  private String lost() {
    if (!laps.lost().isBlank() && !onJourneys.judge(laps.lost()).problems().isEmpty()) {
      metrics.problem(
          "touches",
          "has no lost, and laps.lost names more than a touch of a journey has; give"
              + " touches.lost as a condition over journey_touches");
    }
    return laps.lost();
  }
}
