package giro.journey;

import static giro.model.domain.ConversionPair.OWNER_STIMULUS_FMOT;
import static giro.model.domain.ConversionPair.OWNER_STIMULUS_ZMOT;
import static giro.model.domain.ConversionPair.SMOT_ZMOT;
import static giro.model.domain.ConversionPair.UMOT_ACQUISITION;
import static giro.model.domain.ConversionPair.UMOT_ZMOT;
import static giro.model.domain.Moment.FMOT;
import static giro.model.domain.Moment.NONE;
import static giro.model.domain.Moment.SMOT;
import static giro.model.domain.Moment.STIMULUS;
import static giro.model.domain.Moment.UMOT;
import static giro.model.domain.Moment.ZMOT;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Pairs whose end stands in a later lap of the person. */
class ReturnPairsTest {

  @Test
  void serviceAndContentConvertToTheNextSearchInALaterLap() {
    Story story = owner().on(20, "post", UMOT).on(40, "search", ZMOT).on(41, "search 2", ZMOT);
    Told told = story.told();

    assertThat(told.pair(1, SMOT_ZMOT)).isEqualTo("handover > search");
    assertThat(told.pair(1, UMOT_ZMOT)).isEqualTo("post > search");
    assertThat(told.pair(2, SMOT_ZMOT)).isEqualTo("not entered");
  }

  @Test
  void aSearchInTheSameLapDoesNotCount() {
    Story story = Story.person().on(0, "recall check", SMOT).on(1, "search", ZMOT);

    assertThat(story.told().pair(1, SMOT_ZMOT)).isEqualTo("recall check > -");
  }

  @Test
  void aSearchOfALaterLapBeforeTheFromDoesNotCount() {
    Story story = owner().on(20, "search", ZMOT).on(30, "post", UMOT).on(40, "search 2", ZMOT);

    assertThat(story.told().pair(1, UMOT_ZMOT))
        .as("the post is in lap 1, the searches in lap 2")
        .isEqualTo("post > search 2");
  }

  @Test
  void anOwnersStimulusConvertsToSearchAndVisit() {
    Story story = Story.person().on(0, "ad", STIMULUS).on(1, "order", FMOT).acquires();
    story.on(20, "offer", STIMULUS).on(40, "visit", FMOT).on(41, "search", ZMOT);
    Told told = story.told();

    assertThat(told.pair(1, OWNER_STIMULUS_FMOT)).isEqualTo("offer > visit");
    assertThat(told.pair(1, OWNER_STIMULUS_ZMOT)).isEqualTo("offer > search");
    assertThat(told.pair(2, OWNER_STIMULUS_ZMOT)).isEqualTo("not entered");
  }

  @Test
  void contentConvertsToAnAcquisitionInTheSameLapToo() {
    Told told = Story.person().on(0, "post", UMOT).on(9, "order", FMOT).acquires().told();

    assertThat(told.pair(1, UMOT_ACQUISITION)).isEqualTo("post > order");
  }

  @Test
  void contentOfAnOwnerConvertsToTheNextAcquisition() {
    Story story = owner().on(20, "post", UMOT).on(30, "confirmed", FMOT).acquires().order("O1");
    story.on(40, "new order", FMOT).acquires().order("O2");

    assertThat(story.told().pair(1, UMOT_ACQUISITION)).isEqualTo("post > new order");
  }

  @Test
  void returnPairsKnowNoLoss() {
    Story story = owner().on(20, "post", UMOT).on(25, "lost", NONE).loses();
    story.on(30, "sale", NONE).disposes().on(99, "search", ZMOT);

    assertThat(story.told().pair(1, UMOT_ZMOT)).isEqualTo("post > search");
    assertThat(story.told().pair(1, UMOT_ACQUISITION)).isEqualTo("post > -");
  }

  @Test
  void aDateOnlySearchOnTheDayOfServiceMayComeAfter() {
    Story story = owner().on(20, "post", UMOT).at("18:00").on(20, "search", ZMOT).dateOnly();

    assertThat(story.told().pair(1, UMOT_ZMOT)).isEqualTo("post > search");
  }

  @Test
  void aVoidedAcquisitionConvertsNothing() {
    Story story = owner().on(20, "post", UMOT).on(40, "new order", FMOT).acquires().order("O2");
    story.on(50, "cancelled", NONE).cancels().order("O2");

    assertThat(story.told().pair(1, UMOT_ACQUISITION)).isEqualTo("post > -");
  }

  private static Story owner() {
    Story story = Story.person().on(0, "order", FMOT).acquires().order("O1");
    return story.on(9, "handover", SMOT).delivers().order("O1");
  }
}
