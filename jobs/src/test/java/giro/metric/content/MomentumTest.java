package giro.metric.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import giro.model.measure.Interval;
import giro.model.measure.PoissonBootstrap;
import org.junit.jupiter.api.Test;

class MomentumTest {
  private static final Placebo.Pool POOL = new Placebo.Pool("all", 2_000, 500);

  private static Momentum momentum(long laps, long withLead) {
    ReadingLift lift = new ReadingLift();
    lift.add(new Placebo.Compared(laps, withLead, POOL));
    return Momentum.of(lift);
  }

  @Test
  void newLapsCountAsFarAsReadingBroughtThem() {
    Momentum momentum = momentum(800, 300);
    assertThat(momentum.value(12, 100)).as("1 - 200 / 300 of 12").isCloseTo(0.04, within(1e-9));
    assertThat(momentum.value(0, 100)).isZero();
    assertThat(momentum.value(0, 0)).as("no lap, no rate").isNull();
  }

  @Test
  void readingThatBringsNothingGivesNoMomentum() {
    assertThat(momentum(800, 150).value(12, 100)).isZero();
  }

  @Test
  void withNothingToCompareItIsUnknown() {
    Momentum unknown = Momentum.of(new ReadingLift());
    assertThat(unknown.value(12, 100)).isNull();
    assertThat(unknown.interval(100, new int[0], new double[0])).isNull();
  }

  @Test
  void theIntervalIsTheSameEachTimeAndHoldsTheFigure() {
    Momentum momentum = momentum(800, 300);
    int[] laps = {1, 1, 2, 1, 1, 1};
    double[] brought = {3, 1, 4, 2, 1, 1};
    Interval interval = momentum.interval(100, laps, brought);
    assertThat(interval).isEqualTo(momentum.interval(100, laps, brought));
    assertThat(interval.contains(0.04)).isTrue();
    assertThat(interval.low()).isGreaterThan(0);
  }

  @Test
  void noneBroughtStillLeavesRoomForSome() {
    Interval interval = momentum(800, 300).interval(100, new int[0], new double[0]);
    assertThat(interval.low()).isZero();
    assertThat(interval.high()).isBetween(0.01, 0.02);
  }

  @Test
  void holdsAPlantedTruth() {
    int held = 0;
    for (int world = 0; world < 300; world++) {
      PoissonBootstrap chance = new PoissonBootstrap(1_000_000 + world);
      long read = (long) (chance.times(120) + 0);
      ReadingLift lift = new ReadingLift();
      double lifted = chance.times(read * 0.375);
      long withLead = (long) lifted + (long) chance.times(680 * 0.375);
      lift.add(new Placebo.Compared(read + 680, withLead, POOL));
      int[] laps = new int[20];
      double[] brought = new double[20];
      for (int author = 0; author < laps.length; author++) {
        laps[author] = 1;
        brought[author] = chance.times(2);
      }
      Interval interval = Momentum.of(lift).interval(400, laps, brought);
      held += interval.contains(40.0 / 3 / 400) ? 1 : 0;
    }
    assertThat(held / 300.0).isBetween(0.90, 0.99);
  }
}
