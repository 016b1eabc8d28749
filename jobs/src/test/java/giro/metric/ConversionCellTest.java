package giro.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import giro.model.measure.Interval;
import org.junit.jupiter.api.Test;

/** Laps of one cell, told in days; the night looked at ends on day 100. */
class ConversionCellTest {
  private static final long DAY = 86_400_000_000L;
  private static final long WINDOW = 30 * DAY;
  private static final long LATENESS = 3 * DAY;

  private final ConversionCell cell = new ConversionCell(100 * DAY);

  @Test
  void theWindowsEndStillCounts() {
    lap(1, 0, 30.0, null);
    lap(2, 0, 30.00001, null);
    assertThat(cell.count(PairState.CONVERTED)).isEqualTo(1);
    assertThat(cell.count(PairState.DROPPED)).isEqualTo(1);
  }

  @Test
  void theEarlierOfConversionAndLossDecidesForGood() {
    lap(1, 0, 10.0, 5.0);
    lap(2, 0, 5.0, 10.0);
    lap(3, 0, 7.0, 7.0);
    lap(4, 0, null, 31.0);
    assertThat(cell.count(PairState.LOST)).isEqualTo(1);
    assertThat(cell.count(PairState.CONVERTED))
        .as("at an equal start the conversion comes first")
        .isEqualTo(2);
    assertThat(cell.count(PairState.DROPPED)).as("lost after the window").isEqualTo(1);
  }

  @Test
  void aLapIsOpenUntilNoLateTouchIsWaitedFor() {
    lap(1, 67, null, null);
    lap(2, 67.00001, null, null);
    assertThat(cell.count(PairState.DROPPED)).isEqualTo(1);
    assertThat(cell.count(PairState.OPEN)).isEqualTo(1);
  }

  @Test
  void theRateIsOfMatureLapsOnly() {
    lap(1, 0, 10.0, null);
    lap(2, 0, null, null);
    lap(3, 90, 95.0, null);
    lap(4, 90, null, null);
    assertThat(cell.entered()).isEqualTo(4);
    assertThat(cell.matureEntered()).isEqualTo(2);
    assertThat(cell.matureConverted()).isEqualTo(1);
    assertThat(cell.conversionRate()).isEqualTo(0.5);
    Interval interval = cell.rateInterval();
    assertThat(interval.low()).as("Wilson, 1 of 2").isEqualTo(0.0945, within(1e-4));
    assertThat(interval.high()).isEqualTo(0.9055, within(1e-4));
  }

  @Test
  void nobodyMatureHasNoRate() {
    lap(1, 95, 96.0, null);
    assertThat(cell.conversionRate()).isNull();
    assertThat(cell.rateInterval()).isNull();
  }

  @Test
  void theIncidenceUsesOpenLapsAsFarAsTheyWereSeen() {
    lap(1, 0, 5.0, null);
    lap(2, 0, null, 10.0);
    lap(3, 92, null, null);
    lap(4, 0, null, null);
    // Day 5: 1 of 4. The lap begun on day 92 leaves on day 8; day 10: the loss competes.
    assertThat(cell.incidence().incidence()).isEqualTo(0.25, within(1e-12));
    assertThat(cell.incidenceDays()).isEqualTo(30.0);
    lap(5, 0, 20.0, null);
    // Now 1/5; two thirds of the 4/5 left survive the loss, and half of those convert on day 20.
    assertThat(cell.incidence().incidence())
        .isEqualTo(0.2 + 0.8 * (2 / 3.0) * (1 / 2.0), within(1e-12));
  }

  @Test
  void aYoungCohortSaysHowFarItWasFollowed() {
    lap(1, 90, 95.0, null);
    lap(2, 88, null, null);
    assertThat(cell.incidenceDays()).isEqualTo(12.0);
    assertThat(cell.windowDays()).isEqualTo(30.0);
  }

  @Test
  void aToTouchThatMayHaveComeBeforeTakesNoTime() {
    lap(1, 10, 9.5, null);
    assertThat(cell.count(PairState.CONVERTED)).isEqualTo(1);
    assertThat(cell.hours(0.5)).isZero();
  }

  @Test
  void hoursAreInterpolatedAndPersonsCountedOnce() {
    lap(1, 0, 1.0, null);
    lap(1, 40, 42.0, null);
    lap(2, 0, 4.0, null);
    lap(3, 0, null, null);
    assertThat(cell.hours(0.5)).isEqualTo(48.0);
    assertThat(cell.hours(0.9)).isEqualTo(48 + 0.8 * 48, within(1e-9));
    assertThat(cell.persons()).isEqualTo(3);
  }

  private void lap(long person, double from, Double to, Double lost) {
    cell.add(person, micros(from), micros(to), micros(lost), WINDOW, LATENESS);
  }

  private static Long micros(Double days) {
    return days == null ? null : Long.valueOf(Math.round(days * DAY));
  }
}
