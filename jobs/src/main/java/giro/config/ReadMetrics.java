package giro.config;

import giro.metric.person.MetricSettings;
import giro.metric.person.TouchKind;
import giro.moment.Conditions;
import java.util.EnumMap;
import java.util.Map;

/** {@code giro.metrics}. */
final class ReadMetrics {
  private final Section metrics;
  private final Conditions onJourneys;

  ReadMetrics(Section giro, Conditions onJourneys) {
    this.metrics = giro.section("metrics");
    this.onJourneys = onJourneys;
  }

  MetricSettings read() {
    MetricSettings read = new MetricSettings(touches(), new ReadAlerts(metrics).read());
    metrics.close();
    return read;
  }

  private Map<TouchKind, String> touches() {
    Section section = metrics.section("touches");
    Map<TouchKind, String> touches = new EnumMap<>(TouchKind.class);
    for (TouchKind kind : TouchKind.values()) {
      touches.put(kind, ConditionText.read(section, kind.key(), onJourneys));
    }
    section.close();
    return touches;
  }
}
