package giro.model.measure;

import java.util.SplittableRandom;

/**
 * The Shapley value: what each player adds to a coalition, over all orders in which players may
 * come.
 *
 * <p>Sources: L. S. Shapley, "A value for n-person games", Contributions to the Theory of Games II
 * (1953), 307-317; for sampling J. Castro, D. Gomez, J. Tejada, "Polynomial calculation of the
 * Shapley value based on sampling", Computers and Operations Research 36 (2009), 1726-1730.
 */
public final class Shapley {
  /** More players than this are never counted exactly: there are 2 to the power of n coalitions. */
  public static final int MOST_EXACT = 20;

  /** Players are bits of one number. */
  public static final int MOST = 62;

  private Shapley() {}

  /** What a coalition is worth; that of nobody is taken as it is. */
  public interface Game {
    /**
     * @param coalition bit {@code i}: player {@code i} is in it
     */
    double worth(long coalition);
  }

  /**
   * @param values per player; they sum to the worth of all less that of nobody
   * @param errors per player the standard error of a sampled value; 0 for exact ones
   */
  public record Result(double[] values, double[] errors) {}

  /** Exact, over every coalition. */
  public static Result exact(int players, Game game) {
    check(players, MOST_EXACT);
    double[] worth = new double[1 << players];
    for (int coalition = 0; coalition < worth.length; coalition++) {
      worth[coalition] = game.worth(coalition);
    }
    double[] weights = weights(players);
    double[] values = new double[players];
    for (int coalition = 0; coalition < worth.length; coalition++) {
      double weight = weights[Integer.bitCount(coalition)];
      for (int i = 0; i < players; i++) {
        if ((coalition >> i & 1) == 0) {
          values[i] += weight * (worth[coalition | 1 << i] - worth[coalition]);
        }
      }
    }
    return new Result(values, new double[players]);
  }

  /** Per size of a coalition, how likely it is the one that a player comes to: s! (n-s-1)! / n!. */
  private static double[] weights(int players) {
    double[] weights = new double[players + 1];
    for (int size = 0; size < players; size++) {
      double ways = players;
      for (int i = 1; i <= size; i++) {
        ways = ways * (players - i) / i;
      }
      weights[size] = 1 / ways;
    }
    return weights;
  }

  /** The mean over random orders; the same for the same seed. */
  public static Result sampled(int players, Game game, int samples, long seed) {
    check(players, MOST);
    if (samples < 2) {
      throw new IllegalArgumentException("Cannot tell an error from " + samples + " samples");
    }
    SplittableRandom random = new SplittableRandom(seed);
    double[] sums = new double[players];
    double[] squares = new double[players];
    int[] order = new int[players];
    for (int i = 0; i < players; i++) {
      order[i] = i;
    }
    double nobody = game.worth(0);
    for (int sample = 0; sample < samples; sample++) {
      shuffle(order, random);
      long coalition = 0;
      double before = nobody;
      for (int player : order) {
        coalition |= 1L << player;
        double worth = game.worth(coalition);
        sums[player] += worth - before;
        squares[player] += (worth - before) * (worth - before);
        before = worth;
      }
    }
    double[] errors = new double[players];
    for (int i = 0; i < players; i++) {
      sums[i] /= samples;
      double variance = Math.max(0, squares[i] / samples - sums[i] * sums[i]);
      errors[i] = Math.sqrt(variance / (samples - 1));
    }
    return new Result(sums, errors);
  }

  private static void shuffle(int[] order, SplittableRandom random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
  }

  private static void check(int players, int most) {
    if (players < 0 || players > most) {
      throw new IllegalArgumentException(
          "Cannot share among " + players + " players; at most " + most);
    }
  }
}
