package giro.model.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BusinessHoursTest {
  private static final Set<DayOfWeek> WEEK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

  /** Nine to six in Rome, Monday to Friday, closed at Christmas and on Easter Monday of 2026. */
  private static final BusinessHours ROME =
      new BusinessHours(
          ZoneId.of("Europe/Rome"),
          WEEK,
          LocalTime.of(9, 0),
          LocalTime.of(18, 0),
          Set.of(LocalDate.of(2026, 4, 6)),
          Set.of(MonthDay.of(12, 25)));

  @Test
  void withinOneDayItIsElapsedTime() {
    // 10:00 and 12:30 by the clocks of Rome, in winter an hour before UTC.
    assertThat(hours("2026-03-04T09:00:00Z", "2026-03-04T11:30:00Z")).isEqualTo(2.5);
  }

  @Test
  void theNightIsLeftOut() {
    assertThat(hours("2026-03-04T16:00:00Z", "2026-03-05T09:00:00Z")).isEqualTo(2);
  }

  @Test
  void outsideTheHoursTheClockStartsAtTheNextOpeningAndStopsAtTheLastClosing() {
    assertThat(hours("2026-03-04T20:00:00Z", "2026-03-05T08:30:00Z")).isEqualTo(0.5);
    assertThat(hours("2026-03-04T16:30:00Z", "2026-03-04T23:00:00Z")).isEqualTo(0.5);
    assertThat(hours("2026-03-04T18:00:00Z", "2026-03-04T23:00:00Z")).isZero();
  }

  @Test
  void theWeekendAndHolidaysAreLeftOut() {
    assertThat(hours("2026-03-06T16:00:00Z", "2026-03-09T09:00:00Z")).isEqualTo(2);
    // Good Friday is a working day here; Easter Monday is not, and summer time has come.
    assertThat(hours("2026-04-03T15:00:00Z", "2026-04-07T08:00:00Z")).isEqualTo(2);
    assertThat(hours("2025-12-24T17:00:00Z", "2025-12-26T08:00:00Z")).isZero();
    assertThat(hours("2026-12-24T16:00:00Z", "2026-12-28T09:00:00Z")).isEqualTo(2);
  }

  @Test
  void hoursKeepToTheClocksWhenTheseChange() {
    // From Friday 17:00 to Monday 10:00 in Rome: before and after the change of 29 March.
    assertThat(hours("2026-03-27T16:00:00Z", "2026-03-30T08:00:00Z")).isEqualTo(2);
  }

  @Test
  void roundTheClockADayOfChangeIsAnHourShorterOrLonger() {
    BusinessHours always =
        new BusinessHours(
            ZoneId.of("Europe/Rome"),
            EnumSet.allOf(DayOfWeek.class),
            LocalTime.MIDNIGHT,
            LocalTime.MIDNIGHT,
            Set.of(),
            Set.of());
    assertThat(hours(always, "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z")).isEqualTo(23);
    assertThat(hours(always, "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z")).isEqualTo(25);
  }

  @Test
  void aYearIsTheSumOfItsDays() {
    // 2025 has 261 days from Monday to Friday; one is Christmas.
    assertThat(hours("2024-12-31T23:00:00Z", "2025-12-31T23:00:00Z")).isEqualTo(260 * 9);
  }

  @Test
  void timeDoesNotRunBackwards() {
    assertThat(hours("2026-03-05T09:00:00Z", "2026-03-04T09:00:00Z")).isZero();
    assertThat(hours("2026-03-05T09:00:00Z", "2026-03-05T09:00:00Z")).isZero();
  }

  @Test
  void hoursThatEndBeforeTheyBeginAreRefused() {
    assertThatThrownBy(
            () ->
                new BusinessHours(
                    ZoneId.of("UTC"),
                    WEEK,
                    LocalTime.of(18, 0),
                    LocalTime.of(9, 0),
                    Set.of(),
                    Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double hours(String start, String end) {
    return hours(ROME, start, end);
  }

  private static double hours(BusinessHours hours, String start, String end) {
    return hours.between(micros(start), micros(end)) / 3.6e9;
  }

  private static long micros(String instant) {
    return Instant.parse(instant).getEpochSecond() * 1_000_000L;
  }
}
