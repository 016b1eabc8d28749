package giro.model.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import giro.model.measure.ShrunkMean.Group;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShrunkMeanTest {
  /** Ratings 4 and 5 in turn, or 1 and 2. */
  private static final Group GOOD = new Group(20, 90, 410);

  private static final Group BAD = new Group(20, 30, 50);

  @Test
  void fewRatingsLieBetweenTheirMeanAndThatOfAll() {
    ShrunkMean mean = ShrunkMean.of(List.of(GOOD, BAD, new Group(1, 5, 25)));
    assertThat(mean.of(1, 5)).isBetween(125.0 / 41, 5.0);
    assertThat(mean.of(0, 0)).isCloseTo(125.0 / 41, within(1e-9));
  }

  @Test
  void manyRatingsStandForThemselves() {
    ShrunkMean mean = ShrunkMean.of(List.of(GOOD, BAD));
    assertThat(mean.of(2_000, 9_000)).isCloseTo(4.5, within(0.01));
  }

  @Test
  void groupsThatDifferNoMoreThanChanceAreDrawnTogether() {
    ShrunkMean alike = ShrunkMean.of(List.of(GOOD, GOOD));
    ShrunkMean apart = ShrunkMean.of(List.of(GOOD, BAD));
    assertThat(alike.of(5, 5)).as("toward 4.5").isGreaterThan(apart.of(5, 5));
  }

  @Test
  void theFormulaOfTheTextbookWithEqualGroups() {
    ShrunkMean mean =
        ShrunkMean.of(List.of(new Group(4, 8, 24), new Group(4, 12, 44), new Group(4, 16, 72)));
    // within: 8, 8 and 8 over 9 degrees; between: mean square 4, less that, over 4 is 1/3
    double weight = (24.0 / 9) / (1.0 / 3);
    assertThat(mean.of(4, 8)).isCloseTo((8 + weight * 3) / (4 + weight), within(1e-9));
  }

  @Test
  void withoutRatingsThereIsNone() {
    assertThat(ShrunkMean.of(List.of(new Group(0, 0, 0)))).isNull();
  }
}
