package giro.config;

import giro.journey.LapSettings;
import giro.metric.FunnelSettings;
import giro.metric.person.LineSettings;
import giro.metric.person.MetricSettings;
import giro.metric.person.SourceKinds;
import giro.metric.person.TouchKind;
import giro.moment.Conditions;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code giro.metrics}. */
final class ReadMetrics {
  /** The name of the funnel that is the line. */
  private static final String LINE = "linear";

  private final Section metrics;
  private final LapSettings laps;
  private final Conditions onJourneys;

  private final Optional<FunnelSettings> line;

  ReadMetrics(Section giro, LapSettings laps, List<FunnelSettings> funnels, Conditions onJourneys) {
    this.metrics = giro.section("metrics");
    this.laps = laps;
    this.onJourneys = onJourneys;
    this.line = funnels.stream().filter(funnel -> funnel.name().equals(LINE)).findFirst();
  }

  MetricSettings read() {
    MetricSettings read =
        new MetricSettings(
            touches(),
            metrics.integer("path-places", 1),
            metrics.integer("drivers-from", 1),
            line(),
            sourceKinds(),
            new ReadAttribution(metrics).read(),
            new ReadService(metrics, laps).read(),
            new ReadAlerts(metrics).read());
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
    ofLine(touches, TouchKind.ATTRACT);
    ofLine(touches, TouchKind.CONVERT);
    return touches;
  }

  /** The funnel's own step of the name goes before the condition given here. */
  private void ofLine(Map<TouchKind, String> touches, TouchKind stage) {
    line.stream()
        .flatMap(funnel -> funnel.steps().stream())
        .filter(step -> step.name().equals(stage.key()))
        .forEach(step -> touches.put(stage, step.when()));
  }

  private SourceKinds sourceKinds() {
    Section section = metrics.section("source-kinds");
    Map<String, String> kinds = new TreeMap<>();
    for (String kind : section.names()) {
      kinds.put(kind, ConditionText.read(section, kind, onJourneys));
      if (!kind.matches("[a-z][a-z0-9_]*") || kind.equals(SourceKinds.OTHER)) {
        section.problem(
            kind,
            "cannot be a kind of source; give lower-case letters, digits and _, but not other");
      }
    }
    if (kinds.size() > SourceKinds.MOST) {
      metrics.problem("source-kinds", "has more than " + SourceKinds.MOST + "; join some by OR");
    }
    return new SourceKinds(kinds);
  }

  private LineSettings line() {
    Section section = metrics.section("line");
    Duration window = section.span("window");
    section.close();
    return new LineSettings(line.map(FunnelSettings::window).orElse(window));
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
