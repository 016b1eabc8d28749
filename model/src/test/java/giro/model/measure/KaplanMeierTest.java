package giro.model.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KaplanMeierTest {
  @Test
  void theMedianOfThePublishedExampleOfRemissionTimes() {
    // Freireich and others (1963), weeks of remission of 21 patients under 6-MP, + censored; the
    // median of 23 weeks is printed with it wherever the example is.
    assertThat(
            median(
                "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+".split(" ")))
        .isEqualTo(23);
    // and of the 21 under placebo, none of them censored
    assertThat(median("1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23".split(" "))).isEqualTo(8);
  }

  @Test
  void halfThatIsNotReachedHasNoMedian() {
    assertThat(median("1", "5+", "6+")).isNull();
    assertThat(median("1+")).isNull();
    assertThat(median()).isNull();
  }

  @Test
  void exactlyHalfIsReached() {
    assertThat(median("1", "3")).isEqualTo(1);
    assertThat(median("1", "3+")).isEqualTo(1);
    assertThat(median("0", "0", "9+", "9+")).isEqualTo(0);
  }

  @Test
  void whoIsSeenLastWhenAnEventHappensWasStillAtRisk() {
    assertThat(median("2", "2+", "2+")).as("one of three").isNull();
    assertThat(median("1+", "2", "3")).as("one of two").isEqualTo(2);
  }

  private static Double median(String... told) {
    double[] durations = new double[told.length];
    boolean[] isEvent = new boolean[told.length];
    for (int i = 0; i < told.length; i++) {
      isEvent[i] = !told[i].endsWith("+");
      durations[i] = Double.parseDouble(told[i].replace("+", ""));
    }
    return KaplanMeier.median(durations, isEvent);
  }
}
