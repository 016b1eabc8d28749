package giro.model.measure;

import java.util.Arrays;

/**
 * Shares wholes out among channels so that each whole goes only to channels that have a part in it,
 * and the channels' totals come as near as that allows to totals that are wanted.
 *
 * <p>Iterative proportional fitting: W. E. Deming, F. F. Stephan, "On a least squares adjustment of
 * a sampled frequency table when the expected marginal totals are known", Annals of Mathematical
 * Statistics 11 (1940), 427-444. It ends with the wholes, so that these are always shared out to
 * the last.
 */
public final class ShareOut {
  private static final int MOST_ROUNDS = 2_000;
  private static final double NEAR = 1e-12;

  private ShareOut() {}

  /**
   * Per whole its shares by channel, which sum to 1.
   *
   * @param parts per kind of whole the channels that have a part in it, as bits; at least one
   * @param counts per kind of whole how many there are
   * @param wanted per channel its wanted total, 0 or more; a kind of which no channel has any is
   *     shared equally
   */
  public static double[][] of(long[] parts, long[] counts, double[] wanted) {
    double[][] shares = new double[parts.length][wanted.length];
    for (int i = 0; i < parts.length; i++) {
      for (int c = 0; c < wanted.length; c++) {
        shares[i][c] = (parts[i] >> c & 1) == 1 ? wanted[c] : 0;
      }
      normalise(shares[i], parts[i]);
    }
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double[] totals = totals(shares, counts);
      if (isNear(totals, wanted)) {
        break;
      }
      for (int i = 0; i < parts.length; i++) {
        for (int c = 0; c < wanted.length; c++) {
          shares[i][c] *= totals[c] == 0 ? 0 : wanted[c] / totals[c];
        }
        normalise(shares[i], parts[i]);
      }
    }
    return shares;
  }

  private static double[] totals(double[][] shares, long[] counts) {
    double[] totals = new double[shares.length == 0 ? 0 : shares[0].length];
    for (int i = 0; i < shares.length; i++) {
      for (int c = 0; c < totals.length; c++) {
        totals[c] += counts[i] * shares[i][c];
      }
    }
    return totals;
  }

  private static boolean isNear(double[] totals, double[] wanted) {
    for (int c = 0; c < totals.length; c++) {
      if (Math.abs(totals[c] - wanted[c]) > NEAR * Math.max(1, wanted[c])) {
        return false;
      }
    }
    return true;
  }

  private static void normalise(double[] shares, long parts) {
    double sum = Arrays.stream(shares).sum();
    for (int c = 0; c < shares.length; c++) {
      double equal = (parts >> c & 1) == 1 ? 1.0 / Long.bitCount(parts) : 0;
      shares[c] = sum > 0 ? shares[c] / sum : equal;
    }
  }
}
