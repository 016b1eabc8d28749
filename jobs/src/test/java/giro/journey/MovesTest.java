package giro.journey;

import static giro.model.domain.Moment.FMOT;
import static giro.model.domain.Moment.NONE;
import static giro.model.domain.Moment.SMOT;
import static giro.model.domain.Moment.STIMULUS;
import static giro.model.domain.Moment.UMOT;
import static giro.model.domain.Moment.UNCLASSIFIED;
import static giro.model.domain.Moment.ZMOT;
import static org.assertj.core.api.Assertions.assertThat;

import giro.model.table.Laps;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class MovesTest {

  @Test
  void entrySelfForwardAndBackward() {
    Story story = Story.person().on(0, "a", ZMOT).on(1, "b", ZMOT).on(2, "c", FMOT);
    story.on(3, "d", UMOT).on(4, "e", ZMOT);

    assertThat(story.told().moves())
        .containsExactly(
            "a: entry from START",
            "b: self from ZMOT",
            "c: forward from ZMOT",
            "d: forward from FMOT",
            "e: backward from UMOT");
  }

  @Test
  void noneAndUnclassifiedArePassedOver() {
    Story story = Story.person().on(0, "login", NONE).on(1, "what", UNCLASSIFIED).on(2, "a", ZMOT);
    story.on(3, "login 2", NONE).on(4, "b", FMOT);

    assertThat(story.told().moves()).containsExactly("a: entry from START", "b: forward from ZMOT");
    assertThat(story.told().of("b").moveMicros).isEqualTo(2 * 86_400_000_000L);
  }

  @Test
  void aStimulusAfterAnotherMomentHasNoMove() {
    Story story = Story.person().on(0, "ad", STIMULUS).on(1, "ad 2", STIMULUS).on(2, "a", ZMOT);
    story.on(3, "ad 3", STIMULUS).on(4, "ad 4", STIMULUS).on(5, "b", FMOT);

    assertThat(story.told().moves())
        .containsExactly(
            "ad: entry from START",
            "ad 2: self from STIMULUS",
            "a: forward from STIMULUS",
            "b: forward from ZMOT");
  }

  @Test
  void aLaterLapIsReachedFromThePersonsLatestMoment() {
    Story story = Story.person().on(0, "order", FMOT).acquires().on(9, "handover", SMOT).delivers();
    story.on(20, "post", UMOT).on(30, "login", NONE).on(40, "search", ZMOT);

    assertThat(story.told().moves())
        .containsExactly(
            "order: entry from START",
            "handover: forward from FMOT",
            "post: forward from SMOT",
            "search: return from UMOT");
    assertThat(story.told().of("search").moveMicros).isEqualTo(20 * 86_400_000_000L);
  }

  @Test
  void aResearchLapAfterTheGapIsAReturnToo() {
    Story story = Story.person().on(0, "a", FMOT).on(181, "ad", STIMULUS).on(182, "b", ZMOT);

    assertThat(story.told().moves())
        .containsExactly("a: entry from START", "ad: return from FMOT", "b: forward from STIMULUS");
  }

  @Test
  void theFirstMomentOfThePersonIsTheEntryInWhateverLap() {
    Story story = Story.person().on(0, "login", NONE).on(200, "a", ZMOT);
    Told told = story.told();

    assertThat(told.lap("a")).isEqualTo(2);
    assertThat(told.moves()).containsExactly("a: entry from START");
  }

  @Test
  void neighboursAreNeighboursWithinTheirLap() {
    Story story = Story.person().on(0, "order", FMOT).acquires().on(9, "handover", SMOT).delivers();
    story.on(20, "search", ZMOT).on(21, "workshop", SMOT).on(22, "visit", FMOT);

    assertThat(story.told().moves())
        .containsExactly(
            "order: entry from START",
            "handover: forward from FMOT",
            "search: return from SMOT",
            "workshop: self from SMOT",
            "visit: forward from ZMOT");
  }

  @Test
  void aMoveKnowsWhetherItCameAfterTheAcquisition() {
    Story story = Story.person().on(0, "a", ZMOT).on(1, "order", FMOT).acquires();
    story.on(2, "post", UMOT).on(3, "call", SMOT);
    Told told = story.told();

    assertThat(told.of("a").isAfterAcquisition).isFalse();
    assertThat(told.of("order").isAfterAcquisition).isFalse();
    assertThat(told.of("call").isAfterAcquisition).isTrue();
    assertThat(told.moves()).contains("call: backward from UMOT");
  }

  @Test
  void aLapWithoutMomentsHasNoArrival() {
    Story story = Story.person().on(0, "order", NONE).acquires().on(1, "login", NONE);

    assertThat(story.told().moves()).isEmpty();
  }

  @Test
  void aTieInBetweenDoesNotHideAStepBack() {
    Story story = Story.person().on(0, "post", UMOT).on(0, "page", ZMOT).on(1, "lead", FMOT);

    assertThat(isInLinearOrder(story)).isFalse();
  }

  @Test
  void aTieAloneIsNeutral() {
    Story story = Story.person().on(0, "lead", FMOT).on(0, "page", ZMOT).on(1, "drive", FMOT);

    assertThat(isInLinearOrder(story)).isTrue();
  }

  @Test
  void aDateOnlyTouchMayHaveComeBeforeTheRestOfItsDay() {
    Story story = Story.person().on(0, "lead", FMOT).at("08:00").on(0, "call", ZMOT).dateOnly();
    story.on(1, "drive", FMOT);

    assertThat(isInLinearOrder(story)).isTrue();
    story.on(2, "page", ZMOT);
    assertThat(isInLinearOrder(story)).isFalse();
  }

  private static boolean isInLinearOrder(Story story) {
    Told told = story.told();
    Row lap = new LapRows("p", new PairTimes(told.touches())).of(told.lap(1));
    return lap.getBoolean(Laps.CONTRACT.columnNames().indexOf(Laps.IS_LINEAR_ORDER));
  }

  @Test
  void aLossOnTheDayOfTheOrderDecidesOnlyWhereItIsEarlierInOrder() {
    Story signed = Story.person().on(0, "lead", FMOT).at("08:00");
    signed.on(0, "order", FMOT).at("10:00").acquires().on(0, "lost", NONE).dateOnly().loses();
    DropOffPlace place = DropOffPlace.of(signed.told().lap(1));
    assertThat(place.isLostFirst()).isFalse();
    assertThat(place.last().eventId).isEqualTo("lead");

    Story gone = Story.person().on(0, "lead", FMOT).at("08:00");
    gone.on(0, "lost", NONE).at("10:00").loses().on(0, "order", FMOT).dateOnly().acquires();
    assertThat(DropOffPlace.of(gone.told().lap(1)).isLostFirst()).isTrue();
  }
}
