package giro.metric.person;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the metrics of a person are told by the configuration.
 *
 * @param touches per kind a Spark SQL condition over {@code journey_touches}
 * @param alerts when what is said in public is unusual
 */
public record MetricSettings(Map<TouchKind, String> touches, AlertSettings alerts)
    implements Serializable {
  public MetricSettings {
    touches = new EnumMap<>(touches);
  }
}
