package giro.journey;

import static giro.model.domain.Moment.FMOT;
import static giro.model.domain.Moment.NONE;
import static giro.model.domain.Moment.SMOT;
import static giro.model.domain.Moment.UMOT;
import static giro.model.domain.Moment.ZMOT;
import static org.assertj.core.api.Assertions.assertThat;

import giro.model.domain.Moment;
import java.lang.management.ManagementFactory;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/**
 * A tablet or a fleet that passes for one person must not stop the night: ten times the touches
 * cost about ten times the work. Quadratic work would be a hundred times; the bound between the two
 * leaves room for sorting, caches and a busy machine.
 */
class HeavyPersonTest {
  private static final int FEW = 10_000;
  private static final int MANY = 100_000;

  @Test
  void touchesOfOneCar() {
    Moment[] moments = {ZMOT, NONE, SMOT, UMOT, Moment.STIMULUS};
    assertWorkGrowsWithTouches(
        touches -> {
          Story story =
              Story.person().on(0, "order", FMOT).acquires().on(1, "car", SMOT).delivers();
          for (int i = 0; i < touches; i++) {
            story.on(2 + i / 50, "e" + i, moments[i % moments.length]);
          }
          return story;
        });
  }

  @Test
  void tripsOfOneAccess() {
    assertWorkGrowsWithTouches(
        touches -> {
          Story story = Story.person();
          for (int i = 0; i < touches; i++) {
            story.on(i / 50, "e" + i, SMOT).acquires("sharing").vin("V" + i);
          }
          return story;
        });
  }

  @Test
  void cancellationsThatFindNoCar() {
    assertWorkGrowsWithTouches(
        touches -> {
          Story story = Story.person();
          for (int i = 0; i < touches; i++) {
            story.on(i / 50, "e" + i, NONE).cancels().order("O" + i);
          }
          return story;
        });
  }

  @Test
  void ordersEachCancelled() {
    assertWorkGrowsWithTouches(
        touches -> {
          Story story = Story.person();
          for (int i = 0; i < touches; i += 2) {
            story.on(i / 50, "a" + i, FMOT).acquires().order("O" + i);
            story.on(i / 50, "c" + i, NONE).cancels().order("O" + i);
          }
          return story;
        });
  }

  private static void assertWorkGrowsWithTouches(IntFunction<Story> tell) {
    Story few = tell.apply(FEW);
    Story many = tell.apply(MANY);
    leastNanos(few);
    assertThat(leastNanos(many)).isLessThan(50 * leastNanos(few));
  }

  private static long leastNanos(Story story) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      Told told = story.told();
      PairTimes pairs = new PairTimes(told.touches());
      told.laps().forEach(pairs::of);
      least =
          Math.min(least, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
    }
    return least;
  }
}
