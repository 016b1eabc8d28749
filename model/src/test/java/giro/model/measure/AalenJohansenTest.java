package giro.model.measure;

import static giro.model.measure.AalenJohansen.CENSORED;
import static giro.model.measure.AalenJohansen.COMPETING;
import static giro.model.measure.AalenJohansen.EVENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AalenJohansenTest {
  /**
   * Weeks in remission under 6-MP, censored ones negative: E. J. Freireich and others, Blood 21
   * (1963), 699-716; reprinted in Cox and Oakes, "Analysis of Survival Data", 1984, table 1.1.
   */
  private static final int[] REMISSION = {
    6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35
  };

  @Test
  void agreesWithTheKaplanMeierTableOfTheLeukemiaTrial() {
    // Survival and log-log limits as Stata's "sts list" and R's conf.type "log-log" print them.
    expectSurvival(6, 0.8571, 0.6197, 0.9516);
    expectSurvival(7, 0.8067, 0.5631, 0.9228);
    expectSurvival(10, 0.7529, 0.5032, 0.8894);
    expectSurvival(13, 0.6902, 0.4316, 0.8491);
    expectSurvival(16, 0.6275, 0.3675, 0.8049);
    expectSurvival(22, 0.5378, 0.2678, 0.7468);
    expectSurvival(23, 0.4482, 0.1881, 0.6801);
  }

  @Test
  void isExactlyOneMinusKaplanMeierWithoutCompetingEvents() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      int n = 1 + random.nextInt(300);
      long[] durations = random.longs(n, 0, 40).toArray();
      byte[] codes = codes(random, n, 2);
      long horizon = random.nextInt(45);
      assertThat(AalenJohansen.at(durations, codes, horizon).incidence())
          .isCloseTo(1 - kaplanMeier(durations, codes, horizon), within(1e-12));
    }
  }

  /**
   * J. M. Satagopan and others, "A note on competing risks in survival data analysis", British
   * Journal of Cancer 91 (2004), 1229-1235, table 2: 305 women, deaths of breast cancer the event.
   */
  @Test
  void agreesWithThePublishedCompetingRisksTable() {
    long[] months = new long[305];
    byte[] codes = new byte[305];
    Arrays.fill(months, 60);
    long[] first = {7, 10, 14, 16, 18, 23, 24, 26, 27};
    byte[] status = {0, EVENT, 0, EVENT, COMPETING, EVENT, 0, COMPETING, EVENT};
    System.arraycopy(first, 0, months, 0, first.length);
    System.arraycopy(status, 0, codes, 0, status.length);
    // The paper rounds each step to 0.3 % before it adds them up, so the steps are compared.
    double before = 0;
    for (long month : new long[] {10, 16, 23, 27}) {
      double incidence = AalenJohansen.at(months, codes, month).incidence();
      assertThat(incidence - before).as("month %d", month).isCloseTo(0.003, within(0.0005));
      before = incidence;
    }
    assertThat(before).isEqualTo(AalenJohansen.at(months, codes, 60).incidence());
  }

  /**
   * Worked by hand. Six enter: event at 1, competing at 2, censored at 3, event at 4, competing at
   * 5, event at 6. Survival before each: 1, 5/6, 2/3, 2/3, 4/9, 2/9. So the incidence is 1/6 after
   * 1, + 2/3 x 1/3 = 7/18 after 4, + 2/9 x 1 = 11/18 after 6; the competing one is the other 7/18.
   */
  @Test
  void addsEachEventOnceWeightedByTheSurvivalBeforeIt() {
    long[] durations = {1, 2, 3, 4, 5, 6};
    byte[] codes = {EVENT, COMPETING, CENSORED, EVENT, COMPETING, EVENT};
    assertThat(AalenJohansen.at(durations, codes, 3).incidence()).isEqualTo(1 / 6.0, within(1e-12));
    assertThat(AalenJohansen.at(durations, codes, 4).incidence()).isEqualTo(7 / 18., within(1e-12));
    assertThat(AalenJohansen.at(durations, codes, 6).incidence())
        .isEqualTo(11 / 18., within(1e-12));
    byte[] swapped = {COMPETING, EVENT, CENSORED, COMPETING, EVENT, COMPETING};
    assertThat(AalenJohansen.at(durations, swapped, 6).incidence())
        .isEqualTo(7 / 18., within(1e-12));
  }

  @Test
  void hasTheBinomialVarianceWhereNobodyIsCensored() {
    // Then the estimate is the plain share x / n, whose variance is known: F (1 - F) / n.
    Random random = new Random(11);
    for (int round = 0; round < 100; round++) {
      int n = 5 + random.nextInt(200);
      long[] durations = random.longs(n, 0, 60).toArray();
      byte[] codes = codes(random, n, 2);
      for (int i = 0; i < n; i++) {
        codes[i]++;
      }
      long x = 0;
      for (int i = 0; i < n; i++) {
        x += codes[i] == EVENT && durations[i] <= 30 ? 1 : 0;
      }
      if (x == 0) {
        continue;
      }
      double share = (double) x / n;
      double error = Math.sqrt(share / n / (1 - share)) / -Math.log1p(-share);
      Incidence incidence = AalenJohansen.at(durations, codes, 30);
      assertThat(incidence.incidence()).isCloseTo(share, within(1e-12));
      assertThat(incidence.interval().low())
          .isCloseTo(1 - Math.pow(1 - share, Math.exp(-1.959963984540054 * error)), within(1e-10));
      assertThat(incidence.interval().high())
          .isCloseTo(1 - Math.pow(1 - share, Math.exp(1.959963984540054 * error)), within(1e-10));
    }
  }

  @Test
  void placesEventsBeforeCensoringsAtTheSameTime() {
    long[] durations = {5, 5};
    byte[] codes = {CENSORED, EVENT};
    assertThat(AalenJohansen.at(durations, codes, 5).incidence()).isEqualTo(0.5);
  }

  @Test
  void countsAnEventAtTheHorizonAndNoneAfter() {
    long[] durations = {10, 11};
    byte[] codes = {EVENT, EVENT};
    Incidence incidence = AalenJohansen.at(durations, codes, 10);
    assertThat(incidence.incidence()).isEqualTo(0.5);
    assertThat(incidence.atMicros()).isEqualTo(10);
  }

  @Test
  void isReadAtTheLongestFollowUpWhereThatIsShorter() {
    long[] durations = {3, 8};
    byte[] codes = {EVENT, CENSORED};
    assertThat(AalenJohansen.at(durations, codes, 100).atMicros()).isEqualTo(8);
  }

  @Test
  void givesWilsonOnThoseWhoEnteredAtNoneAndAtAll() {
    long[] durations = {4, 5, 6};
    byte[] none = {CENSORED, COMPETING, CENSORED};
    byte[] all = {EVENT, EVENT, EVENT};
    assertThat(AalenJohansen.at(durations, none, 9).interval()).isEqualTo(Wilson.interval(0, 3));
    assertThat(AalenJohansen.at(durations, all, 9).interval()).isEqualTo(Wilson.interval(3, 3));
  }

  @Test
  void nobodyEnteredHasNoIncidence() {
    assertThat(AalenJohansen.at(new long[0], new byte[0], 9)).isNull();
  }

  @Test
  void refusesWhatCannotBeADurationOrACode() {
    assertThatThrownBy(() -> AalenJohansen.at(new long[] {-1}, new byte[1], 1))
        .hasMessageContaining("duration -1");
    assertThatThrownBy(() -> AalenJohansen.at(new long[1], new byte[] {3}, 1))
        .hasMessageContaining("code 3");
    assertThatThrownBy(() -> AalenJohansen.at(new long[2], new byte[1], 1))
        .hasMessageContaining("2 durations and 1 codes");
  }

  @Test
  void isFitForMillionsOfEntries() {
    Random random = new Random(3);
    int n = 2_000_000;
    long[] durations = random.longs(n, 0, 180L * 86_400_000_000L).toArray();
    byte[] codes = codes(random, n, 3);
    Incidence incidence = AalenJohansen.at(durations, codes, 90L * 86_400_000_000L);
    assertThat(incidence.interval().contains(incidence.incidence())).isTrue();
    assertThat(incidence.interval().high() - incidence.interval().low()).isLessThan(0.002);
    assertThat(durations[0]).as("arguments stay as they are").isNotZero();
  }

  private static void expectSurvival(int week, double survival, double low, double high) {
    long[] weeks = Arrays.stream(REMISSION).mapToLong(Math::abs).toArray();
    byte[] codes = new byte[REMISSION.length];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = REMISSION[i] > 0 ? EVENT : CENSORED;
    }
    Incidence incidence = AalenJohansen.at(weeks, codes, week);
    assertThat(1 - incidence.incidence()).isCloseTo(survival, within(5e-5));
    assertThat(1 - incidence.interval().high()).isCloseTo(low, within(6e-5));
    assertThat(1 - incidence.interval().low()).isCloseTo(high, within(6e-5));
  }

  private static double kaplanMeier(long[] durations, byte[] codes, long horizon) {
    double survival = 1;
    for (long time : Arrays.stream(durations).filter(t -> t <= horizon).distinct().toArray()) {
      int atRisk = 0;
      int events = 0;
      for (int i = 0; i < durations.length; i++) {
        atRisk += durations[i] >= time ? 1 : 0;
        events += durations[i] == time && codes[i] == EVENT ? 1 : 0;
      }
      survival *= 1 - (double) events / atRisk;
    }
    return survival;
  }

  private static byte[] codes(Random random, int n, int kinds) {
    byte[] codes = new byte[n];
    for (int i = 0; i < n; i++) {
      codes[i] = (byte) random.nextInt(kinds);
    }
    return codes;
  }
}
