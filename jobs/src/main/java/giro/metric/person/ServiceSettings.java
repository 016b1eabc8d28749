package giro.metric.person;

import java.io.Serializable;
import java.time.Duration;
import java.util.Map;

/**
 * What the metrics of how departments treat people are told.
 *
 * @param hours when each market works
 * @param lossReasons which reason a source's word, in lower case, means
 * @param repeatWithin a contact on the same matter this soon, end included, is a repeat
 * @param feedback how long the brand has to answer and to act
 * @param handoffs from one department to another
 * @param experience what people feel
 * @param scorecard what each department counts for itself
 */
public record ServiceSettings(
    MarketHours hours,
    Map<String, LossReason> lossReasons,
    Duration repeatWithin,
    FeedbackSettings feedback,
    HandoffSettings handoffs,
    ExperienceSettings experience,
    ScorecardSettings scorecard)
    implements Serializable {
  public ServiceSettings {
    lossReasons = Map.copyOf(lossReasons);
  }

  long repeatMicros() {
    return Calendar.micros(repeatWithin);
  }
}
