package giro.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The world is hard enough to be honest and not harder than a good stitcher can solve. */
class DifficultyTest {
  private static final int PEOPLE = 4000;

  private final Population population = Population.observed(ReadProfile.read(null), 20260101, 975);

  @Test
  void loginsAloneFindTooFewPairsAndComponentsFindMost() {
    Stitching stitching = new Stitching(Stitching.touches(population, PEOPLE));
    Stitching.Quality byLogin = stitching.byLogin();
    Stitching.Quality byComponents = stitching.byComponents(1);
    assertThat(byLogin.recall()).as("recall by login alone").isLessThan(0.8);
    assertThat(byComponents.recall()).as("recall by components").isGreaterThan(0.965);
    assertThat(byComponents.precision()).as("precision by components").isGreaterThan(0.997);
  }

  @Test
  void everyKindOfEventHappens() {
    Set<EventKind> seen = Stitching.kinds(population, PEOPLE).collect(Collectors.toSet());
    Set<EventKind> never = EnumSet.allOf(EventKind.class);
    never.removeAll(seen);
    assertThat(never).isEmpty();
  }
}
