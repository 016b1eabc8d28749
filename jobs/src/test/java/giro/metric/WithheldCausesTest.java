package giro.metric;

import static giro.metric.RestatementCause.*;
import static org.assertj.core.api.Assertions.assertThat;

import giro.metric.RestatementTally.Sums;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Changes of fewer than ten persons, and what would tell of them. */
class WithheldCausesTest {
  private final Sums sums = new Sums();

  WithheldCausesTest() {
    sums.formerPersons = 90;
    sums.persons = 100;
  }

  @Test
  void changesOfManyAreShown() {
    change("open", NEW_TOUCH, -12, 11);
    change("open", MATURING, -20, 20);
    assertThat(hidden()).isEmpty();
    assertThat(new WithheldCauses(sums, 10).persons(NEW_TOUCH)).isEqualTo(11);
  }

  @Test
  void theOneThatIsSmallTakesTheNextSmallestWithIt() {
    change("open", NEW_TOUCH, -9, 9);
    change("open", LATE_TOUCH, -12, 12);
    change("open", MATURING, -20, 20);
    assertThat(hidden()).containsExactly(LATE_TOUCH, NEW_TOUCH);
  }

  @Test
  void severalSmallOnesHideEachOtherOnceTheyAreMany() {
    change("open", NEW_TOUCH, -6, 6);
    change("open", LATE_TOUCH, -5, 5);
    change("open", MATURING, -20, 20);
    assertThat(hidden()).containsExactly(LATE_TOUCH, NEW_TOUCH);
  }

  @Test
  void aCauseIsHiddenInEveryState() {
    change("open", NEW_TOUCH, -14, 14);
    change("converted", NEW_TOUCH, 12, 12);
    change("lost", NEW_TOUCH, 2, 2);
    assertThat(hidden()).as("12 - 14 + 2 = 0").containsExactly(NEW_TOUCH);
  }

  @Test
  void aCellOfFewHidesAll() {
    sums.formerPersons = 9;
    change("open", NEW_TOUCH, 91, 91);
    assertThat(hidden()).containsExactly(NEW_TOUCH);
    sums.formerPersons = 0;
    assertThat(hidden()).as("nobody is not few").isEmpty();
  }

  private void change(String state, RestatementCause cause, long change, long persons) {
    long[] sum = sums.change(state, cause);
    sum[0] = change;
    sum[1] = persons;
  }

  private List<RestatementCause> hidden() {
    WithheldCauses withheld = new WithheldCauses(sums, 10);
    return Arrays.stream(RestatementCause.values())
        .filter(cause -> sums.changes.values().stream().anyMatch(c -> c.containsKey(cause)))
        .filter(withheld::isHidden)
        .toList();
  }
}
