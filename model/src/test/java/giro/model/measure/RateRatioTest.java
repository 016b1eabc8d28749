package giro.model.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RateRatioTest {
  @Test
  void anExactBaseOnlyScalesWilsonsInterval() {
    Interval wilson = Wilson.interval(30, 100);
    Interval ratio = RateRatio.interval(30, 100, 0.25, 0);
    assertThat(ratio.low()).isCloseTo(wilson.low() / 0.25, within(1e-9));
    assertThat(ratio.high()).isCloseTo(wilson.high() / 0.25, within(1e-9));
  }

  @Test
  void anUncertainBaseWidensIt() {
    Interval exact = RateRatio.interval(30, 100, 0.25, 0);
    Interval uncertain = RateRatio.interval(30, 100, 0.25, 0.03);
    assertThat(uncertain.low()).isLessThan(exact.low());
    assertThat(uncertain.high()).isGreaterThan(exact.high());
  }

  @Test
  void nothingComparedGivesNoInterval() {
    assertThat(RateRatio.interval(0, 0, 0.2, 0.1)).isNull();
    assertThat(RateRatio.interval(1, 5, 0, 0.1)).isNull();
  }

  @Test
  void holdsTheTruthInAboutNineteenOfTwentyCases() {
    SplittableRandom random = new SplittableRandom(7);
    int held = 0;
    for (int i = 0; i < 2_000; i++) {
      int own = drawn(random, 80, 0.36);
      int base = drawn(random, 200, 0.24);
      double rate = base / 200.0;
      Interval ratio = RateRatio.interval(own, 80, rate, Math.sqrt(rate * (1 - rate) / 200));
      held += ratio.contains(0.36 / 0.24) ? 1 : 0;
    }
    assertThat(held / 2_000.0).isBetween(0.935, 0.97);
  }

  private static int drawn(SplittableRandom random, int n, double p) {
    int drawn = 0;
    for (int i = 0; i < n; i++) {
      drawn += random.nextDouble() < p ? 1 : 0;
    }
    return drawn;
  }
}
