package giro.report;

import giro.model.measure.Interval;
import java.time.LocalDate;

/**
 * One pair in one cohort month, all markets, models and vehicle types.
 *
 * @param from a moment
 * @param to a moment or milestone
 * @param kind forward, backward, return or milestone
 * @param cohortMonth first day of the UTC month of the first from touch
 * @param incidence cumulative incidence at {@code incidenceDays}; null where withheld
 * @param interval 95 % interval; null where there is none
 * @param entered laps; null where withheld
 * @param open laps whose window is not over; null where withheld
 * @param incidenceDays days of follow-up the incidence stands for; null where withheld
 * @param windowDays the longest window of the cohort's laps; null where withheld
 */
public record CohortPoint(
    String from,
    String to,
    String kind,
    LocalDate cohortMonth,
    Double incidence,
    Interval interval,
    Long entered,
    Long open,
    Double incidenceDays,
    Double windowDays) {

  /** True where laps of the cohort can still convert, so that the value will rise. */
  boolean isStillOpen() {
    return open != null && open > 0;
  }
}
