package giro.model.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ShapleyTest {
  private static final double EXACTLY = 1e-12;

  /** Shapley and Shubik's gloves: two left ones, one right one; only a pair is worth anything. */
  @Test
  void theOneRightGloveIsWorthTwoThirds() {
    Shapley.Game gloves = all -> (all & 0b011) != 0 && (all & 0b100) != 0 ? 1 : 0;
    assertThat(Shapley.exact(3, gloves).values())
        .containsExactly(new double[] {1.0 / 6, 1.0 / 6, 4.0 / 6}, within(EXACTLY));
  }

  /** S. Littlechild, G. Owen (1973): each stretch of the runway is paid by those who need it. */
  @Test
  void theAirportIsPaidByThoseWhoNeedTheLength() {
    double[] costs = {8, 11, 13, 18};
    Shapley.Game airport =
        all -> {
          double most = 0;
          for (int i = 0; i < 4; i++) {
            most = (all >> i & 1) == 1 ? Math.max(most, costs[i]) : most;
          }
          return most;
        };
    assertThat(Shapley.exact(4, airport).values())
        .containsExactly(new double[] {2, 3, 4, 9}, within(EXACTLY));
  }

  @Test
  void agreesWithTheMeanOverAllOrders() {
    SplittableRandom random = new SplittableRandom(3);
    double[] worth = random.doubles(32).toArray();
    double[] byOrders = new double[5];
    List<List<Integer>> orders = orders(List.of(0, 1, 2, 3, 4));
    for (List<Integer> order : orders) {
      int coalition = 0;
      for (int player : order) {
        byOrders[player] += worth[coalition | 1 << player] - worth[coalition];
        coalition |= 1 << player;
      }
    }
    double[] mean = DoubleStream.of(byOrders).map(sum -> sum / orders.size()).toArray();
    assertThat(Shapley.exact(5, all -> worth[(int) all]).values())
        .containsExactly(mean, within(EXACTLY));
  }

  @Test
  void sampledValuesComeWithTheirErrorAndAgainTheSame() {
    Shapley.Game gloves = all -> (all & 0b011) != 0 && (all & 0b100) != 0 ? 1 : 0;
    Shapley.Result sampled = Shapley.sampled(3, gloves, 10_000, 1);
    assertThat(sampled.values()[2]).isCloseTo(4.0 / 6, within(4 * sampled.errors()[2]));
    assertThat(sampled.errors()[2])
        .as("of a yes or no: the root of p (1 - p) / n")
        .isCloseTo(Math.sqrt(2.0 / 9 / 10_000), within(1e-4));
    assertThat(DoubleStream.of(sampled.values()).sum()).isCloseTo(1, within(EXACTLY));
    assertThat(Shapley.sampled(3, gloves, 10_000, 1).values()).containsExactly(sampled.values());
  }

  @Test
  void tooManyPlayersAreRefused() {
    assertThatThrownBy(() -> Shapley.exact(21, all -> 0))
        .hasMessage("Cannot share among 21 players; at most 20");
    assertThat(Shapley.exact(0, all -> 0).values()).isEmpty();
  }

  private static List<List<Integer>> orders(List<Integer> players) {
    if (players.isEmpty()) {
      return List.of(List.of());
    }
    List<List<Integer>> orders = new ArrayList<>();
    for (Integer first : players) {
      List<Integer> others = new ArrayList<>(players);
      others.remove(first);
      for (List<Integer> rest : orders(others)) {
        List<Integer> order = new ArrayList<>(List.of(first));
        order.addAll(rest);
        orders.add(order);
      }
    }
    return orders;
  }
}
