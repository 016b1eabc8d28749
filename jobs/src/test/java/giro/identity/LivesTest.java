package giro.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LivesTest {
  private static final long LOOKBACK = 800;

  @Test
  void theTouchThatEndsALifeStillBelongsToIt() {
    Lives lives = Lives.of(Map.of("car", new long[] {10, 20}));
    assertThat(lives.at("car", 9)).isZero();
    assertThat(lives.at("car", 10)).isZero();
    assertThat(lives.at("car", 11)).isEqualTo(1);
    assertThat(lives.at("car", 21)).isEqualTo(2);
    assertThat(lives.at("other", 21)).isZero();
  }

  @Test
  void twoReasonsToEndALifeAtOnceEndItOnce() {
    Lives sold = Lives.of(Map.of("car", new long[] {10}));
    Lives both = sold.with(Lives.of(Map.of("car", new long[] {10, 30}, "phone", new long[] {5})));
    assertThat(both.at("car", 31)).isEqualTo(2);
    assertThat(both.at("phone", 6)).isEqualTo(1);
  }

  @Test
  void anAbsenceAsLongAsTheLookBackEndsNothing() {
    assertThat(Lives.ends(new long[] {0, 800, 1601}, LOOKBACK)).containsExactly(800);
  }

  @Test
  void noAbsenceIsOverlooked() {
    int suspected = 0;
    for (int seed = 0; seed < 20_000; seed++) {
      Random random = new Random(seed);
      long[] times =
          random
              .longs(1 + random.nextInt(12), -2_000, 2_000 + random.nextInt(9_000))
              .sorted()
              .toArray();
      long parts = 0;
      for (long time : times) {
        parts |= 1L << Lives.part(time, LOOKBACK);
      }
      boolean mayHave = Lives.mayHaveGap(times[0], times[times.length - 1], parts, LOOKBACK);
      if (Lives.ends(times, LOOKBACK).length > 0) {
        assertThat(mayHave).as("seed %d", seed).isTrue();
      } else if (mayHave) {
        suspected++;
      }
    }
    assertThat(suspected).as("looked at without need").isLessThan(2_000);
  }
}
