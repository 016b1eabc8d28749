package giro.model.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DifferenceIntervalTest {
  /** The first example of Newcombe's table II: 56/70 against 48/80, method 10. */
  @Test
  void isNewcombesForTwoShares() {
    Interval interval =
        DifferenceInterval.of(
            56 / 70.0, Wilson.interval(56, 70), 48 / 80.0, Wilson.interval(48, 80));
    assertThat(interval.low()).isCloseTo(0.0524, within(5e-5));
    assertThat(interval.high()).isCloseTo(0.3339, within(5e-5));
  }

  @Test
  void isUnknownWhereAPartIs() {
    assertThat(DifferenceInterval.of(0.5, null, 0.2, new Interval(0.1, 0.3))).isNull();
  }
}
