package giro.app;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * How soon a page can be used in a headless browser, by the page's own clock: {@code PAGE.html}.
 * The median of some openings, each with one choice made.
 */
final class MeasurePage {
  private static final int TIMES = 7;
  private static final int DESK = 1280;

  private MeasurePage() {}

  public static void main(String[] args) {
    double[] ready = new double[TIMES];
    double[] choice = new double[TIMES];
    try (Browser browser = new Browser(Path.of(args[0]).toAbsolutePath())) {
      for (int i = 0; i < TIMES; i++) {
        browser.open(DESK, "");
        ready[i] = browser.msUntilReady();
        choice[i] = browser.msOfChoice("market", 1);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "ready after %.0f ms, a choice shown after %.0f ms (medians of %d)%n",
        median(ready),
        median(choice),
        TIMES);
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
