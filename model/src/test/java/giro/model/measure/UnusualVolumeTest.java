package giro.model.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class UnusualVolumeTest {
  private static final UnusualVolume JUDGE = new UnusualVolume(84, 28, 5);

  @Test
  void nothingIsJudgedWithoutAPast() {
    double[] values = new double[35];
    values[10] = 1_000;
    UnusualVolume.Day[] days = JUDGE.judge(values, UnusualVolume.unit(1, 35));
    assertThat(days[10].baseline()).isNull();
    assertThat(days[10].isUnusual()).isFalse();
    assertThat(days[34].baseline()).as("28 days before its week").isNotNull();
  }

  @Test
  void aQuietSeriesNeedsMoreThanOneVoiceToBeUnusual() {
    double[] values = new double[100];
    values[70] = 1;
    values[90] = 8;
    UnusualVolume.Day[] days = JUDGE.judge(values, UnusualVolume.unit(1, 100));
    assertThat(days[70].isUnusual()).isFalse();
    assertThat(days[90].isUnusual()).isTrue();
  }

  @Test
  void aBusyWeekdayIsNotUnusual() {
    double[] values = new double[140];
    Arrays.setAll(values, day -> day % 7 == 1 ? 30 : 5);
    UnusualVolume.Day[] days = JUDGE.judge(values, UnusualVolume.unit(1, 140));
    assertThat(days[134].baseline()).isGreaterThan(2 * days[133].baseline());
    assertThat(Arrays.stream(days).anyMatch(UnusualVolume.Day::isUnusual)).isFalse();
  }

  @Test
  void aCrisisDoesNotHideTheNext() {
    double[] values = new double[150];
    Arrays.fill(values, 2);
    values[90] = 60;
    values[91] = 60;
    values[120] = 20;
    UnusualVolume.Day[] days = JUDGE.judge(values, UnusualVolume.unit(1, 150));
    assertThat(days[90].isUnusual()).isTrue();
    assertThat(days[120].isUnusual()).isTrue();
  }

  @Test
  void findsPlantedCrisesAndKeepsQuietOtherwise() {
    SplittableRandom random = new SplittableRandom(11);
    int found = 0;
    int falseAlarms = 0;
    double[] rates = {0.05, 0.3, 1, 4};
    for (int series = 0; series < 40; series++) {
      double rate = rates[series % rates.length];
      int crisis = 400 + random.nextInt(300);
      double[] values = new double[730];
      for (int day = 0; day < values.length; day++) {
        double season = day % 7 < 2 ? 1.5 : 0.8;
        boolean isCrisis = day >= crisis && day < crisis + 3;
        values[day] = voices(random, rate * season + (isCrisis ? 5 + 3 * rate : 0));
      }
      UnusualVolume.Day[] days = JUDGE.judge(values, UnusualVolume.unit(25, values.length));
      found += unusual(days, crisis, crisis + 3) > 0 ? 1 : 0;
      falseAlarms += unusual(days, 0, crisis) + unusual(days, crisis + 6, days.length);
    }
    assertThat(found).as("of 40").isGreaterThanOrEqualTo(38);
    assertThat(falseAlarms / (40.0 * 2)).as("a series and year").isLessThan(0.3);
  }

  private static int unusual(UnusualVolume.Day[] days, int from, int until) {
    return (int) Arrays.stream(days, from, until).filter(UnusualVolume.Day::isUnusual).count();
  }

  /** The roots of as many log-normal reaches as chance brings. */
  private static double voices(SplittableRandom random, double mean) {
    double limit = Math.exp(-mean);
    double product = random.nextDouble();
    double sum = 0;
    while (product > limit) {
      sum += Math.sqrt(150 * Math.exp(1.4 * random.nextGaussian()));
      product *= random.nextDouble();
    }
    return sum;
  }
}
