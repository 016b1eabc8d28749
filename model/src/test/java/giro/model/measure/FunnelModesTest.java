package giro.model.measure;

import static giro.model.measure.OrderMode.ADJACENT;
import static giro.model.measure.OrderMode.ANY_ORDER;
import static giro.model.measure.OrderMode.STRICT_DEDUP;
import static giro.model.measure.OrderMode.STRICT_ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Journeys spelled as letters, a touch an hour: A, B, C fill steps; x none; a dot is no moment. */
class FunnelModesTest {
  private static final int STEPS = 3;

  @Test
  void adjacentStepsAreTheVeryNextTouches() {
    assertThat(depth(ADJACENT, "ABC")).isEqualTo(3);
    assertThat(depth(ADJACENT, "ABxC")).isEqualTo(2);
    assertThat(depth(ADJACENT, "AxBC")).isEqualTo(1);
    assertThat(depth(ADJACENT, "AABC")).as("the second A opens its own").isEqualTo(3);
  }

  @Test
  void adjacentPassesOverWhatIsNoMoment() {
    assertThat(depth(ADJACENT, "A.B..C")).isEqualTo(3);
  }

  @Test
  void strictOrderPassesOverRepeatsButNotOfTheFirstStep() {
    assertThat(depth(STRICT_ORDER, "ABBBC")).isEqualTo(3);
    assertThat(depth(STRICT_ORDER, "ABAC")).isEqualTo(2);
    assertThat(depth(STRICT_ORDER, "ABxC")).isEqualTo(2);
    assertThat(depth(STRICT_ORDER, "ACBC")).as("C is any other touch").isEqualTo(1);
    assertThat(depth(STRICT_ORDER, "A.BC")).as("only adjacent passes it over").isEqualTo(1);
  }

  @Test
  void strictDedupEndsAtARepeatAndPassesOverTheRest() {
    assertThat(depth(STRICT_DEDUP, "AxxBxC")).isEqualTo(3);
    assertThat(depth(STRICT_DEDUP, "ABBC")).isEqualTo(2);
    assertThat(depth(STRICT_DEDUP, "ABAC")).isEqualTo(2);
    assertThat(depth(STRICT_DEDUP, "ACBC")).as("C is not filled yet").isEqualTo(3);
  }

  @Test
  void anyOrderCountsDistinctStepsWhateverTheirOrder() {
    assertThat(depth(ANY_ORDER, "CxBA")).isEqualTo(3);
    assertThat(depth(ANY_ORDER, "CCBB")).isEqualTo(2);
    Attempt attempt = attempts(ANY_ORDER, "CBA", Counting.UNIQUE).get(0);
    assertThat(attempt.entryStep()).isEqualTo(2);
    assertThat(attempt.touchOfStep()).containsExactly(2, 1, 0);
  }

  @Test
  void anyOrderTakesNeitherExclusionsNorLimits() {
    FunnelSpec spec = FunnelSpec.of(ANY_ORDER, STEPS, 10);
    assertThatThrownBy(() -> spec.withExclusions(new Exclusion(0, 1, 0)))
        .hasMessageContaining("no exclusions in any order");
    assertThatThrownBy(() -> spec.withWithin(1, 5)).hasMessageContaining("no step limits");
  }

  @Test
  void totalsOpenAgainOnceTheLastAttemptWasEnded() {
    assertThat(openings(STRICT_ORDER, "ABAxAC")).containsExactly(0, 2, 4);
    assertThat(openings(ADJACENT, "ABxABC")).containsExactly(0, 3);
    assertThat(openings(STRICT_DEDUP, "AABCABC")).containsExactly(0, 1, 4);
    assertThat(openings(OrderMode.ORDERED, "AABAC")).as("A at 1 and 3 wait").containsExactly(0);
  }

  @Test
  void totalsOpenAgainAfterAnExclusion() {
    TouchSequence touches = new TouchSequence();
    touches.add(0, 1);
    touches.add(1, 1);
    touches.add(2, 2, 0, 1, true, TouchSequence.NOTHING_HELD);
    touches.add(3, 1);
    touches.add(4, 2);
    FunnelSpec spec =
        FunnelSpec.of(OrderMode.ORDERED, 2, 100).withExclusions(new Exclusion(0, 1, 0));
    List<Attempt> attempts = new FunnelMatcher(spec).attempts(touches, Counting.TOTALS);
    assertThat(attempts).extracting(Attempt::isExcluded).containsExactly(true, false);
    assertThat(attempts).extracting(Attempt::depth).containsExactly(1, 2);
    assertThat(new FunnelMatcher(spec).attempts(touches, Counting.UNIQUE))
        .as("the later attempt got further than the excluded one")
        .extracting(Attempt::depth)
        .containsExactly(2);
  }

  @Test
  void totalsCountEachHeldValueOnItsOwn() {
    TouchSequence touches = new TouchSequence();
    touches.add(0, 0, 1, 0, true, 5);
    touches.add(1, 1, 1, 0, true, 6);
    touches.add(2, 2, 2, 0, true, 6);
    FunnelSpec spec = FunnelSpec.of(OrderMode.ORDERED, 2, 100);
    assertThat(new FunnelMatcher(spec).attempts(touches, Counting.TOTALS))
        .extracting(Attempt::depth)
        .containsExactly(1, 2);
    assertThat(new FunnelMatcher(spec).attempts(touches, Counting.UNIQUE))
        .extracting(Attempt::depth)
        .containsExactly(2);
  }

  @Test
  void aMatcherCarriesNothingFromOneUnitToTheNext() {
    FunnelMatcher matcher = new FunnelMatcher(FunnelSpec.of(OrderMode.ORDERED, STEPS, 100));
    assertThat(matcher.attempts(journey("ABC"), Counting.UNIQUE)).hasSize(1);
    assertThat(matcher.attempts(journey("BC"), Counting.UNIQUE)).isEmpty();
    assertThat(matcher.attempts(journey("AC"), Counting.UNIQUE))
        .extracting(Attempt::depth)
        .containsExactly(1);
  }

  private static int depth(OrderMode mode, String letters) {
    return attempts(mode, letters, Counting.UNIQUE).get(0).depth();
  }

  private static List<Integer> openings(OrderMode mode, String letters) {
    return attempts(mode, letters, Counting.TOTALS).stream()
        .map(a -> a.touchOfStep()[a.entryStep()])
        .toList();
  }

  private static List<Attempt> attempts(OrderMode mode, String letters, Counting counting) {
    FunnelSpec spec = FunnelSpec.of(mode, STEPS, 100);
    return new FunnelMatcher(spec).attempts(journey(letters), counting);
  }

  private static TouchSequence journey(String letters) {
    TouchSequence touches = new TouchSequence();
    for (int i = 0; i < letters.length(); i++) {
      int step = "ABC".indexOf(letters.charAt(i));
      touches.add(i, i, step < 0 ? 0 : 1 << step, 0, letters.charAt(i) != '.', 1);
    }
    return touches;
  }
}
