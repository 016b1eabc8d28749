package giro.config;

import giro.metric.person.MarketHours;
import giro.model.measure.BusinessHours;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code giro.metrics.business-hours}. */
final class ReadBusinessHours {
  private static final String DEFAULT = "default";
  private static final List<String> DAYS =
      Arrays.stream(DayOfWeek.values()).map(d -> d.name().toLowerCase(Locale.ROOT)).toList();

  private final Section section;

  ReadBusinessHours(Section metrics) {
    this.section = metrics.section("business-hours");
  }

  MarketHours read() {
    Section otherwise = section.section(DEFAULT);
    Map<String, BusinessHours> markets = new HashMap<>();
    for (String market : section.names()) {
      if (!market.equals(DEFAULT)) {
        markets.put(market, hours(section.section(market).orElse(otherwise)));
      }
    }
    return new MarketHours(hours(otherwise), markets);
  }

  private static BusinessHours hours(Section market) {
    Set<LocalDate> holidays = new HashSet<>();
    Set<MonthDay> yearly = new HashSet<>();
    market.texts("holidays").forEach(day -> holiday(market, day, holidays, yearly));
    LocalTime from = time(market, "from", LocalTime.MIDNIGHT);
    LocalTime to = time(market, "to", LocalTime.MIDNIGHT);
    if (!BusinessHours.isAfter(to, from)) {
      market.problem("to", "must be later than from; 24:00 is the end of the day");
      to = LocalTime.MIDNIGHT;
    }
    BusinessHours read = new BusinessHours(zone(market), days(market), from, to, holidays, yearly);
    market.close();
    return read;
  }

  private static ZoneId zone(Section market) {
    String name = market.text("zone");
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      if (!name.isEmpty()) {
        market.problem("zone", "\"" + name + "\" is not a time zone; give it as Europe/Rome");
      }
      return ZoneId.of("UTC");
    }
  }

  private static Set<DayOfWeek> days(Section market) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String day : market.texts("days")) {
      int place = DAYS.indexOf(day.toLowerCase(Locale.ROOT));
      if (place < 0) {
        market.problem("days", "\"" + day + "\" is not one of " + String.join(", ", DAYS));
      } else {
        days.add(DayOfWeek.of(place + 1));
      }
    }
    if (days.isEmpty()) {
      market.problem("days", "names no working day; give one or more of " + DAYS);
    }
    return days;
  }

  private static LocalTime time(Section market, String key, LocalTime harmless) {
    String text = market.text(key);
    if (key.equals("to") && text.equals("24:00")) {
      return LocalTime.MIDNIGHT;
    }
    try {
      return LocalTime.parse(text);
    } catch (DateTimeException e) {
      if (!text.isEmpty()) {
        market.problem(key, "\"" + text + "\" is not a time of day; give it as 09:00");
      }
      return harmless;
    }
  }

  private static void holiday(
      Section market, String text, Set<LocalDate> once, Set<MonthDay> yearly) {
    try {
      if (text.length() == "12-25".length()) {
        yearly.add(MonthDay.parse("--" + text));
      } else {
        once.add(LocalDate.parse(text));
      }
    } catch (DateTimeException e) {
      market.problem(
          "holidays", "\"" + text + "\" is not a day; give 2026-04-06, or 12-25 for every year");
    }
  }
}
