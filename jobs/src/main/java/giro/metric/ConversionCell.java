package giro.metric;

import giro.model.measure.AalenJohansen;
import giro.model.measure.Incidence;
import giro.model.measure.Interval;
import giro.model.measure.Quantile;
import giro.model.measure.Wilson;
import java.util.Arrays;

/**
 * The laps of one cell of {@code moment_conversion}, and the figures they give: states, the mature
 * rate with Wilson's interval, the Aalen-Johansen incidence, times to convert.
 */
final class ConversionCell {
  private static final double HOUR = 3_600_000_000.0;
  private static final double DAY = 24 * HOUR;

  private final long now;
  private final long[] states = new long[PairState.values().length];
  private long matureEntered;
  private long matureConverted;
  private long longestWindow;
  private long longestFollowUp;
  private final LongList durations = new LongList();
  private final LongList windows = new LongList();
  private byte[] codes = new byte[16];
  private final LongList converted = new LongList();
  private final LongList persons = new LongList();

  /**
   * @param now end of as_of, exclusive, in microseconds
   */
  ConversionCell(long now) {
    this.now = now;
  }

  /**
   * Adds a lap.
   *
   * @param person any number that stands for the person
   * @param from instant of the from touch; {@code to} and {@code lost} are null where there is none
   */
  void add(long person, long from, Long to, Long lost, long window, long lateness) {
    long deadline = from + window;
    Long converts = to == null ? null : Math.max(to, from);
    Long loses = lost == null ? null : Math.max(lost, from);
    PairState state = PairState.of(converts, loses, deadline, deadline + lateness, now);
    states[state.ordinal()]++;
    boolean isMature = now >= deadline + lateness;
    matureEntered += isMature ? 1 : 0;
    matureConverted += isMature && state == PairState.CONVERTED ? 1 : 0;
    longestWindow = Math.max(longestWindow, window);
    boolean isPastWindow = now - from >= window;
    longestFollowUp = Math.max(longestFollowUp, isPastWindow ? Long.MAX_VALUE : now - from);
    persons.add(person);
    windows.add(window);
    if (codes.length == durations.size()) {
      codes = Arrays.copyOf(codes, codes.length * 2);
    }
    if (state == PairState.CONVERTED) {
      converted.add(converts - from);
      put(converts - from, AalenJohansen.EVENT);
    } else if (state == PairState.LOST) {
      put(loses - from, AalenJohansen.COMPETING);
    } else {
      put(Math.max(0, now - from), AalenJohansen.CENSORED);
    }
  }

  private void put(long duration, byte code) {
    codes[durations.size()] = code;
    durations.add(duration);
  }

  /** Who stands behind the cell. */
  long persons() {
    return persons.distinct();
  }

  long entered() {
    return durations.size();
  }

  long count(PairState state) {
    return states[state.ordinal()];
  }

  long matureEntered() {
    return matureEntered;
  }

  long matureConverted() {
    return matureConverted;
  }

  /** Null while no lap is mature. */
  Double conversionRate() {
    return matureEntered == 0 ? null : (double) matureConverted / matureEntered;
  }

  /** Null while no lap is mature. */
  Interval rateInterval() {
    return Wilson.interval(matureConverted, matureEntered);
  }

  double windowDays() {
    return longestWindow / DAY;
  }

  /**
   * At the longest window, or the longest follow-up if shorter. A lap past its own, shorter window
   * can no longer convert and stays at risk to the longest.
   */
  Incidence incidence() {
    long[] followed = new long[durations.size()];
    for (int i = 0; i < followed.length; i++) {
      long duration = durations.get(i);
      boolean isPastWindow = codes[i] == AalenJohansen.CENSORED && duration >= windows.get(i);
      followed[i] = isPastWindow ? longestWindow : duration;
    }
    return AalenJohansen.at(followed, Arrays.copyOf(codes, followed.length), horizon());
  }

  /** A lap past its window is followed to the longest; others to the end of as_of. */
  private long horizon() {
    return Math.min(longestWindow, longestFollowUp);
  }

  double incidenceDays() {
    return horizon() / DAY;
  }

  /** Hours to convert at a quantile; null where no lap converted. */
  Double hours(double quantile) {
    double[] hours = new double[converted.size()];
    for (int i = 0; i < hours.length; i++) {
      hours[i] = converted.get(i) / HOUR;
    }
    Arrays.sort(hours);
    return Quantile.of(hours, quantile);
  }
}
