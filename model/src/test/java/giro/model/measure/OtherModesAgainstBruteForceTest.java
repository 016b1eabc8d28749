package giro.model.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OtherModesAgainstBruteForceTest {
  private static final int ROUNDS = 8_000;
  private final TouchSequence touches = new TouchSequence();

  @Test
  void adjacent() {
    compareWithEveryOrder(new Random(11), OrderMode.ADJACENT);
  }

  @Test
  void strictOrder() {
    compareWithEveryOrder(new Random(12), OrderMode.STRICT_ORDER);
  }

  @Test
  void strictDedup() {
    compareWithEveryOrder(new Random(13), OrderMode.STRICT_DEDUP);
  }

  @Test
  void anyOrder() {
    Random random = new Random(14);
    for (int round = 0; round < ROUNDS; round++) {
      FunnelSpec spec = RandomFunnels.specWithoutLimits(random, OrderMode.ANY_ORDER);
      RandomFunnels.fill(touches, random, spec, 20);
      for (int i = 0; i < touches.size(); i++) {
        int[] expected = largest(spec, i);
        Attempt attempt = Openings.attempt(spec, touches, i);
        compare("round " + round, spec, i, expected, attempt);
      }
    }
  }

  @Test
  void exclusions() {
    Random random = new Random(15);
    for (int round = 0; round < 5 * ROUNDS; round++) {
      FunnelSpec plain = RandomFunnels.spec(random, OrderMode.ORDERED);
      if (plain.steps() == 1) {
        continue;
      }
      int after = random.nextInt(plain.steps() - 1);
      int before = after + 1 + random.nextInt(plain.steps() - after - 1);
      FunnelSpec spec = plain.withExclusions(new Exclusion(after, before, 3));
      RandomFunnels.fill(touches, random, spec, 20);
      for (int i = 0; i < touches.size(); i++) {
        Attempt chosen = Openings.attempt(plain, touches, i);
        Attempt attempt = Openings.attempt(spec, touches, i);
        String story = story("round " + round, spec, i) + " " + spec.exclusions();
        boolean isExcluded = chosen != null && isExcluded(chosen, after, before);
        assertThat(attempt != null && attempt.isExcluded())
            .as(story)
            .isEqualTo(isExcluded && attempt != null);
        assertThat(attempt == null)
            .as(story)
            .isEqualTo(chosen == null || (isExcluded && requiredUpTo(spec, chosen, after) == 0));
        if (attempt != null && isExcluded) {
          assertThat(attempt.depth()).isEqualTo(requiredUpTo(spec, chosen, after));
        }
      }
    }
  }

  private static int requiredUpTo(FunnelSpec spec, Attempt attempt, int step) {
    int filled = 0;
    for (int s = 0; s <= step; s++) {
      filled += attempt.hasReached(s) && !spec.isOptional(s) ? 1 : 0;
    }
    return filled;
  }

  private boolean isExcluded(Attempt chosen, int after, int before) {
    int[] places = chosen.touchOfStep();
    if (places[after] < 0) {
      return false;
    }
    BruteForce times = new BruteForce(null, touches);
    int next = before;
    while (next < places.length && places[next] < 0) {
      next++;
    }
    boolean isExcluded = false;
    int key = touches.holdKey[places[chosen.entryStep()]];
    for (int e = 0; e < touches.size(); e++) {
      boolean counts = (touches.exclusions[e] & 8) != 0;
      counts &= touches.holdKey[e] == key || touches.holdKey[e] == 0;
      for (int s = 0; s <= after; s++) {
        counts &= places[s] < 0 || (places[s] != e && times.mayFollow(e, places[s]));
      }
      counts &=
          next < places.length
              ? e != places[next] && times.mayFollow(places[next], e)
              : touches.start[e] <= chosen.deadlineMicros();
      isExcluded |= counts;
    }
    return isExcluded;
  }

  private void compareWithEveryOrder(Random random, OrderMode mode) {
    for (int round = 0; round < ROUNDS; round++) {
      FunnelSpec spec = RandomFunnels.spec(random, mode);
      do {
        RandomFunnels.fill(touches, random, spec, 20);
      } while (touches.size() > 6);
      EveryOrder orders = new EveryOrder(spec, touches);
      for (int i = 0; i < touches.size(); i++) {
        compare("round " + round, spec, i, orders.find(i), Openings.attempt(spec, touches, i));
      }
    }
  }

  private void compare(String round, FunnelSpec spec, int i, int[] expected, Attempt attempt) {
    String story = story(round, spec, i);
    assertThat(attempt == null).as(story).isEqualTo(expected == null);
    if (attempt != null) {
      assertThat(RandomFunnels.requiredTimes(spec, touches, attempt.touchOfStep()))
          .as(story)
          .containsExactly(RandomFunnels.requiredTimes(spec, touches, expected));
    }
  }

  private String story(String round, FunnelSpec spec, int i) {
    return "%s: touch %d, %s on %s"
        .formatted(round, i, RandomFunnels.text(spec), RandomFunnels.text(touches));
  }

  /** Every way to give steps a touch of the window, the opening touch among them. */
  private int[] largest(FunnelSpec spec, int opener) {
    int[] best = null;
    int[] places = new int[spec.steps()];
    int n = touches.size();
    int ways = (int) Math.pow(n + 1, spec.steps());
    for (int way = 0; way < ways; way++) {
      int rest = way;
      for (int s = 0; s < places.length; s++) {
        places[s] = rest % (n + 1) - 1;
        rest /= n + 1;
      }
      if (isAnyOrderAttempt(spec, opener, places) && isBetter(spec, places, best)) {
        best = places.clone();
      }
    }
    return best;
  }

  private boolean isAnyOrderAttempt(FunnelSpec spec, int opener, int[] places) {
    BruteForce times = new BruteForce(spec, touches);
    boolean isOne = touches.holdKey[opener] != 0;
    boolean isOpened = false;
    int depth = 0;
    for (int s = 0; s < places.length && isOne; s++) {
      int p = places[s];
      if (p < 0) {
        continue;
      }
      depth += spec.isOptional(s) ? 0 : 1;
      isOpened |= p == opener;
      isOne =
          (touches.steps[p] & 1 << s) != 0
              && touches.holdKey[p] == touches.holdKey[opener]
              && Arrays.stream(places).filter(q -> q == p).count() == 1
              && (p == opener || times.mayFollow(p, opener))
              && times.elapsed(opener, p) <= spec.windowMicros();
    }
    return isOne && isOpened && depth > 0;
  }

  private boolean isBetter(FunnelSpec spec, int[] places, int[] best) {
    if (best == null) {
      return true;
    }
    long[] mine = RandomFunnels.requiredTimes(spec, touches, places);
    long[] its = RandomFunnels.requiredTimes(spec, touches, best);
    int more = filled(mine) - filled(its);
    return more > 0 || (more == 0 && Arrays.compare(mine, its) < 0);
  }

  private static int filled(long[] times) {
    return (int) Arrays.stream(times).filter(t -> t != Long.MAX_VALUE).count();
  }
}
