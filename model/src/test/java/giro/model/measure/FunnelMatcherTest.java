package giro.model.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FunnelMatcherTest {
  private static final int A = 1;
  private static final int B = 2;
  private static final int C = 4;
  private static final long DAY = 24;

  private final TouchSequence touches = new TouchSequence();

  @Test
  void otherTouchesMayStandBetweenOrderedSteps() {
    add(1, A).add(2, 0).add(3, B).add(4, A).add(5, C);
    Attempt attempt = unique(ordered(3, 100));
    assertThat(attempt.depth()).isEqualTo(3);
    assertThat(attempt.touchOfStep()).containsExactly(0, 2, 4);
  }

  @Test
  void theWindowRunsFromTheFirstStepEndIncluded() {
    add(0, A).add(5, B).add(10, C);
    assertThat(unique(ordered(3, 10)).depth()).isEqualTo(3);
    assertThat(unique(ordered(3, 9)).depth()).isEqualTo(2);
  }

  @Test
  void aLaterFirstStepOpensAnAttemptOfItsOwn() {
    add(0, A).add(8, A).add(12, B);
    assertThat(unique(ordered(2, 10)).touchOfStep()).containsExactly(1, 2);
  }

  @Test
  void uniqueTakesTheEarliestOfTheDeepestAttempts() {
    add(0, A).add(1, A).add(2, B);
    assertThat(unique(ordered(2, 10)).touchOfStep()).containsExactly(0, 2);
  }

  @Test
  void noFirstStepIsNoAttempt() {
    add(0, B).add(1, C);
    assertThat(attempts(ordered(3, 10), Counting.UNIQUE)).isEmpty();
    touches.clear();
    assertThat(attempts(ordered(3, 10), Counting.UNIQUE)).isEmpty();
  }

  @Test
  void oneTouchFillsOneStep() {
    add(0, A | B).add(1, C);
    assertThat(unique(ordered(3, 10)).depth()).isEqualTo(1);
  }

  @Test
  void touchesOfEqualTimeMatchInEitherOrder() {
    add(0, C).add(0, B).add(0, A);
    assertThat(unique(ordered(3, 10)).touchOfStep()).containsExactly(2, 1, 0);
  }

  @Test
  void depthIsNotGreedy() {
    // The first touch could fill B, but then none would be left for C.
    add(0, A).add(5, B | C).add(5, B);
    assertThat(unique(ordered(3, 10)).touchOfStep()).containsExactly(0, 2, 1);
  }

  @Test
  void aDateOnlyTouchMayComeBeforeAndAfterTheTouchesOfItsDay() {
    add(10, A).add(15, C);
    touches.add(0, DAY, B, 0, true, TouchSequence.NOTHING_HELD);
    assertThat(unique(ordered(3, 100)).touchOfStep()).containsExactly(0, 2, 1);
  }

  @Test
  void aStepComesAfterEveryEarlierStep() {
    // The date-only B may follow A, and C of the day before A may not, though B may precede C.
    touches.add(-10, -10, C, 0, true, 1);
    add(30, A);
    touches.add(24, 48, B, 0, true, 1);
    assertThat(unique(ordered(3, 100)).depth()).isEqualTo(2);
    add(29, C);
    assertThat(unique(ordered(3, 100)).depth()).as("29 is before A").isEqualTo(2);
  }

  @Test
  void timesMustRiseInStrictIncrease() {
    add(0, A).add(0, B).add(1, B);
    FunnelSpec spec = FunnelSpec.of(OrderMode.STRICT_INCREASE, 2, 10);
    assertThat(unique(spec).touchOfStep()).containsExactly(0, 2);
  }

  @Test
  void aLimitRunsFromTheLastFilledStepAndALaterTouchCanSaveTheNext() {
    add(0, A).add(1, B).add(9, B).add(12, C);
    FunnelSpec spec = ordered(3, 100).withWithin(2, 5);
    assertThat(unique(spec).touchOfStep()).containsExactly(0, 2, 3);
    assertThat(unique(ordered(3, 100).withWithin(2, 2)).depth()).isEqualTo(2);
  }

  @Test
  void anOptionalStepMayBeSkippedAndNeverDelaysARequiredOne() {
    FunnelSpec spec = ordered(3, 100).withOptional(1);
    add(0, A).add(2, C).add(3, B).add(4, C);
    assertThat(unique(spec).depth()).isEqualTo(2);
    assertThat(unique(spec).touchOfStep()).containsExactly(0, -1, 1);
    touches.clear();
    add(0, A).add(1, B).add(2, C);
    assertThat(unique(spec).touchOfStep()).containsExactly(0, 1, 2);
  }

  @Test
  void withAnOpenEntryAnAttemptMayStartAtAnyStep() {
    add(0, B).add(1, C);
    Attempt attempt = unique(ordered(3, 10).withOpenEntry());
    assertThat(attempt.entryStep()).isEqualTo(1);
    assertThat(attempt.depth()).isEqualTo(2);
    assertThat(attempt.touchOfStep()).containsExactly(-1, 0, 1);
  }

  @Test
  void anExclusionCutsTheAttemptAfterItsStep() {
    FunnelSpec spec = ordered(3, 100).withExclusions(new Exclusion(0, 1, 0));
    add(0, A);
    touches.add(1, 1, 0, 1, true, 1);
    add(2, B).add(3, C);
    Attempt attempt = unique(spec);
    assertThat(attempt.isExcluded()).isTrue();
    assertThat(attempt.excludedAtStep()).isZero();
    assertThat(attempt.touchOfStep()).containsExactly(0, -1, -1);
    assertThat(attempt.depth()).isEqualTo(1);
  }

  @Test
  void anExclusionCountsUntilTheDeadlineWhereTheNextStepWasNotReached() {
    FunnelSpec spec = ordered(2, 10).withExclusions(new Exclusion(0, 1, 0));
    add(0, A);
    touches.add(10, 10, 0, 1, true, 1);
    assertThat(unique(spec).isExcluded()).isTrue();
    assertThat(unique(spec.withWithin(1, 9)).isExcluded()).isFalse();
    assertThat(unique(spec.withWithin(1, 9)).deadlineMicros()).isEqualTo(9);
  }

  @Test
  void anAttemptIsFilledByTouchesOfItsHeldValueOnly() {
    touches.add(0, 0, A, 0, true, 7);
    touches.add(1, 1, B, 0, true, 8);
    touches.add(2, 2, A, 0, true, 0);
    assertThat(unique(ordered(2, 10)).depth()).isEqualTo(1);
    touches.add(3, 3, B, 0, true, 7);
    assertThat(unique(ordered(2, 10)).touchOfStep()).containsExactly(0, 3);
  }

  @Test
  void totalsCountAnAttemptOnlyAfterTheLastIsOver() {
    add(0, A).add(1, A).add(2, B).add(3, A).add(4, A).add(14, A);
    List<Attempt> attempts = attempts(ordered(2, 10), Counting.TOTALS);
    assertThat(attempts).extracting(a -> a.touchOfStep()[0]).containsExactly(0, 3, 5);
    assertThat(attempts).extracting(Attempt::depth).containsExactly(2, 1, 1);
  }

  @Test
  void aFunnelSaysWhatIsWrongWithIt() {
    assertThatThrownBy(() -> ordered(2, 10).withExclusions(new Exclusion(1, 1, 0)))
        .hasMessageContaining("exclusions between two steps in order");
    assertThatThrownBy(() -> ordered(1, 10).withOptional(0)).hasMessageContaining("required step");
    assertThatThrownBy(() -> ordered(0, 10)).hasMessageContaining("from 1 to 31 steps");
  }

  private FunnelMatcherTest add(long time, int mask) {
    touches.add(time, mask);
    return this;
  }

  private static FunnelSpec ordered(int steps, long window) {
    return FunnelSpec.of(OrderMode.ORDERED, steps, window);
  }

  private List<Attempt> attempts(FunnelSpec spec, Counting counting) {
    return new FunnelMatcher(spec).attempts(touches, counting);
  }

  private Attempt unique(FunnelSpec spec) {
    List<Attempt> attempts = attempts(spec, Counting.UNIQUE);
    assertThat(attempts).hasSize(1);
    return attempts.get(0);
  }
}
