package giro.metric.person;

import giro.model.measure.BusinessHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Settings for tests: work from nine to six UTC, Monday to Friday, whatever the market. */
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

  /**
   * Repeats within 30 days, silence of 180 and 90 days, surveys and answers within 14, actions
   * within 30, outcomes within 180.
   */
  static final ServiceSettings SERVICE =
      new ServiceSettings(
          HOURS,
          Map.of(),
          Duration.ofDays(30),
          new FeedbackSettings(Duration.ofDays(14), Duration.ofDays(30)),
          new HandoffSettings(
              Set.of(new HandoffSettings.Way("marketing", "sales")),
              Duration.ofDays(180),
              Duration.ofDays(90)),
          new ExperienceSettings(
              Duration.ofDays(14),
              Duration.ofDays(180),
              0.25,
              -0.25,
              Map.of("1960", "x", "1980", "millennials")),
          new ScorecardSettings(
              Map.of("marketing", "clicks", "sales", "orders"), Duration.ofDays(180)));

  private Office() {}
}
