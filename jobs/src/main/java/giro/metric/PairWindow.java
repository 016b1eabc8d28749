package giro.metric;

import java.time.Duration;
import java.util.Map;

/**
 * The window of one pair: for new cars (unknown and demo as new), for used cars, and where a market
 * differs.
 *
 * @param markets by market code; a market not named has the pair's own window
 */
public record PairWindow(Duration newCars, Duration usedCars, Map<String, Of> markets)
    implements java.io.Serializable {

  /** A market's own window; both are given, since the pair's fill what the market leaves out. */
  public record Of(Duration newCars, Duration usedCars) implements java.io.Serializable {}

  public PairWindow {
    markets = Map.copyOf(markets);
  }

  /** The window for a car in a market; an unknown or null market has the pair's own. */
  public Duration of(String market, boolean used) {
    Of own = market == null ? null : markets.get(market);
    if (own == null) {
      return used ? usedCars : newCars;
    }
    return used ? own.usedCars : own.newCars;
  }
}
