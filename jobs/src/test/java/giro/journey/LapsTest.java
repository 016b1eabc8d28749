package giro.journey;

import static giro.model.domain.Moment.FMOT;
import static giro.model.domain.Moment.NONE;
import static giro.model.domain.Moment.SMOT;
import static giro.model.domain.Moment.STIMULUS;
import static giro.model.domain.Moment.UNCLASSIFIED;
import static giro.model.domain.Moment.ZMOT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Research laps before any ownership, and the laps that acquisitions make. */
class LapsTest {

  @Test
  void anEqualGapStaysInTheLap() {
    Story story = Story.person().on(0, "a", ZMOT).on(180, "b", ZMOT);
    story.on(360, "c", ZMOT).at("12:01");

    assertThat(story.told().lapsOfTouches()).containsExactly(List.of("a", "b"), List.of("c"));
  }

  @Test
  void stimulusAndNoneDoNotKeepALapAlive() {
    Story story = Story.person().on(0, "a", ZMOT).on(100, "ad", STIMULUS).on(150, "mail", NONE);
    story.on(181, "b", ZMOT);

    assertThat(story.told().lapsOfTouches())
        .containsExactly(List.of("a", "ad", "mail"), List.of("b"));
  }

  @Test
  void unclassifiedTouchesKeepALapAlive() {
    Story story = Story.person().on(0, "a", ZMOT).on(100, "what", UNCLASSIFIED).on(270, "b", ZMOT);

    assertThat(story.told().laps()).hasSize(1);
  }

  @Test
  void aStimulusAfterTheGapOpensALap() {
    Story story = Story.person().on(0, "a", ZMOT).on(181, "ad", STIMULUS).on(182, "b", ZMOT);

    assertThat(story.told().lapsOfTouches()).containsExactly(List.of("a"), List.of("ad", "b"));
  }

  @Test
  void aLapOfStimuliLapsesFromItsFirst() {
    Story story = Story.person().on(0, "ad", STIMULUS).on(100, "ad 2", STIMULUS);
    story.on(180, "ad 3", STIMULUS).on(181, "ad 4", STIMULUS);

    assertThat(story.told().lapsOfTouches())
        .containsExactly(List.of("ad", "ad 2", "ad 3"), List.of("ad 4"));
  }

  @Test
  void noneOpensALapOnlyAsTheVeryFirstTouch() {
    Story story = Story.person().on(0, "login", NONE).on(200, "login 2", NONE).on(201, "a", ZMOT);
    story.on(500, "login 3", NONE).on(501, "b", ZMOT);

    assertThat(story.told().lapsOfTouches())
        .containsExactly(List.of("login", "login 2"), List.of("a", "login 3"), List.of("b"));
  }

  @Test
  void aGapSeenByANoneTouchHasEndedTheLap() {
    Story story = Story.person().on(0, "a", ZMOT).on(180, "login", NONE).at("12:01");
    story.on(180, "visit", FMOT).dateOnly();

    assertThat(story.told().lapsOfTouches())
        .as("the date-only visit starts before the gap is over but comes after it")
        .containsExactly(List.of("a", "login"), List.of("visit"));
  }

  @Test
  void usedCarsLapseAfter90Days() {
    Story story = Story.person().on(0, "a", ZMOT).vehicleType("used");
    story.on(90, "b", ZMOT).vehicleType("used").on(181, "c", ZMOT);

    assertThat(story.told().lapsOfTouches()).containsExactly(List.of("a", "b"), List.of("c"));
  }

  @Test
  void theVehicleTypeOfTheEarlierTouchDecides() {
    Story story = Story.person().on(0, "a", ZMOT).on(100, "b", ZMOT).vehicleType("used");
    story.on(200, "c", ZMOT);

    assertThat(story.told().lapsOfTouches()).containsExactly(List.of("a", "b"), List.of("c"));
  }

  @Test
  void theVehicleTypeIsAttributedFromEarlierInTheLapEvenFromAStimulus() {
    Story story = Story.person().on(0, "a", ZMOT).vehicleType("used").on(50, "b", ZMOT);
    story.on(141, "c", ZMOT).on(142, "ad", STIMULUS).vehicleType("used").on(143, "d", ZMOT);
    story.on(234, "e", ZMOT);

    assertThat(story.told().lapsOfTouches())
        .containsExactly(List.of("a", "b"), List.of("c", "ad", "d"), List.of("e"));
  }

