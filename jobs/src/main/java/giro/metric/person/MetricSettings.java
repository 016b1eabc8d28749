package giro.metric.person;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the metrics of a person are told by the configuration.
 *
 * @param touches per kind a Spark SQL condition over {@code journey_touches}
 * @param pathPlaces how many places of a lap {@code circle_paths} shows
 * @param driversFrom so many attempts with a factor, and without, make a row of {@code
 *     funnel_drivers}
 * @param line the linear funnel that the circle is set against
 * @param sourceKinds the sources that {@code zmot_sources} tells apart
 * @param attribution how acquisitions are attributed
 * @param service what the metrics of how departments treat people are told
 * @param alerts when what is said in public is unusual
 */
public record MetricSettings(
    Map<TouchKind, String> touches,
    int pathPlaces,
    int driversFrom,
    LineSettings line,
    SourceKinds sourceKinds,
    AttributionSettings attribution,
    ServiceSettings service,
    AlertSettings alerts)
    implements Serializable {
  public MetricSettings {
    touches = new EnumMap<>(touches);
  }
}
