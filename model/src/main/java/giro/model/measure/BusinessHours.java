package giro.model.measure;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Set;

/**
 * The hours in which a market works: the same from {@code from} to {@code to} on each working day,
 * by the clocks of its zone, holidays left out.
 *
 * <p>Answers how much of the time between two instants was working time, in elapsed microseconds: a
 * day on which clocks change within the hours is an hour shorter or longer. Days from 1990 to 2069
 * are known; outside them nobody works.
 */
public final class BusinessHours implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final long FIRST_DAY = LocalDate.of(1990, 1, 1).toEpochDay();
  private static final long LAST_DAY = LocalDate.of(2069, 12, 31).toEpochDay();
  private static final long MICROS = 1_000_000L;

  private final ZoneId zone;
  private final Set<DayOfWeek> days;
  private final LocalTime from;
  private final LocalTime to;
  private final Set<LocalDate> holidays;
  private final Set<MonthDay> yearlyHolidays;

  private transient volatile Openings openings;

  /**
   * @param zone whose clocks the hours are read on
   * @param days working days of the week
   * @param from when work begins, included
   * @param to when it ends, excluded; {@link LocalTime#MIDNIGHT} is the end of the day
   * @param holidays days without work
   * @param yearlyHolidays days without work in every year
   * @throws IllegalArgumentException where work ends before it begins
   */
  public BusinessHours(
      ZoneId zone,
      Set<DayOfWeek> days,
      LocalTime from,
      LocalTime to,
      Set<LocalDate> holidays,
      Set<MonthDay> yearlyHolidays) {
    if (!isAfter(to, from)) {
      throw new IllegalArgumentException("Work cannot end at " + to + " that begins at " + from);
    }
    this.zone = zone;
    this.days = Set.copyOf(days);
    this.from = from;
    this.to = to;
    this.holidays = Set.copyOf(holidays);
    this.yearlyHolidays = Set.copyOf(yearlyHolidays);
  }

  /** True where hours may end at {@code to} that begin at {@code from}. */
  public static boolean isAfter(LocalTime to, LocalTime from) {
    return to.equals(LocalTime.MIDNIGHT) || to.isAfter(from);
  }

  /**
   * Working microseconds between two instants given in microseconds since 1970 UTC; 0 where the
   * second is not after the first.
   */
  public long between(long start, long end) {
    if (end <= start) {
      return 0;
    }
    Openings all = openings();
    return all.until(end) - all.until(start);
  }

  private Openings openings() {
    Openings known = openings;
    if (known == null) {
      known = new Openings(this);
      openings = known;
    }
    return known;
  }

  private boolean isWorkingDay(LocalDate day) {
    return days.contains(day.getDayOfWeek())
        && !holidays.contains(day)
        && !yearlyHolidays.contains(MonthDay.from(day));
  }

  private long micros(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(zone).toEpochSecond() * MICROS + time.getNano() / 1_000;
  }

  /** Every opening there is, so that a question costs one search, however long the time. */
  private static final class Openings {
    private final long[] opens;
    private final long[] closes;

    /** Working time before each opening. */
    private final long[] before;

    Openings(BusinessHours hours) {
      int most = (int) (LAST_DAY - FIRST_DAY + 1);
      long[] o = new long[most];
      long[] c = new long[most];
      int n = 0;
      for (long epochDay = FIRST_DAY; epochDay <= LAST_DAY; epochDay++) {
        LocalDate day = LocalDate.ofEpochDay(epochDay);
        if (hours.isWorkingDay(day)) {
          o[n] = hours.micros(day, hours.from);
          LocalDate lastDay = hours.to.equals(LocalTime.MIDNIGHT) ? day.plusDays(1) : day;
          // Clocks put forward may swallow hours at the edge of the day.
          c[n] = Math.max(o[n], hours.micros(lastDay, hours.to));
          n++;
        }
      }
      opens = Arrays.copyOf(o, n);
      closes = Arrays.copyOf(c, n);
      before = new long[n];
      for (int i = 1; i < n; i++) {
        before[i] = before[i - 1] + closes[i - 1] - opens[i - 1];
      }
    }

    /** Working time from the first opening to an instant. */
    long until(long instant) {
      int place = Arrays.binarySearch(opens, instant);
      int last = place >= 0 ? place : -place - 2;
      return last < 0 ? 0 : before[last] + Math.min(instant, closes[last]) - opens[last];
    }
  }
}
