package giro.journey;

import static giro.model.domain.ConversionPair.ACQUISITION_DELIVERY;
import static giro.model.domain.ConversionPair.FMOT_ACQUISITION;
import static giro.model.domain.ConversionPair.FMOT_SMOT;
import static giro.model.domain.ConversionPair.FMOT_ZMOT;
import static giro.model.domain.ConversionPair.OWNER_STIMULUS_ZMOT;
import static giro.model.domain.ConversionPair.SMOT_FMOT;
import static giro.model.domain.ConversionPair.SMOT_UMOT;
import static giro.model.domain.ConversionPair.STIMULUS_FMOT;
import static giro.model.domain.ConversionPair.STIMULUS_SMOT;
import static giro.model.domain.ConversionPair.STIMULUS_UMOT;
import static giro.model.domain.ConversionPair.UMOT_FMOT;
import static giro.model.domain.ConversionPair.UMOT_SMOT;
import static giro.model.domain.ConversionPair.ZMOT_ACQUISITION;
import static giro.model.domain.ConversionPair.ZMOT_FMOT;
import static giro.model.domain.Moment.FMOT;
import static giro.model.domain.Moment.NONE;
import static giro.model.domain.Moment.SMOT;
import static giro.model.domain.Moment.STIMULUS;
import static giro.model.domain.Moment.UMOT;
import static giro.model.domain.Moment.ZMOT;
import static org.assertj.core.api.Assertions.assertThat;

import giro.model.domain.ConversionPair;
import giro.model.domain.Moment;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pairs within a lap: forward, backward, milestones and losses. */
class ConversionPairsTest {

  @ParameterizedTest
  @EnumSource(ConversionPair.class)
  void everyForwardAndBackwardPairTakesTheFirstFromAndTheFirstToAfterIt(ConversionPair pair) {
    if (pair.group() != ConversionPair.Group.FORWARD
        && pair.group() != ConversionPair.Group.BACKWARD) {
      return;
    }
    Moment from = Moment.valueOf(pair.from());
    Moment to = Moment.valueOf(pair.to());
    Story story = Story.person().on(0, "to before", to).on(1, "from", from).on(2, "from 2", from);
    story.on(3, "login", NONE).on(4, "to", to).on(5, "to 2", to);

    assertThat(story.told().pair(1, pair)).isEqualTo("from > to");
  }

  @Test
  void aPairWithoutFromIsNotEntered() {
    Told told = Story.person().on(0, "visit", FMOT).told();

    assertThat(told.pair(1, ZMOT_FMOT)).isEqualTo("not entered");
    assertThat(told.pair(1, FMOT_SMOT)).isEqualTo("visit > -");
  }

  @Test
  void aToInAnotherLapDoesNotCount() {
    Told told = Story.person().on(0, "search", ZMOT).on(181, "visit", FMOT).told();

    assertThat(told.pair(1, ZMOT_FMOT)).isEqualTo("search > -");
  }

  @Test
  void aDateOnlyToOfTheSameDayMayComeAfter() {
    Story story = Story.person().on(0, "search", ZMOT).at("18:00").on(0, "visit", FMOT).dateOnly();

    assertThat(story.told().pair(1, ZMOT_FMOT)).isEqualTo("search > visit");
  }

  @Test
  void aToBeforeInOrderMayStillComeAfterByItsClock() {
    Story story = Story.person().on(0, "visit", FMOT).at("09:00").uncertainHours(24);
    story.on(0, "search", ZMOT).at("18:00");

    assertThat(story.told().pair(1, ZMOT_FMOT)).isEqualTo("search > visit");
  }

  @Test
  void anInstantBeforeFromDoesNotComeAfter() {
    Story story = Story.person().on(0, "visit", FMOT).at("09:00").on(0, "search", ZMOT).at("18:00");

    assertThat(story.told().pair(1, ZMOT_FMOT)).isEqualTo("search > -");
  }

  @Test
  void anEqualInstantComesAfter() {
    Story story = Story.person().on(0, "b visit", FMOT).on(0, "c search", ZMOT);

    assertThat(story.told().pair(1, ZMOT_FMOT)).isEqualTo("c search > b visit");
    assertThat(story.told().pair(1, FMOT_ZMOT)).isEqualTo("b visit > c search");
  }

  @Test
  void theFirstFromIsTheFirstInOrderThoughADateOnlyOneStartsEarlier() {
    Story story = Story.person().on(0, "read", ZMOT).dateOnly().on(0, "search", ZMOT).at("08:00");
    story.on(0, "visit", FMOT).at("07:00").on(1, "visit 2", FMOT);

    assertThat(story.told().pair(1, ZMOT_FMOT)).isEqualTo("search > visit 2");
  }

  @Test
  void aStimulusCountsAsFromOnlyBeforeTheOwnership() {
    Story story = Story.person().on(0, "order", FMOT).acquires().on(1, "ad", STIMULUS);
    story.on(2, "call", SMOT);

    assertThat(story.told().pair(1, STIMULUS_SMOT)).isEqualTo("not entered");
    assertThat(story.told().pair(1, OWNER_STIMULUS_ZMOT)).isEqualTo("ad > -");
  }

  @Test
  void aStimulusBeforeMayConvertAfterTheAcquisition() {
    Story story = Story.person().on(0, "ad", STIMULUS).on(1, "order", FMOT).acquires();
    story.on(2, "call", SMOT).on(3, "post", UMOT);
    Told told = story.told();

    assertThat(told.pair(1, STIMULUS_FMOT)).isEqualTo("ad > order");
    assertThat(told.pair(1, STIMULUS_SMOT)).isEqualTo("ad > call");
    assertThat(told.pair(1, STIMULUS_UMOT)).isEqualTo("ad > post");
    assertThat(told.pair(1, OWNER_STIMULUS_ZMOT)).isEqualTo("not entered");
  }

