package giro.publish;

import static org.assertj.core.api.Assertions.assertThat;

import giro.publish.Attacker.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A thousand made-up histories of three nights, published with their rollups, against somebody who
 * solves for what is withheld.
 */
class DifferencingAttackTest {
  private static final int K = 10;
  private static final int NIGHTS = 3;

  /** So many numbers of laps must stay possible for a withheld cell of fewer than k. */
  private static final long WIDTH = 5;

  /** What the attacker found out in all worlds. */
  private static final class Found {
    int attacked;
    final List<Target> solved = new ArrayList<>();
    final List<Target> narrowed = new ArrayList<>();
    final List<Target> narrowedByGrowth = new ArrayList<>();
  }

  @Test
  void noWithheldCellIsRecovered() {
    Found found =
        attack(1000, (table, rows, memory) -> new WithholdCells(table, K).apply(rows, memory));

    assertThat(found.attacked).as("withheld cells that were attacked").isGreaterThan(50_000);
    assertThat(found.solved).as("of the equations' only solution").isEmpty();
    assertThat(found.narrowed).as("between bounds narrower than %d values", WIDTH).isEmpty();
    assertThat(found.narrowedByGrowth.size())
        .as("who knows that laps never go comes closer to some cells that are new, a few in 1000")
        .isBetween(1, found.attacked / 400);
  }

  @Test
  void withoutComplementsWithheldCellsAreRecovered() {
    Found rounded =
        attack(
            100,
            (table, rows, memory) ->
                new WithholdCells(table, K, (sums, persons, hidden, k) -> {}).apply(rows, memory));
    Found plain =
        attack(
            100,
            (table, rows, memory) -> {
              for (CountRow row : rows) {
                long persons = row.count(table.people());
                if (persons > 0 && persons < K) {
                  row.withhold();
                }
              }
              return Map.of();
            });

    assertThat(rounded.narrowed).as("rounding alone").hasSizeGreaterThan(100);
    assertThat(plain.solved).as("neither").hasSizeGreaterThan(100);
  }

  private static Found attack(int worlds, PublishedWorld.Withholding withholding) {
    Found found = new Found();
    for (int seed = 0; seed < worlds; seed++) {
      PublishedWorld world = new PublishedWorld(seed);
      Attacker attacker = new Attacker();
      for (int night = 0; night < NIGHTS; night++) {
        attacker.see(world.publish(withholding));
        world.nextNight();
      }
      found.solved.addAll(attacker.solved());
      attacker.narrow(false);
      found.narrowed.addAll(narrow(attacker, seed));
      attacker.narrow(true);
      found.narrowedByGrowth.addAll(narrow(attacker, seed));
      found.attacked += attacker.targets().size();
    }
    return found;
  }

  private static List<Target> narrow(Attacker attacker, int seed) {
    List<Target> narrow = new ArrayList<>();
    for (Target target : attacker.targets()) {
      long[] bounds = attacker.bounds(target);
      assertThat(target.laps())
          .as("an attacker who is wrong proves nothing: world %d, %s", seed, target)
          .isBetween(bounds[0], bounds[1]);
      if (target.laps() < K && bounds[1] - bounds[0] + 1 < WIDTH) {
        narrow.add(target);
      }
    }
    return narrow;
  }
}
