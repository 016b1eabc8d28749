package giro.model.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RemovalEffectsTest {
  private static final double EXACTLY = 1e-12;

  /**
   * The worked example of S. Bryl', "Marketing multi-channel attribution model with R" (2016):
   * C1-C2-C3 converts, C1 and C2-C3 do not; the removal effects are 0.5, 1 and 1.
   */
  @Test
  void thePublishedExampleOfThreeChannels() {
    RemovalEffects chain = new RemovalEffects(1);
    tell(chain, 1, true, "C1", "C2", "C3");
    tell(chain, 1, false, "C1");
    tell(chain, 1, false, "C2", "C3");

    assertThat(chain.conversion()).isCloseTo(1.0 / 3, within(EXACTLY));
    Map<String, Double> effects = chain.effects();
    assertThat(effects).containsOnlyKeys("C1", "C2", "C3");
    assertThat(effects.get("C1")).isCloseTo(0.5, within(EXACTLY));
    assertThat(effects.get("C2")).isCloseTo(1, within(EXACTLY));
    assertThat(effects.get("C3")).isCloseTo(1, within(EXACTLY));
  }

  @Test
  void aChannelThatRepeatsIsOneStateThatMayStay() {
    RemovalEffects chain = new RemovalEffects(1);
    tell(chain, 1, true, "A", "A", "A", "B");
    tell(chain, 1, false, "B");
    assertThat(chain.conversion()).as("A always comes to B, which converts half").isEqualTo(0.5);
    assertThat(chain.effects().get("A")).isCloseTo(0.5, within(EXACTLY));
    assertThat(chain.effects().get("B")).isCloseTo(1, within(EXACTLY));
  }

  @Test
  void aLongerMemoryTellsWhereOneCameFrom() {
    RemovalEffects one = new RemovalEffects(1);
    RemovalEffects two = new RemovalEffects(2);
    for (RemovalEffects chain : List.of(one, two)) {
      tell(chain, 1, true, "A", "B");
      tell(chain, 1, false, "C", "B");
    }
    assertThat(one.effects().get("C")).as("through B it seems to convert").isEqualTo(0.5);
    assertThat(two.effects().get("C")).as("it never did").isZero();
    assertThat(two.effects().get("A")).isEqualTo(1);
  }

  @Test
  void withoutAConversionNothingIsMissed() {
    RemovalEffects chain = new RemovalEffects(1);
    tell(chain, 3, false, "A", "B");
    assertThat(chain.effects()).isEqualTo(Map.of("A", 0.0, "B", 0.0));
    assertThat(new RemovalEffects(1).effects()).isEmpty();
  }

  /** What a walk of the chain meets on average is what the equations say. */
  @Test
  void agreesWithWalksThroughTheChain() {
    SplittableRandom random = new SplittableRandom(7);
    List<List<String>> paths = new ArrayList<>();
    List<Boolean> converts = new ArrayList<>();
    RemovalEffects chain = new RemovalEffects(1);
    for (int i = 0; i < 12; i++) {
      List<String> path = new ArrayList<>();
      for (int j = 0; j <= random.nextInt(4); j++) {
        path.add(String.valueOf((char) ('A' + random.nextInt(4))));
      }
      paths.add(path);
      converts.add(random.nextInt(2) == 0);
      RemovalEffects.steps(path, converts.get(i), 1).forEach(step -> chain.add(step, 1));
    }
    double all = walks(paths, converts, null, random);
    double without = walks(paths, converts, "B", random);
    assertThat(chain.conversion()).isCloseTo(all, within(0.01));
    assertThat(chain.effects().get("B")).isCloseTo(1 - without / all, within(0.02));
  }

  private static double walks(
      List<List<String>> paths, List<Boolean> converts, String without, SplittableRandom random) {
    List<RemovalEffects.Step> steps = new ArrayList<>();
    for (int i = 0; i < paths.size(); i++) {
      steps.addAll(RemovalEffects.steps(paths.get(i), converts.get(i), 1));
    }
    int n = 100_000;
    int converted = 0;
    for (int i = 0; i < n; i++) {
      List<String> at = List.of();
      while (at != null) {
        List<String> here = at;
        List<RemovalEffects.Step> out = steps.stream().filter(s -> s.from().equals(here)).toList();
        RemovalEffects.Step step = out.get(random.nextInt(out.size()));
        converted += step.converts() ? 1 : 0;
        boolean isOver = step.channel() == null || step.channel().equals(without);
        at = isOver ? null : List.of(step.channel());
      }
    }
    return (double) converted / n;
  }

  private static void tell(RemovalEffects chain, long times, boolean converts, String... path) {
    RemovalEffects.steps(List.of(path), converts, chain.order())
        .forEach(step -> chain.add(step, times));
  }
}
