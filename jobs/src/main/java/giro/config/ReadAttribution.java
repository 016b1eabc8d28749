package giro.config;

import giro.metric.person.AttributionSettings;
import giro.model.measure.Shapley;
import java.time.Duration;
import java.util.List;

/** {@code giro.metrics.attribution}. */
final class ReadAttribution {
  private static final int MOST_REMEMBERED = 5;

  private final Section attribution;

  ReadAttribution(Section metrics) {
    this.attribution = metrics.section("attribution");
  }

  AttributionSettings read() {
    Duration lookback = attribution.span("lookback");
    Duration halfLife = attribution.span("half-life");
    int order = atMost("markov-order", 1, MOST_REMEMBERED);
    int exact = atMost("shapley-exact-up-to", 0, Shapley.MOST_EXACT);
    int samples = attribution.integer("samples", 2);
    int seed = attribution.integer("seed", 0);
    List<AttributionSettings.Spend> spend =
        attribution
            .optionalText("spend")
            .map(path -> new ReadSpend(attribution, path).read())
            .orElse(List.of());
    attribution.close();
    return new AttributionSettings(lookback, halfLife, order, exact, samples, seed, spend);
  }

  private int atMost(String key, int least, int most) {
    int value = attribution.integer(key, least);
    if (value > most) {
      attribution.problem(key, value + " is too large; give at most " + most);
      return most;
    }
    return Math.max(least, value);
  }
}
