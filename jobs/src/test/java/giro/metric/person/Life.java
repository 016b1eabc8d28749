package giro.metric.person;

import giro.model.domain.Moment;
import giro.model.domain.Phase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tells one person's stored touches, as the journey stage would have left them: what is said after
 * a touch is about that touch, what is said after a lap is about that lap. Nothing is derived.
 */
final class Life {
  private final Person person = new Person();
  private PersonLap lap;
  private Touch last;

  private Life() {}

  /** A person in a first research lap. */
  static Life person() {
    Life life = new Life();
    life.lap(1);
    return life;
  }

  /** The touches that follow are in this lap. */
  Life lap(int number) {
    lap = person.lap(number);
    return this;
  }

  /** Something of the lap at hand, such as {@code lap -> lap.acquisitionAt = at("...")}. */
  Life where(Consumer<PersonLap> told) {
    told.accept(lap);
    return this;
  }

  /** A touch at an instant such as {@code 2026-03-05T10:00:00Z}, or known to the day only. */
  Life on(String time, String eventType, Moment moment) {
    last = new Touch();
    last.lap = lap;
    last.isDateOnly = !time.contains("T");
    last.start = at(time);
    last.end = last.isDateOnly ? last.start + Calendar.DAY : last.start;
    last.eventType = eventType;
    last.eventId = eventType + "-" + person.touches.size();
    last.sessionId = last.eventId;
    last.source = "web";
    last.moment = moment;
    last.position = lap.touches.size() + 1;
    if (lap.touches.isEmpty()) {
      lap.openedAt = last.start;
    }
    lap.lastActiveAt = last.start;
    person.add(last);
    return this;
  }

  /** Any column of the touch at hand, such as {@code touch -> touch.channel = "web"}. */
  Life with(Consumer<Touch> told) {
    told.accept(last);
    return this;
  }

  Life owner() {
    last.phase = Phase.OWNER;
    return this;
  }

  Life kinds(TouchKind... kinds) {
    Arrays.stream(kinds).forEach(kind -> last.kinds |= kind.bit());
    return this;
  }

  /** The steps of the first funnel that the touch matches, from 1. */
  Life steps(int... steps) {
    int bits = 0;
    for (int step : steps) {
      bits |= 1 << (step - 1);
    }
    last.funnelBits = new int[] {bits, 0};
    return this;
  }

  Life attribute(String name, String value) {
    last.attributes = new HashMap<>(last.attributes);
    last.attributes.put(name, value);
    return this;
  }

  Person told() {
    return person;
  }

  /** Microseconds since 1970 UTC of an instant, or of the beginning of a day. */
  static long at(String time) {
    Instant instant =
        time.contains("T")
            ? Instant.parse(time)
            : LocalDate.parse(time).atStartOfDay(java.time.ZoneOffset.UTC).toInstant();
    return instant.getEpochSecond() * Calendar.SECOND + instant.getNano() / 1_000;
  }

  /** The rows of a metric over some persons, as texts {@code value|value}, sorted. */
  static List<String> rows(PersonMetric metric, List<String> columns, Life... persons) {
    return CountPersons.rows(metric, Arrays.stream(persons).map(Life::told).toList()).stream()
        .map(row -> String.join("|", columns.stream().map(c -> text(row.get(c))).toList()))
        .sorted()
        .toList();
  }

  /** Numbers with at most four decimals. */
  private static String text(Object value) {
    if (value instanceof Double number) {
      return java.math.BigDecimal.valueOf(number)
          .setScale(4, java.math.RoundingMode.HALF_UP)
          .stripTrailingZeros()
          .toPlainString();
    }
    return String.valueOf(value);
  }
}
