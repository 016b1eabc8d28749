package giro.model.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MeanIntervalTest {
  @Test
  void fiveNumbersByHand() {
    // 1 to 5: mean 3, s = sqrt(2.5), t of 4 degrees = 2.7764
    Interval interval = MeanInterval.of(5, 15, 55);
    assertThat(interval.low()).isEqualTo(3 - 2.7764451 * Math.sqrt(0.5), within(1e-6));
    assertThat(interval.high()).isEqualTo(3 + 2.7764451 * Math.sqrt(0.5), within(1e-6));
  }

  @Test
  void theExpansionGoesOnWhereTheTableEnds() {
    // Points as printed in tables of Student's t.
    assertThat(MeanInterval.t(31)).isEqualTo(2.0395134, within(1e-5));
    assertThat(MeanInterval.t(60)).isEqualTo(2.0002978, within(1e-6));
    assertThat(MeanInterval.t(120)).isEqualTo(1.9799304, within(1e-6));
    assertThat(MeanInterval.t(1_000_000_000L)).isEqualTo(1.959964, within(1e-6));
  }

  @Test
  void oneNumberHasNoIntervalAndEqualOnesHaveNoWidth() {
    assertThat(MeanInterval.of(0, 0, 0)).isNull();
    assertThat(MeanInterval.of(1, 4, 16)).isNull();
    assertThat(MeanInterval.of(3, 0.3, 0.03)).isNotNull();
    assertThat(MeanInterval.of(3, 12, 48)).isEqualTo(new Interval(4, 4));
  }
}
