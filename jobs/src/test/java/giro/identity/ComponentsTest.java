package giro.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Union-find against the slowest thing that could possibly work. */
class ComponentsTest {

  @Test
  void theFirstAddedFoundsItsComponent() {
    Components components = new Components();
    for (long member : new long[] {30, 10, 20, 40}) {
      components.add(member);
    }
    components.link(10, 20);
    components.link(20, 30);
    assertThat(founders(components)).containsExactly(30L, 30L, 30L, 40L);
    assertThat(components.key(1)).isEqualTo(10L);
  }

  @Test
  void addingTwiceChangesNothing() {
    Components components = new Components();
    components.link(1, 2);
    components.add(2);
    components.link(2, 1);
    assertThat(components.size()).isEqualTo(2);
    assertThat(founders(components)).containsExactly(1L, 1L);
  }

  @Test
  void randomGraphsAreClosedAsByHand() {
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      int members = 1 + random.nextInt(seed < 55 ? 40 : 900);
      long[] names = random.longs(members).toArray();
      Components components = new Components();
      int[] naive = new int[members];
      for (int i = 0; i < members; i++) {
        components.add(names[i]);
        naive[i] = i;
      }
      for (int link = random.nextInt(members); link > 0; link--) {
        int a = random.nextInt(members);
        int b = random.nextInt(members);
        components.link(names[a], names[b]);
        relabel(naive, naive[a], naive[b]);
      }
      for (int i = 0; i < members; i++) {
        assertThat(first(components, i)).as("seed %d", seed).isEqualTo(names[naive[i]]);
      }
    }
  }

  @Test
  void aLongChainIsOneComponentWhateverItsOrder() {
    Components components = new Components();
    int length = 200_000;
    for (int i = 0; i < length; i++) {
      components.add(i);
    }
    for (int i = length - 1; i > 0; i--) {
      components.link(i, i - 1);
    }
    assertThat(first(components, length - 1)).isZero();
    assertThat(first(components, length / 2)).isZero();
  }

  private static void relabel(int[] labels, int one, int other) {
    int kept = Math.min(one, other);
    int gone = Math.max(one, other);
    for (int i = 0; i < labels.length; i++) {
      labels[i] = labels[i] == gone ? kept : labels[i];
    }
  }

  private static long first(Components components, int member) {
    return components.key(components.rootOf(member));
  }

  private static List<Long> founders(Components components) {
    List<Long> founders = new ArrayList<>();
    for (int i = 0; i < components.size(); i++) {
      founders.add(first(components, i));
    }
    return founders;
  }
}