  @Test
  void backwardNeedsBothBeforeTheAcquisition() {
    Story story = Story.person().on(0, "post", UMOT).on(1, "order", FMOT).acquires();
    story.on(2, "call", SMOT).on(3, "post 2", UMOT).on(4, "call 2", SMOT);
    Told told = story.told();

    assertThat(told.pair(1, UMOT_SMOT)).as("the call came after it").isEqualTo("post > -");
    assertThat(told.pair(1, UMOT_FMOT)).as("the order is not before itself").isEqualTo("post > -");
    assertThat(told.pair(1, SMOT_FMOT)).isEqualTo("not entered");
    assertThat(told.pair(1, FMOT_ZMOT)).isEqualTo("not entered");
  }

  @Test
  void milestonesConvertFromTheFirstResearchAndVisit() {
    Story story = Story.person().on(0, "search", ZMOT).on(1, "visit", FMOT).on(2, "visit 2", FMOT);
    story.on(3, "order", NONE).acquires().on(9, "handover", SMOT).delivers();
    Told told = story.told();

    assertThat(told.pair(1, ZMOT_ACQUISITION)).isEqualTo("search > order");
    assertThat(told.pair(1, FMOT_ACQUISITION)).isEqualTo("visit > order");
    assertThat(told.pair(1, ACQUISITION_DELIVERY)).isEqualTo("order > handover");
  }

  @Test
  void aFromThatIsItselfTheMilestoneConverts() {
    Told told = Story.person().on(0, "order", FMOT).acquires().dateOnly().told();

    assertThat(told.pair(1, FMOT_ACQUISITION)).isEqualTo("order > order");
    assertThat(told.pair(1, ACQUISITION_DELIVERY)).isEqualTo("order > -");
  }

  @Test
  void soldOffTheLotIsDeliveredInNoTime() {
    Told told = Story.person().on(0, "sold", FMOT).acquires().delivers().told();

    assertThat(told.pair(1, ACQUISITION_DELIVERY)).isEqualTo("sold > sold");
  }

  @Test
  void accessDoesNotEnterTheDelivery() {
    Story story = Story.person().on(0, "search", ZMOT).on(1, "trip", FMOT).acquires("sharing");

    assertThat(story.told().pair(1, ACQUISITION_DELIVERY)).isEqualTo("not entered");
    assertThat(story.told().pair(1, ZMOT_ACQUISITION)).isEqualTo("search > trip");
  }

  @Test
  void anOwnerWithoutKnownAcquisitionHasNoMilestone() {
    Story story = Story.person().on(0, "search", ZMOT).on(1, "pairing", SMOT).owns();

    assertThat(story.told().pair(1, ZMOT_ACQUISITION)).isEqualTo("search > -");
    assertThat(story.told().pair(1, ACQUISITION_DELIVERY)).isEqualTo("not entered");
  }

  @Test
  void aFurtherTouchIsNoMilestone() {
    Story story = Story.person().on(0, "order", NONE).acquires().order("O1");
    story.on(5, "handover", FMOT).delivers().on(6, "invoice", FMOT).acquires().order("O1");

    assertThat(story.told().pair(1, FMOT_ACQUISITION)).isEqualTo("handover > -");
  }

  @Test
  void aLossStandsBesideTheConversion() {
    Story story = Story.person().on(0, "lost early", NONE).loses().on(1, "search", ZMOT);
    story.on(5, "lost", NONE).loses().on(6, "lost again", NONE).loses().on(9, "visit", FMOT);
    Told told = story.told();

    assertThat(told.pair(1, ZMOT_FMOT)).isEqualTo("search > visit, lost lost");
    assertThat(told.pair(1, FMOT_SMOT)).as("no loss after the visit").isEqualTo("visit > -");
  }

  @Test
  void aDateOnlyLossOfTheSameDayMayComeAfter() {
    Story story = Story.person().on(0, "lost", NONE).loses().dateOnly();
    story.on(0, "search", ZMOT).at("10:00");

    assertThat(story.told().pair(1, ZMOT_FMOT)).isEqualTo("search > -, lost lost");
  }

  @Test
  void theDisposalOfTheLapsOwnCarIsALoss() {
    Story story = Story.person().on(0, "1st", FMOT).acquires().order("O1");
    story.on(1, "2nd", FMOT).acquires().order("O2").on(2, "handover", SMOT).delivers().order("O1");
    story
        .on(3, "handover 2", SMOT)
        .delivers()
        .order("O2")
        .on(9, "sale", NONE)
        .disposes()
        .order("O1");
    Told told = story.told();

    assertThat(told.pair(1, SMOT_UMOT)).isEqualTo("handover > -, lost sale");
    assertThat(told.pair(2, SMOT_UMOT)).isEqualTo("handover 2 > -");
  }

  @Test
  void aTradeInThatIsAlsoTheNextOrderIsStillTheOldCarsLoss() {
    Story story = Story.person().on(0, "1st", FMOT).acquires().model("C3");
    story.on(1, "handover", SMOT).delivers();
    story.on(9, "trade-in", FMOT).acquires().disposes();
    Told told = story.told();

    assertThat(told.lapsOfTouches())
        .containsExactly(List.of("1st", "handover"), List.of("trade-in"));
    assertThat(told.pair(1, SMOT_UMOT)).isEqualTo("handover > -, lost trade-in");
  }
}
