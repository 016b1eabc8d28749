package giro.model.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OddsRatioTest {
  @Test
  void theIntervalIsWoolfs() {
    // 20 of 100 against 10 of 100: log 2.25, standard error sqrt(1/20 + 1/80 + 1/10 + 1/90)
    OddsRatio odds = OddsRatio.of(20, 80, 10, 90);
    double error = Math.sqrt(1 / 20.0 + 1 / 80.0 + 1 / 10.0 + 1 / 90.0);
    assertThat(odds.ratio()).isCloseTo(2.25, within(1e-12));
    assertThat(odds.low()).isCloseTo(2.25 * Math.exp(-1.959963984540054 * error), within(1e-12));
    assertThat(odds.high()).isCloseTo(2.25 * Math.exp(1.959963984540054 * error), within(1e-12));
  }

  @Test
  void aZeroGetsAHalfAndSoDoTheOthers() {
    assertThat(OddsRatio.of(0, 10, 5, 5).ratio())
        .isCloseTo(0.5 * 5.5 / (10.5 * 5.5), within(1e-12));
  }

  @Test
  void swappingTheGroupsTurnsTheRatioOver() {
    OddsRatio odds = OddsRatio.of(7, 3, 4, 9);
    OddsRatio swapped = OddsRatio.of(4, 9, 7, 3);
    assertThat(odds.ratio() * swapped.ratio()).isCloseTo(1, within(1e-12));
    assertThat(odds.low() * swapped.high()).isCloseTo(1, within(1e-12));
  }

  @Test
  void countsAreNotNegative() {
    assertThatThrownBy(() -> OddsRatio.of(-1, 1, 1, 1)).hasMessageContaining("negative");
  }
}
