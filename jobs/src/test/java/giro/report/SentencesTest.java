package giro.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands under a chart claims nothing about what is withheld. */
class SentencesTest {
  @Test
  void theFunnelTellsWhereMostStopOrThatItIsWithheld() {
    FunnelStep attract = new FunnelStep(1, "attract", 30L, 10L, 20L, 0L);
    assertThat(Sentences.underFunnel(new Funnel("linear", List.of()))).contains("Nothing");
    assertThat(
            Sentences.underFunnel(
                new Funnel(
                    "linear",
                    List.of(attract, new FunnelStep(2, "convert", null, null, null, null)))))
        .isEqualTo("Where most go no further is withheld here.");
    assertThat(
            Sentences.underFunnel(
                new Funnel(
                    "linear", List.of(attract, new FunnelStep(2, "convert", 15L, 5L, 10L, 0L)))))
        .contains("50")
        .contains("10 of them still open");
  }

  @Test
  void theRingTellsOfWaysBackUnlessTheyAreWithheld() {
    Move forward = new Move("ZMOT", "FMOT", "forward", 9L, 9L, 0L);
    Move hidden = new Move("FMOT", "ZMOT", "backward", null, null, null);
    Move back = new Move("FMOT", "ZMOT", "backward", 30L, 20L, 0L);
    assertThat(Sentences.underRing(List.of(forward), LapStarts.none()))
        .contains("the line hides nothing");
    assertThat(Sentences.underRing(List.of(forward, hidden), LapStarts.none()))
        .isEqualTo("How many laps go back is withheld here.");
    assertThat(Sentences.underRing(List.of(forward, hidden, back), LapStarts.none()))
        .startsWith("20 laps go back from FMOT to ZMOT");
  }
}
