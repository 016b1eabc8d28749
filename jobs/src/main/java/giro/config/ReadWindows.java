package giro.config;

import giro.journey.LapSettings;
import giro.metric.PairWindow;
import giro.metric.WindowSettings;
import giro.model.domain.ConversionPair;
import giro.moment.Nearest;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code giro.conversion}. */
final class ReadWindows {

  private final Section conversion;
  private final Section lapKeys;
  private final LapSettings laps;
  private final Problems problems;

  ReadWindows(Section giro, LapSettings laps, Problems problems) {
    this.conversion = giro.section("conversion");
    this.lapKeys = giro.section("laps");
    this.laps = laps;
    this.problems = problems;
  }

  WindowSettings read() {
    Section windows = conversion.section("windows");
    Map<ConversionPair, PairWindow> read = new EnumMap<>(ConversionPair.class);
    for (ConversionPair pair : ConversionPair.values()) {
      read.put(pair, window(pair, windows));
    }
    for (String key : windows.names()) {
      if (ConversionPair.ofKey(key).isEmpty()) {
        windows.problem(key, "is not a pair that is measured; " + nearest(key));
      }
    }
    WindowSettings settings = new WindowSettings(read, conversion.duration("lateness"));
    conversion.close();
    return settings;
  }

  private PairWindow window(ConversionPair pair, Section windows) {
    String key = pair.key();
    if (!windows.isBlock(key)) {
      Duration both = bounded(pair, windows, key, windows.span(key), true);
      return new PairWindow(both, bounded(pair, windows, key, both, false), Map.of());
    }
    Section section = windows.section(key);
    Duration newCars = bounded(pair, section, "new", section.span("new"), true);
    Duration usedCars = bounded(pair, section, "used", section.span("used"), false);
    Map<String, PairWindow.Of> markets = new HashMap<>();
    if (section.has("markets")) {
      Section all = section.section("markets");
      for (String market : all.names()) {
        markets.put(market, market(pair, all, market, new PairWindow.Of(newCars, usedCars)));
      }
    }
    section.close();
    return new PairWindow(newCars, usedCars, markets);
  }

  private PairWindow.Of market(
      ConversionPair pair, Section all, String market, PairWindow.Of pairs) {
    if (!all.isBlock(market)) {
      Duration both = bounded(pair, all, market, all.span(market), true);
      return new PairWindow.Of(both, bounded(pair, all, market, both, false));
    }
    Section section = all.section(market);
    Duration newCars =
        section.has("new")
            ? bounded(pair, section, "new", section.span("new"), true)
            : pairs.newCars();
    Duration usedCars =
        section.has("used")
            ? bounded(pair, section, "used", section.span("used"), false)
            : pairs.usedCars();
    section.close();
    return new PairWindow.Of(newCars, usedCars);
  }

  /** A lap that inactivity ends before the window is over could not be followed to its end. */
  private Duration bounded(
      ConversionPair pair, Section at, String key, Duration window, boolean newCars) {
    Duration gap = laps.inactivity(!newCars);
    if (!pair.isBoundByInactivity() || gap.isZero() || window.compareTo(gap) <= 0) {
      return window;
    }
    String gapKey = newCars ? "inactivity" : "inactivity-used";
    String problem =
        "the window of %s for %s cars is longer than laps.%s (%s), which would end the lap first; shorten the window or raise laps.%s"
            .formatted(days(window), newCars ? "new" : "used", gapKey, days(gap), gapKey);
    // Of a shipped window and a gap of the user's own, the gap is where to look.
    boolean shipped = Problems.isShipped(at.origin(key));
    problems.add(shipped ? lapKeys.origin(gapKey) : at.origin(key), at.path(key), problem);
    return window;
  }

  private static String days(Duration duration) {
    return duration.toSeconds() % 86_400 == 0
        ? duration.toDays() + " days"
        : duration.toHours() + " hours";
  }

  private static String nearest(String key) {
    List<String> keys = Arrays.stream(ConversionPair.values()).map(ConversionPair::key).toList();
    return Nearest.of(key, keys)
        .map(near -> "did you mean " + near + "?")
        .orElse("pairs: " + String.join(", ", keys));
  }
}
