package giro.metric.content;

import static org.assertj.core.api.Assertions.assertThat;

import giro.metric.person.ContentReading;
import org.junit.jupiter.api.Test;

class PlaceboTest {
  private static String stratum(String... parts) {
    return String.join(String.valueOf(ContentReading.BETWEEN), parts);
  }

  @Test
  void aLapIsComparedWithItsOwnStratumWhereThatIsLargeEnough() {
    Placebo placebo = new Placebo();
    placebo.add(stratum("first", "2", "IT", "C3"), 30, 6);
    placebo.add(stratum("first", "2", "IT", "C4"), 100, 50);
    assertThat(placebo.of(stratum("first", "2", "IT", "C3")).rate()).isEqualTo(0.2);
  }

  @Test
  void elseWithTheNextWiderOne() {
    Placebo placebo = new Placebo();
    placebo.add(stratum("first", "2", "IT", "C3"), 29, 29);
    placebo.add(stratum("first", "2", "IT", "C4"), 71, 21);
    placebo.add(stratum("return", "1", "FR", "Ami"), 5, 1);
    assertThat(placebo.of(stratum("first", "2", "IT", "C3")).rate()).as("Italy").isEqualTo(0.5);
    assertThat(placebo.of(stratum("first", "2", "DE", "C3")).rate()).as("all").isEqualTo(0.5);
    assertThat(placebo.of(stratum("other", "2", "DE", "C3")).laps()).as("all").isEqualTo(105);
  }

  @Test
  void withNobodyWhoReadNothingThereIsNothingToCompare() {
    assertThat(new Placebo().of(stratum("first", "2", "IT", "C3"))).isNull();
  }
}
