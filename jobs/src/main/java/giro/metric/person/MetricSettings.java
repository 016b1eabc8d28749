package giro.metric.person;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the metrics of a person are told by the configuration.
 *
 * @param touches per kind a Spark SQL condition over {@code journey_touches}
 * @param pathPlaces how many places of a lap {@code circle_paths} shows
 * @param service what the metrics of how departments treat people are told
 */
public record MetricSettings(
    Map<TouchKind, String> touches, int pathPlaces, ServiceSettings service)
    implements Serializable {
  public MetricSettings {
    touches = new EnumMap<>(touches);
  }
}
