package giro.metric.person;

import java.io.Serializable;
import java.time.Duration;
import java.util.Set;

/**
 * What tells a hand-off that was meant to be from a gap between silos.
 *
 * @param expected the planned ways
 * @param silenceNew who is silent longer than this after a hand-off was lost by it; new, demo and
 *     unknown cars
 * @param silenceUsed the same for used cars
 */
public record HandoffSettings(Set<Way> expected, Duration silenceNew, Duration silenceUsed)
    implements Serializable {

  /** From one department to another. */
  public record Way(String from, String to) implements Serializable {}

  public HandoffSettings {
    expected = Set.copyOf(expected);
  }

  long silenceMicros(String vehicleType) {
    return Calendar.micros("used".equals(vehicleType) ? silenceUsed : silenceNew);
  }
}
