package giro.metric.person;

import java.io.Serializable;
import java.time.Duration;

/**
 * The linear funnel as {@code linear_vs_circular} sets it against the circle. Its stages are {@link
 * TouchKind#ATTRACT} and {@link TouchKind#CONVERT}; it closes with an acquisition.
 *
 * @param window elapsed time from the Attract touch to the acquisition, end included
 */
public record LineSettings(Duration window) implements Serializable {
  long windowMicros() {
    return Calendar.micros(window);
  }
}
