package giro.model.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FallingMeanTest {
  private static final FallingMean JUDGE = new FallingMean(28, 4);

  @Test
  void tooFewRatingsAreNotJudged() {
    FallingMean.Day[] days = JUDGE.judge(new long[] {5}, new double[] {5}, new double[] {5});
    assertThat(days[0]).isEqualTo(new FallingMean.Day(null, null, 0));
  }

  @Test
  void aFallFromFourToTwoIsSeenWithinItsFirstDozenRatings() {
    FallingMean.Day[] days = judge(day -> day < 200 ? 4 : 2);
    assertThat(Arrays.stream(days, 0, 200).anyMatch(FallingMean.Day::isUnusual)).isFalse();
    assertThat(Arrays.stream(days, 200, 228).anyMatch(FallingMean.Day::isUnusual)).isTrue();
  }

  @Test
  void aRiseIsNoAlert() {
    FallingMean.Day[] days = judge(day -> day < 200 ? 2 : 5);
    assertThat(Arrays.stream(days).anyMatch(FallingMean.Day::isUnusual)).isFalse();
  }

  @Test
  void chanceAloneSeldomAlarms() {
    int alarms = 0;
    for (int series = 0; series < 40; series++) {
      SplittableRandom random = new SplittableRandom(series);
      alarms +=
          (int)
              Arrays.stream(judge(day -> random.nextDouble() < 0.25 ? 1 + random.nextInt(3) : 5))
                  .filter(FallingMean.Day::isUnusual)
                  .count();
    }
    assertThat(alarms).as("days in 40 series of 2 years").isLessThan(20);
  }

  private static FallingMean.Day[] judge(java.util.function.IntToDoubleFunction rating) {
    long[] n = new long[730];
    double[] sum = new double[730];
    double[] squares = new double[730];
    for (int day = 0; day < n.length; day++) {
      double rated = rating.applyAsDouble(day);
      n[day] = 1;
      sum[day] = rated;
      squares[day] = rated * rated;
    }
    return JUDGE.judge(n, sum, squares);
  }
}
