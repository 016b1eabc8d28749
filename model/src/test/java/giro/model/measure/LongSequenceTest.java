package giro.model.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A shared device may bring one person 100,000 touches: work must grow with them, not with pairs.
 */
class LongSequenceTest {
  private static final int TOUCHES = 100_000;
  private static final long YEAR = 365L * 86_400_000_000L;
  private static final long LOOKS_PER_TOUCH = 400;

  private final TouchSequence touches = new TouchSequence();

  @ParameterizedTest
  @EnumSource(OrderMode.class)
  void manyOpeningTouchesAndNoEnd(OrderMode mode) {
    for (int i = 0; i < TOUCHES; i++) {
      touches.add(i, i % 3 == 2 ? 0 : 1 << (i % 3));
    }
    expectFewLooks(FunnelSpec.of(mode, 4, YEAR));
    expectFewLooks(FunnelSpec.of(mode, 4, YEAR).withOpenEntry().withOptional(1));
  }

  @ParameterizedTest
  @EnumSource(OrderMode.class)
  void touchesOfSeveralStepsAtRandom(OrderMode mode) {
    Random random = new Random(5);
    for (int i = 0; i < TOUCHES; i++) {
      touches.add(10L * i + random.nextInt(10), random.nextInt(16) & random.nextInt(16));
    }
    expectFewLooks(FunnelSpec.of(mode, 6, YEAR));
  }

  @Test
  void oneTimedTouchAnHourAndOneDateADay() {
    long day = 86_400_000_000L;
    for (int i = 0; i < TOUCHES; i++) {
      boolean isDate = i % 25 == 24;
      long start = isDate ? i / 25 * day : i / 25 * day + i % 25 * (day / 24);
      touches.add(start, isDate ? start + day : start, 1 << (i % 3), 0, true, 1);
    }
    expectFewLooks(FunnelSpec.of(OrderMode.ORDERED, 4, YEAR));
  }

  @Test
  void exclusionsThatNeverHit() {
    for (int i = 0; i < TOUCHES; i++) {
      touches.add(i, i, 1 << (i % 2), i == 0 ? 1 : 0, true, 1);
    }
    expectFewLooks(
        FunnelSpec.of(OrderMode.ORDERED, 3, YEAR).withExclusions(new Exclusion(0, 2, 0)));
  }

  private void expectFewLooks(FunnelSpec spec) {
    for (Counting counting : Counting.values()) {
      FunnelMatcher matcher = new FunnelMatcher(spec);
      List<Attempt> attempts = matcher.attempts(touches, counting);
      assertThat(attempts).isNotEmpty();
      assertThat(matcher.looks())
          .as("%s %s", spec.mode(), counting)
          .isLessThan(LOOKS_PER_TOUCH * TOUCHES);
    }
  }
}
