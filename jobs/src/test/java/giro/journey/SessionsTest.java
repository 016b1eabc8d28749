package giro.journey;

import static giro.model.domain.Moment.FMOT;
import static giro.model.domain.Moment.NONE;
import static giro.model.domain.Moment.SMOT;
import static giro.model.domain.Moment.UNCLASSIFIED;
import static giro.model.domain.Moment.ZMOT;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SessionsTest {

  @Test
  void anEqualGapStaysInTheSession() {
    Story story = Story.person().on(0, "a", ZMOT).at("10:00").on(0, "b", ZMOT).at("10:30");
    story.on(0, "c", ZMOT).at("11:00:01");

    assertThat(story.told().sessions()).containsExactly(1, 1, 2);
  }

  @Test
  void touchesOfEveryMomentAndOfNoneCount() {
    Story story = Story.person().on(0, "a", ZMOT).at("10:00").on(0, "b", NONE).at("10:20");
    story.on(0, "c", UNCLASSIFIED).at("10:40").on(0, "d", FMOT).at("11:00");

    assertThat(story.told().sessions()).containsOnly(1);
  }

  @Test
  void aDateOnlyTouchIsASessionOfItsOwnAndIsPassedOver() {
    Story story = Story.person().on(0, "a", ZMOT).at("23:50").on(0, "visit", FMOT).dateOnly();
    story.on(0, "visit 2", FMOT).dateOnly().on(1, "b", ZMOT).at("00:10");

    assertThat(story.told().order()).containsExactly("a", "visit", "visit 2", "b");
    assertThat(story.told().sessions()).containsExactly(1, 2, 3, 1);
  }

  @Test
  void aContractWithoutAnHourDoesNotBreakTheSessionItStandsIn() {
    Story story = Story.person().on(0, "a", ZMOT).at("10:00");
    story.on(0, "contract", FMOT).acquires().dateOnly();
    story.on(0, "handover", SMOT).delivers().at("10:10").on(0, "b", ZMOT).at("10:20");

    assertThat(story.told().order()).containsExactly("a", "contract", "handover", "b");
    assertThat(story.told().sessions()).containsExactly(1, 2, 1, 1);
  }

  @Test
  void aSessionMayCrossLaps() {
    Story story = Story.person().on(0, "order", FMOT).acquires().on(0, "b", ZMOT).at("12:10");

    assertThat(story.told().laps()).hasSize(2);
    assertThat(story.told().sessions()).containsExactly(1, 1);
  }

  @Test
  void anUncertainClockIsStillATime() {
    Story story = Story.person().on(0, "a", FMOT).uncertainHours(24).at("10:00");
    story.on(0, "b", ZMOT).at("10:30");

    assertThat(story.told().sessions()).containsExactly(1, 1);
  }
}
