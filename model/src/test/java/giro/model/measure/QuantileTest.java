package giro.model.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class QuantileTest {
  @Test
  void interpolatesBetweenTheTwoNearest() {
    double[] hours = {1, 2, 4, 8};
    assertThat(Quantile.median(hours)).isEqualTo(3);
    assertThat(Quantile.p90(hours)).isCloseTo(6.8, within(1e-12));
    assertThat(Quantile.of(hours, 0)).isEqualTo(1);
    assertThat(Quantile.of(hours, 1)).isEqualTo(8);
  }

  @Test
  void takesTheMiddleOfAnOddNumber() {
    assertThat(Quantile.median(new double[] {1, 5, 100})).isEqualTo(5);
  }

  @Test
  void oneValueIsEveryQuantile() {
    assertThat(Quantile.p90(new double[] {7})).isEqualTo(7);
  }

  @Test
  void noValueHasNoQuantile() {
    assertThat(Quantile.median(new double[0])).isNull();
  }

  @Test
  void refusesSharesOutsideZeroToOne() {
    assertThatThrownBy(() -> Quantile.of(new double[] {1}, 1.1)).hasMessageContaining("1.1");
    assertThatThrownBy(() -> Quantile.of(new double[] {1}, Double.NaN)).hasMessageContaining("NaN");
  }
}
