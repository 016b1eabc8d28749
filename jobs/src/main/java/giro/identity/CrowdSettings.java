package giro.identity;

import java.time.Duration;

/**
 * Shared values that so many people use that they follow each other within minutes.
 *
 * @param times a value so many times over one of its caps is such a place; 0 for none
 * @param within how far a login reaches there
 */
public record CrowdSettings(int times, Duration within) {
  static final CrowdSettings NONE = new CrowdSettings(0, Duration.ZERO);
}
