package giro.metric;

import giro.model.domain.ConversionPair;
import java.time.Duration;
import java.util.Map;

/**
 * How long each conversion may take.
 *
 * @param windows one per pair
 * @param lateness how long a window stays open for late data after its end
 */
public record WindowSettings(Map<ConversionPair, PairWindow> windows, Duration lateness)
    implements java.io.Serializable {

  public WindowSettings {
    windows = Map.copyOf(windows);
  }

  /** The window in microseconds; a market that is null or not configured has the pair's own. */
  public long micros(ConversionPair pair, String market, boolean used) {
    return windows.get(pair).of(market, used).toNanos() / 1000;
  }

  /** The allowed lateness in microseconds. */
  public long latenessMicros() {
    return lateness.toNanos() / 1000;
  }
}
