package giro.simulate;

import java.nio.file.Path;

/**
 * What to simulate.
 *
 * @param out folder that gets {@code landing/} and {@code truth/}; made when missing
 * @param people persons, at least 1
 * @param days simulated days up to the profile's end date, at least 1
 * @param seed the same seed, people, days and profile give the same bytes
 * @param profile HOCON with rates that replace the shipped ones; null for none
 */
public record SimulationRequest(Path out, int people, int days, long seed, Path profile) {
  public SimulationRequest {
    if (people < 1 || days < 1) {
      throw new IllegalArgumentException(
          "Cannot simulate " + people + " people over " + days + " days: both must be 1 or more");
    }
  }
}
