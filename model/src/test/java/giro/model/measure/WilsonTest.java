package giro.model.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WilsonTest {
  /** Newcombe, Statistics in Medicine 17 (1998), table I, method 3. */
  @Test
  void givesThePublishedIntervals() {
    expect(81, 263, 0.2553, 0.3662);
    expect(15, 148, 0.0624, 0.1605);
    expect(0, 20, 0.0000, 0.1611);
    expect(1, 29, 0.0061, 0.1718);
  }

  @Test
  void mirrorsSuccessesAndFailures() {
    Interval few = Wilson.interval(3, 40);
    Interval many = Wilson.interval(37, 40);
    assertThat(many.low()).isCloseTo(1 - few.high(), within(1e-15));
    assertThat(many.high()).isCloseTo(1 - few.low(), within(1e-15));
  }

  @Test
  void touchesTheEndsExactly() {
    assertThat(Wilson.interval(0, 7).low()).isZero();
    assertThat(Wilson.interval(7, 7).high()).isEqualTo(1);
  }

  @Test
  void hasNothingToSayAboutNobody() {
    assertThat(Wilson.interval(0, 0)).isNull();
  }

  @Test
  void refusesMoreSuccessesThanTrials() {
    assertThatThrownBy(() -> Wilson.interval(3, 2)).hasMessageContaining("3 successes in 2");
    assertThatThrownBy(() -> Wilson.interval(-1, 2)).hasMessageContaining("-1 successes");
  }

  private static void expect(long successes, long n, double low, double high) {
    Interval interval = Wilson.interval(successes, n);
    assertThat(interval.low()).isCloseTo(low, within(5e-5));
    assertThat(interval.high()).isCloseTo(high, within(5e-5));
  }
}
