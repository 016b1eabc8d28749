package giro.journey;

import static giro.model.domain.Moment.FMOT;
import static giro.model.domain.Moment.NONE;
import static giro.model.domain.Moment.SMOT;
import static giro.model.domain.Moment.ZMOT;
import static giro.model.domain.Phase.OWNER;
import static giro.model.domain.Phase.PROSPECT;
import static giro.model.domain.Phase.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhasesTest {

  @Test
  void aPurchaseIsWaitedForOwnedAndLeft() {
    Story story = Story.person().on(0, "search", ZMOT).on(1, "order", FMOT).acquires();
    story.on(2, "call", SMOT).on(9, "handover", SMOT).delivers().on(10, "trip", SMOT);
    story.on(400, "sale", NONE).disposes().on(401, "search again", ZMOT);
    Told told = story.told();

    assertThat(told.phases())
        .containsExactly(PROSPECT, PROSPECT, WAITING, OWNER, OWNER, OWNER, PROSPECT);
    assertThat(told.of("sale").isFormerOwner).isFalse();
    assertThat(told.of("search again").isFormerOwner).isTrue();
    assertThat(told.of("search").isFormerOwner).isFalse();
  }

  @Test
  void aFurtherTouchOfTheAcquisitionIsWaitedOn() {
    Story story = Story.person().on(0, "order", FMOT).acquires().order("O1");
    story.on(2, "confirmed", FMOT).acquires().order("O1");

    assertThat(story.told().phases()).containsExactly(PROSPECT, WAITING);
  }

  @Test
  void waitingForOneCarGoesBeforeOwningAnother() {
    Story story = Story.person().on(0, "order", FMOT).acquires().model("C3");
    story.on(9, "handover", SMOT).delivers().on(50, "second", FMOT).acquires().model("C4");
    story.on(51, "workshop", SMOT).on(60, "handover 2", SMOT).delivers();
    Told told = story.told();

    assertThat(told.phase("second")).as("the phase before it").isEqualTo(OWNER);
    assertThat(told.phase("workshop")).isEqualTo(WAITING);
    assertThat(told.phase("handover 2")).isEqualTo(OWNER);
  }

  @Test
  void aFormerOwnerIsOneAfterTheLastCarOnly() {
    Story story = Story.person().on(0, "order", FMOT).acquires().vin("V1");
    story.on(1, "handover", SMOT).delivers().on(9, "plan", FMOT).acquires("sharing").vin("V2");
    story.on(20, "sale", NONE).disposes().vin("V1").on(21, "search", ZMOT);
    story.on(30, "left", NONE).disposes().vin("V2").on(31, "search again", ZMOT);
    Told told = story.told();

    assertThat(told.phase("search")).isEqualTo(OWNER);
    assertThat(told.of("search").isFormerOwner).isFalse();
    assertThat(told.of("search again").isFormerOwner).isTrue();
  }

  @Test
  void aFormerOwnerWhoOrdersAgainIsOneUpToTheOrder() {
    Story story = Story.person().on(0, "order", FMOT).acquires().on(1, "handover", SMOT).delivers();
    story.on(20, "sale", NONE).disposes().on(30, "new order", FMOT).acquires();
    story.on(31, "call", SMOT);
    Told told = story.told();

    assertThat(told.phase("new order")).isEqualTo(PROSPECT);
    assertThat(told.of("new order").isFormerOwner).isTrue();
    assertThat(told.of("call").isFormerOwner).isFalse();
  }

  @Test
  void aPairingMakesAnOwnerWithoutKnownAcquisition() {
    Story story = Story.person().on(0, "search", ZMOT).on(5, "pairing", SMOT).owns().vin("V1");
    story.on(9, "trip", SMOT);
    Told told = story.told();

    assertThat(told.phases()).containsExactly(PROSPECT, OWNER, OWNER);
    assertThat(told.acquisitions()).isEmpty();
    assertThat(told.lap(1).isOwnership()).isTrue();
    assertThat(told.lapsOfTouches()).hasSize(1);
  }

  @Test
  void oncePerPersonThoughTheFirstWasGivenAway() {
    Story story = Story.person().on(0, "pairing", SMOT).owns().vin("V1");
    story.on(50, "sale", NONE).disposes().vin("V1").on(99, "other pairing", SMOT).owns().vin("V2");

    assertThat(story.told().phase("other pairing")).isEqualTo(PROSPECT);
    assertThat(story.told().laps()).hasSize(1);
  }

  @Test
  void notOnceACarWasAcquiredEarlier() {
    Story story = Story.person().on(0, "order", FMOT).acquires().vin("V1");
    story.on(9, "handover", SMOT).delivers().on(50, "sale", NONE).disposes();
    story.on(99, "pairing", SMOT).owns().vin("V2");

    assertThat(story.told().phase("pairing")).isEqualTo(PROSPECT);
  }

  @Test
  void anOrderAfterOwningWithoutAcquisitionIsAnAcquisition() {
    Story story = Story.person().on(0, "pairing", SMOT).owns().vin("V1").model("C3");
    story.on(9, "order", FMOT).acquires().model("C3").on(10, "call", SMOT);
    Told told = story.told();

    assertThat(told.acquisitions()).containsExactly("order");
    assertThat(told.phase("call")).isEqualTo(WAITING);
    assertThat(told.lap("order")).isEqualTo(2);
  }

  @Test
  void aDeliveryAloneMakesNoOwner() {
    Story story = Story.person().on(0, "handover", SMOT).delivers().on(1, "call", SMOT);

    assertThat(story.told().phases()).containsOnly(PROSPECT);
    assertThat(story.told().deliveries()).isEmpty();
  }

  @Test
  void aFurtherAcquisitionTouchThatShowsOwnershipMakesTheOwner() {
    Story story = Story.person().on(0, "order", FMOT).acquires().vin("V1");
    story.on(9, "registered and paired", SMOT).acquires().owns().vin("V1");

    assertThat(story.told().phase("registered and paired")).isEqualTo(OWNER);
  }

  @Test
  void theAcquisitionTouchItselfIsNoLaterOwnershipTouch() {
    Story story = Story.person().on(0, "order", FMOT).acquires().owns().on(1, "call", SMOT);

    assertThat(story.told().phase("call")).isEqualTo(WAITING);
  }

  @Test
  void aDateOnlyContractOnTheDayOfDeliveryComesFirst() {
    Story story = Story.person().on(0, "contract", FMOT).acquires().dateOnly();
    story.on(0, "handover", SMOT).delivers().on(0, "evening", SMOT).at("20:00");

    assertThat(story.told().phases()).containsExactly(PROSPECT, OWNER, OWNER);
  }
}
