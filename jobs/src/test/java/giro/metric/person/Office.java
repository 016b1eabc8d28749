package giro.metric.person;

import giro.model.measure.BusinessHours;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Hours of work for tests: nine to six UTC, Monday to Friday, whatever the market. */
final class Office {
  static final MarketHours HOURS =
      new MarketHours(
          new BusinessHours(
              ZoneOffset.UTC,
              EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
              LocalTime.of(9, 0),
              LocalTime.of(18, 0),
              Set.of(),
              Set.of()),
          Map.of());

  private Office() {}
}
