package giro.model.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PoissonBootstrapTest {
  @Test
  void oneObservationCountsOnceOnAverageWithVarianceOne() {
    double[] times = times(1);
    double mean = Arrays.stream(times).average().orElseThrow();
    double variance =
        Arrays.stream(times).map(t -> (t - mean) * (t - mean)).average().orElseThrow();
    assertThat(mean).isCloseTo(1, within(0.03));
    assertThat(variance).isCloseTo(1, within(0.05));
  }

  @Test
  void manyCountLikeTheirSum() {
    assertThat(Arrays.stream(times(400)).average().orElseThrow()).isCloseTo(400, within(1.0));
    assertThat(times(0)).containsOnly(0);
  }

  @Test
  void equalSeedsGiveEqualReplicates() {
    assertThat(times(7)).isEqualTo(times(7));
  }

  @Test
  void theIntervalIsTheCentralPartOfTheReplicates() {
    double[] replicates = new double[201];
    Arrays.setAll(replicates, i -> 200 - i);
    assertThat(PoissonBootstrap.percentiles(replicates)).isEqualTo(new Interval(5, 195));
    assertThat(PoissonBootstrap.percentiles(new double[0])).isNull();
  }

  private static double[] times(double observations) {
    double[] times = new double[10_000];
    for (int i = 0; i < times.length; i++) {
      times[i] = new PoissonBootstrap(i).times(observations);
    }
    return times;
  }
}
