package giro.report;

import giro.model.measure.Interval;
import java.time.LocalDate;

/**
 * Cumulative incidence of a pair (Aalen-Johansen, loss as competing event). Incidences of cohorts
 * do not add up, so it is either the headline figure over all cohorts or that of one cohort.
 *
 * @param value share, 0 to 1
 * @param interval 95 % interval; null where there is none
 * @param cohortMonth the latest cohort followed to the end of its window, or if there is none the
 *     oldest; null where the value is over all cohorts
 * @param days the days of follow-up it stands for; null where it is over all cohorts
 */
public record PairIncidence(double value, Interval interval, LocalDate cohortMonth, Double days) {}
