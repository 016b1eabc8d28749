package giro.report;

import giro.model.measure.Interval;

/**
 * Conversion of one pair over all cohorts: entered = converted + lost + open + dropped, in laps.
 * Counts leave out withheld cohorts and are null where all are withheld.
 *
 * @param from a moment, OWNER_STIMULUS or ACQUISITION
 * @param to a moment, ACQUISITION or DELIVERY
 * @param kind forward, backward, return or milestone
 * @param entered laps with a from touch
 * @param converted came to the to touch in time
 * @param lost known to be lost first
 * @param open the window is not over
 * @param dropped the window is over
 * @param matureEntered laps whose window is over, whatever came of them
 * @param matureConverted those of them that converted
 * @param incidence the share that converts, and where it comes from; null if no cohort has one
 */
public record PairConversion(
    String from,
    String to,
    String kind,
    Long entered,
    Long converted,
    Long lost,
    Long open,
    Long dropped,
    Long matureEntered,
    Long matureConverted,
    PairIncidence incidence) {

  /** {@code zmot_fmot}: what the pair's headline figure is called after {@code incidence_}. */
  static String key(String from, String to) {
    return (from + "_" + to).toLowerCase(java.util.Locale.ROOT);
  }

  /** Share of mature laps that converted, with its Wilson interval; null while none is mature. */
  Interval matureInterval() {
    return matureEntered == null || matureConverted == null
        ? null
        : giro.model.measure.Wilson.interval(matureConverted, matureEntered);
  }
}
