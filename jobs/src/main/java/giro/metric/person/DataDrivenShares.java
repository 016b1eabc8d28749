package giro.metric.person;

import giro.model.measure.RemovalEffects;
import giro.model.measure.Shapley;
import giro.model.measure.ShareOut;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the data-driven methods give each channel of a way to an acquisition, in one pool of ways. A
 * method says how many of the pool's acquisitions each channel is to be thanked for; these are
 * shared out so that each acquisition thanks channels of its own way only, one in all.
 */
final class DataDrivenShares {
  private final AttributionSettings settings;
  private final RemovalEffects chain;

  /** Ways by their channels: those to an acquisition, and the others. */
  private final Map<String, long[]> ways = new TreeMap<>();

  private final Map<String, Integer> players = new HashMap<>();
  private Map<String, double[]> markov = Map.of();
  private Map<String, double[]> shapley = Map.of();
  private double[] errors = {};

  DataDrivenShares(AttributionSettings settings) {
    this.settings = settings;
    this.chain = new RemovalEffects(settings.markovOrder());
  }

  void addStep(RemovalEffects.Step step, long times) {
    chain.add(step, times);
  }

  void addWays(String channels, long acquisitions, long others) {
    ways.put(channels, new long[] {acquisitions, others});
  }

  /** Once all steps and ways are added. */
  void learn() {
    List<String> channels = byWays();
    for (int i = 0; i < channels.size(); i++) {
      players.put(channels.get(i), Math.min(i, Shapley.MOST - 1));
    }
    int n = Math.min(channels.size(), Shapley.MOST);
    double[] removal = new double[n];
    chain.effects().forEach((channel, effect) -> removal[players.get(channel)] += effect);
    markov = sharedOut(removal);
    Shapley.Result values = values(n);
    double sum = Arrays.stream(values.values()).map(value -> Math.max(0, value)).sum();
    shapley = sharedOut(values.values());
    errors = new double[n];
    for (int i = 0; i < n; i++) {
      double value = Math.max(0, values.values()[i]);
      errors[i] = sum == 0 || value == 0 ? 0 : values.errors()[i] / value;
    }
  }

  /** The channels of most ways first; those beyond the sixty-second are one player. */
  private List<String> byWays() {
    Map<String, Long> times = new TreeMap<>();
    ways.forEach(
        (set, counts) ->
            AttributionCells.split(set)
                .forEach(channel -> times.merge(channel, counts[0] + counts[1], Long::sum)));
    List<String> channels = new ArrayList<>(times.keySet());
    channels.sort(Comparator.comparing(channel -> -times.get(channel)));
    return channels;
  }

  /** A coalition is worth the share of acquisitions among the ways that need no other channel. */
  private Shapley.Result values(int n) {
    long[] sets = ways.keySet().stream().mapToLong(this::bits).toArray();
    long[][] counts = ways.values().toArray(long[][]::new);
    Shapley.Game game =
        coalition -> {
          long acquisitions = 0;
          long all = 0;
          for (int i = 0; i < sets.length; i++) {
            if ((sets[i] & ~coalition) == 0) {
              acquisitions += counts[i][0];
              all += counts[i][0] + counts[i][1];
            }
          }
          return all == 0 ? 0 : (double) acquisitions / all;
        };
    return n <= settings.shapleyExactUpTo()
        ? Shapley.exact(n, game)
        : Shapley.sampled(n, game, settings.samples(), settings.seed());
  }

  private long bits(String set) {
    long bits = 0;
    for (String channel : AttributionCells.split(set)) {
      bits |= 1L << players.get(channel);
    }
    return bits;
  }

  /** Per set of channels the players' shares of an acquisition; a value below 0 counts as 0. */
  private Map<String, double[]> sharedOut(double[] values) {
    List<String> sets = ways.keySet().stream().filter(set -> ways.get(set)[0] > 0).toList();
    long[] parts = sets.stream().mapToLong(this::bits).toArray();
    long[] counts = sets.stream().mapToLong(set -> ways.get(set)[0]).toArray();
    double all = Arrays.stream(counts).sum();
    double[] wanted = Arrays.stream(values).map(value -> Math.max(0, value)).toArray();
    double sum = Arrays.stream(wanted).sum();
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = sum == 0 ? 0 : wanted[i] / sum * all;
    }
    double[][] shares = ShareOut.of(parts, counts, wanted);
    Map<String, double[]> found = new HashMap<>();
    for (int i = 0; i < shares.length; i++) {
      found.put(sets.get(i), shares[i]);
    }
    return found;
  }

  /** The channel's part of an acquisition whose way has these channels, by removal effects. */
  double markov(String set, String channel) {
    return markov.get(set)[players.get(channel)] / sharing(set, channel);
  }

  /** The same by Shapley values. */
  double shapley(String set, String channel) {
    return shapley.get(set)[players.get(channel)] / sharing(set, channel);
  }

  /** Standard error of the channel's Shapley value over the value; 0 where it is exact. */
  double shapleyError(String channel) {
    return errors[players.get(channel)];
  }

  /** How many channels of the set are the channel's player. */
  private double sharing(String set, String channel) {
    int player = players.get(channel);
    return AttributionCells.split(set).stream().filter(c -> players.get(c) == player).count();
  }
}
