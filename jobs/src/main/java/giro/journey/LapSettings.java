package giro.journey;

import java.time.Duration;

/**
 * What cuts a journey into laps and sessions. The conditions are Spark SQL booleans on the touch
 * alone; one that is null does not hold.
 *
 * @param inactivityNew a longer gap ends a research lap (equal stays); new, demo and unknown cars
 * @param inactivityUsed the same for used cars
 * @param reentry a longer absence within a research lap makes the next touch a re-entry
 * @param acquisition contract signed, or first paid access
 * @param delivery the car was handed over
 * @param cancellation an acquisition is void
 * @param disposal the car was returned or sold
 * @param ownership a touch that only an owner can have
 * @param lost the lap is known to be lost
 * @param sessionGap a longer gap between timed touches starts a new session (equal stays)
 * @param acquisitionRepeat touches of one model this close, end included, are one acquisition
 */
public record LapSettings(
    Duration inactivityNew,
    Duration inactivityUsed,
    Duration reentry,
    String acquisition,
    String delivery,
    String cancellation,
    String disposal,
    String ownership,
    String lost,
    Duration sessionGap,
    Duration acquisitionRepeat) {

  /** The gap for a car: used, or anything else. */
  public Duration inactivity(boolean used) {
    return used ? inactivityUsed : inactivityNew;
  }
}
