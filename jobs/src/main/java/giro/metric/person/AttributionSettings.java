package giro.metric.person;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * How acquisitions are attributed.
 *
 * @param lookback how long before an acquisition a touch may get credit, start to start, end
 *     included
 * @param halfLife after which a touch weighs half in time decay
 * @param markovOrder how many channels make a state of the Markov chain, from 1
 * @param shapleyExactUpTo more channels than this are sampled
 * @param samples how many orders of channels are drawn then
 * @param seed of these draws
 * @param spend what was spent; empty where nothing is said
 */
public record AttributionSettings(
    Duration lookback,
    Duration halfLife,
    int markovOrder,
    int shapleyExactUpTo,
    int samples,
    long seed,
    List<Spend> spend)
    implements Serializable {
  public AttributionSettings {
    spend = List.copyOf(spend);
  }

  long lookbackMicros() {
    return Calendar.micros(lookback);
  }

  double halfLifeMicros() {
    return halfLife.toNanos() / 1_000.0;
  }

  /**
   * What was spent in a month.
   *
   * @param month its first day, such as {@code 2026-03-01}
   * @param model empty for money spent on all models
   * @param campaign {@code unknown} for touches without one
   * @param currency ISO 4217
   */
  public record Spend(
      String month,
      String market,
      String model,
      String channel,
      String campaign,
      double amount,
      String currency)
      implements Serializable {}
}