  @Test
  void aVehicleTypeLearntLaterDoesNotShortenTheEarlierTouchsGap() {
    Story story = Story.person().on(0, "a", ZMOT).on(1, "ad", STIMULUS).vehicleType("used");
    story.on(100, "b", ZMOT);

    assertThat(story.told().laps()).hasSize(1);
  }

  @Test
  void demoAndUnknownCarsCountAsNew() {
    Story story = Story.person().on(0, "a", ZMOT).vehicleType("demo");
    story.on(180, "b", ZMOT).vehicleType("hovercraft").on(360, "c", ZMOT);

    assertThat(story.told().laps()).hasSize(1);
  }

  @Test
  void anAcquisitionTurnsTheResearchLapIntoItsOwnershipLap() {
    Story story = Story.person().on(0, "a", ZMOT).on(180, "order", NONE).acquires();
    Told told = story.told();

    assertThat(told.lapsOfTouches()).containsExactly(List.of("a", "order"));
    assertThat(told.lap(1).becameAt).isSameAs(told.touch("order"));
    assertThat(told.lap(1).isReturn).isFalse();
    assertThat(told.lap(1).previous).isNull();
  }

  @Test
  void aLapsedResearchLapDoesNotCountTheAcquisitionOpensOne() {
    Story story = Story.person().on(0, "a", ZMOT).on(181, "order", NONE).acquires();
    Told told = story.told();

    assertThat(told.lapsOfTouches()).containsExactly(List.of("a"), List.of("order"));
    assertThat(told.lap(1).isOwnership()).isFalse();
    assertThat(told.lap(2).isOwnership()).isTrue();
  }

  @Test
  void aSecondCarWithoutResearchOpensItsOwnLap() {
    Story story = Story.person().on(0, "a", ZMOT).on(1, "order", FMOT).acquires().order("O1");
    story.on(2, "second order", FMOT).acquires().order("O2");
    Told told = story.told();

    assertThat(told.lapsOfTouches())
        .containsExactly(List.of("a", "order"), List.of("second order"));
    assertThat(told.lap(2).previous).isSameAs(told.lap(1));
    assertThat(told.lap(2).isReturn).as("only ZMOT and FMOT open a return lap").isFalse();
  }

  @Test
  void anOwnerWithoutKnownAcquisitionOpensALapWhereResearchHasLapsed() {
    Story story = Story.person().on(0, "a", ZMOT).on(181, "pairing", SMOT).owns();
    Told told = story.told();

    assertThat(told.lapsOfTouches()).containsExactly(List.of("a"), List.of("pairing"));
    assertThat(told.lap(2).isOwnership()).isTrue();
  }

  @Test
  void inactivityDoesNotCutAnOwnershipLap() {
    Story story = Story.person().on(0, "order", FMOT).acquires().on(9, "handover", SMOT).delivers();
    story.on(999, "workshop", SMOT).on(1999, "ad", STIMULUS).on(2999, "what", UNCLASSIFIED);

    assertThat(story.told().laps()).hasSize(1);
  }

  @Test
  void aKnownLossDoesNotEndALap() {
    Story story = Story.person().on(0, "a", FMOT).on(5, "lost", NONE).loses().on(9, "b", ZMOT);

    assertThat(story.told().laps()).hasSize(1);
  }

  @Test
  void aReentryIsTheFirstTouchAfterMoreThan30DaysInAResearchLap() {
    Story story = Story.person().on(0, "a", ZMOT).on(30, "b", ZMOT).on(61, "c", ZMOT);
    story.on(61, "d", ZMOT).at("13:00").on(300, "new lap", ZMOT);

    assertThat(story.told().reentries()).containsExactly("c");
  }

  @Test
  void anOwnershipLapKnowsNoReentry() {
    Story story = Story.person().on(0, "order", FMOT).acquires().on(99, "call", SMOT);

    assertThat(story.told().reentries()).isEmpty();
  }

  @Test
  void valuesAreThoseOfTheTouchElseTheLatestEarlierInTheLap() {
    Story story = Story.person().on(0, "a", ZMOT).on(1, "b", ZMOT).market("IT").model("C3");
    story.on(2, "c", ZMOT).model("C4").on(3, "login", NONE).on(300, "d", ZMOT);
    Told told = story.told();

    assertThat(told.of("a").marketSoFar).as("never from later touches").isNull();
    assertThat(told.of("c").marketSoFar).isEqualTo("IT");
    assertThat(told.of("login").modelSoFar).isEqualTo("C4");
    assertThat(told.of("d").marketSoFar).as("never from another lap").isNull();
  }
}
