package giro.metric.person;

import java.io.Serializable;
import java.time.Duration;
import java.util.Map;

/**
 * How feelings are read from touches.
 *
 * @param surveyWithin a survey is about the latest contact at most this long before, end included
 * @param nextWithin how long what follows a feeling is waited for
 * @param positiveFrom a feeling from here on, on the scale from -1 to 1, is positive
 * @param negativeTo a feeling up to here is negative; what lies between is neither
 * @param generations name of the generation by decade of birth, such as {@code 1980}
 */
public record ExperienceSettings(
    Duration surveyWithin,
    Duration nextWithin,
    double positiveFrom,
    double negativeTo,
    Map<String, String> generations)
    implements Serializable {
  public ExperienceSettings {
    generations = Map.copyOf(generations);
  }
}
