package giro.model.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class OrderedAgainstBruteForceTest {
  private static final int ROUNDS = 30_000;

  @Test
  void instantsWithTies() {
    compare(new Random(1), OrderMode.ORDERED, 0);
  }

  @Test
  void datesAndUncertainTimes() {
    compare(new Random(2), OrderMode.ORDERED, 40);
  }

  @Test
  void risingTimes() {
    compare(new Random(3), OrderMode.STRICT_INCREASE, 25);
  }

  private static void compare(Random random, OrderMode mode, int percentSpans) {
    TouchSequence touches = new TouchSequence();
    for (int round = 0; round < ROUNDS; round++) {
      FunnelSpec spec = RandomFunnels.spec(random, mode);
      RandomFunnels.fill(touches, random, spec, percentSpans);
      Attempt expected = expected(spec, touches);
      var found = new FunnelMatcher(spec).attempts(touches, Counting.UNIQUE);
      String story =
          "round %d: %s on %s"
              .formatted(round, RandomFunnels.text(spec), RandomFunnels.text(touches));
      if (expected == null) {
        assertThat(found).as(story).isEmpty();
        continue;
      }
      assertThat(found).as(story).hasSize(1);
      Attempt attempt = found.get(0);
      assertThat(attempt.depth()).as(story).isEqualTo(expected.depth());
      assertThat(RandomFunnels.requiredTimes(spec, touches, attempt.touchOfStep()))
          .as(story)
          .containsExactly(RandomFunnels.requiredTimes(spec, touches, expected.touchOfStep()));
      assertThat(new BruteForce(spec, touches).isValid(attempt.touchOfStep())).as(story).isTrue();
      assertThat(attempt.touchOfStep()[attempt.entryStep()])
          .as(story)
          .isEqualTo(expected.touchOfStep()[expected.entryStep()]);
    }
  }

  private static Attempt expected(FunnelSpec spec, TouchSequence touches) {
    BruteForce brute = new BruteForce(spec, touches);
    Attempt best = null;
    for (int i = 0; i < touches.size(); i++) {
      int depth = brute.depth(i);
      if (depth > (best == null ? 0 : best.depth())) {
        int[] places = brute.find(i);
        int entry = 0;
        while (places[entry] != i) {
          entry++;
        }
        best = new Attempt(depth, places, entry, false, -1, 0);
      }
    }
    return best;
  }
}
