package giro.report;

import giro.model.measure.Interval;

/**
 * One figure at the top of the page, over all cohorts and markets.
 *
 * @param figure its name in the table, such as {@code incidence_zmot_fmot}
 * @param labelEn English label
 * @param labelIt Italian label
 * @param unit count, share (0 to 1) or days
 * @param value null where withheld or not known
 * @param interval 95 % interval; null where there is none
 * @param denominator laps or persons it rests on; null where withheld or none
 * @param isWithheld true where it may not be shown
 */
public record HeadlineFigure(
    String figure,
    String labelEn,
    String labelIt,
    String unit,
    Double value,
    Interval interval,
    Long denominator,
    boolean isWithheld) {}
