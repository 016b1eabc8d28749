package giro.metric.person;

import giro.model.measure.BusinessHours;
import java.io.Serializable;
import java.util.Map;

/**
 * When each market works.
 *
 * @param otherwise hours of a market that has none of its own, and of an unknown one
 * @param markets by market
 */
public record MarketHours(BusinessHours otherwise, Map<String, BusinessHours> markets)
    implements Serializable {
  public MarketHours {
    markets = Map.copyOf(markets);
  }

  private BusinessHours of(String market) {
    return markets.getOrDefault(market, otherwise);
  }

  /**
   * Business microseconds of the market from one touch to another, start to start; null where one
   * of them is known to the day only, 0 where the second is not after the first.
   */
  Long between(Touch from, Touch to, String market) {
    return from.isDateOnly || to.isDateOnly ? null : (Long) micros(from.start, to.start, market);
  }

  /** Business microseconds of the market between two instants. */
  long micros(long from, long to, String market) {
    return of(market).between(from, to);
  }
}
