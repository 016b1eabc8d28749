package giro.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The cells that one row counts in. */
class CombinationsTest {

  @Test
  void aRowCountsInItsOwnCellAndInEveryTotal() {
    assertThat(Combinations.of(List.of("IT", "C3")))
        .containsExactly(
            List.of("IT", "C3"),
            List.of("(all)", "C3"),
            List.of("IT", "(all)"),
            List.of("(all)", "(all)"));
  }

  @Test
  void withoutBreakdownsThereIsOneCell() {
    assertThat(Combinations.of(List.of())).containsExactly(List.of());
  }
}
