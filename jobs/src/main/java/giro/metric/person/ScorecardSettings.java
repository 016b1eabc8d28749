package giro.metric.person;

import java.io.Serializable;
import java.time.Duration;
import java.util.Map;

/**
 * What each department counts for itself, and how long its part in a journey is followed.
 *
 * @param ownMetrics name of the own metric by department; the touches it counts are those of {@link
 *     TouchKind#OWN_RESULT}
 * @param outcomeWithin how long after a contact an outcome is waited for
 */
public record ScorecardSettings(Map<String, String> ownMetrics, Duration outcomeWithin)
    implements Serializable {
  public ScorecardSettings {
    ownMetrics = Map.copyOf(ownMetrics);
  }
}
