package giro.journey;

import static giro.model.domain.Moment.FMOT;
import static giro.model.domain.Moment.NONE;
import static giro.model.domain.Moment.SMOT;
import static giro.model.domain.Moment.UMOT;
import static giro.model.domain.Moment.ZMOT;
import static giro.model.domain.Phase.OWNER;
import static giro.model.domain.Phase.PROSPECT;
import static giro.model.domain.Phase.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which of a person's cars a delivery, an ownership touch, a disposal is about. */
class CarKeysTest {

  @Test
  void theFirstKeyBothKnowDecidesWhateverLaterKeysSay() {
    Story story = Story.person().on(0, "c3", FMOT).acquires().order("O1").vin("V1").model("C3");
    story.on(9, "handover", SMOT).delivers().order("O2").vin("V1").model("C3");
    story.on(10, "search", ZMOT);

    assertThat(story.told().deliveries()).as("another order number is another car").isEmpty();
    assertThat(story.told().phase("search")).isEqualTo(WAITING);
  }

  @Test
  void aKeyOnlyOneSideKnowsIsPassedOver() {
    Story story = Story.person().on(0, "c3", FMOT).acquires().order("O1").model("C3");
    story.on(0, "c4", FMOT).acquires().order("O2").model("C4");
    story.on(9, "handover", SMOT).delivers().vin("V1").model("C3");

    Told told = story.told();
    assertThat(told.of("handover").car).isSameAs(told.of("c3").car);
  }

  @Test
  void theStrongestKeyWinsOverTheLatestCar() {
    Story story = Story.person().on(0, "first", FMOT).acquires().vin("V1").model("C3");
    story.on(50, "second", FMOT).acquires().order("O2").model("C3");
    story.on(60, "handover", SMOT).delivers().vin("V1").model("C3");
    Told told = story.told();

    assertThat(told.acquisitions()).containsExactly("first", "second");
    assertThat(told.of("handover").car).isSameAs(told.of("first").car);
  }

  @Test
  void ofEquallyStrongKeysTheLatestCarWins() {
    Story story = Story.person().on(0, "first", FMOT).acquires().model("C3");
    story.on(50, "second", FMOT).acquires().model("C3");
    story.on(60, "handover", SMOT).delivers().model("C3");
    Told told = story.told();

    assertThat(told.of("handover").car).isSameAs(told.of("second").car);
  }

  @Test
  void aTouchWithoutKeysIsAboutTheLatestCandidate() {
    Story story = Story.person().on(0, "first", FMOT).acquires().model("C3");
    story.on(50, "second", FMOT).acquires().model("C4").on(60, "handover", SMOT).delivers();
    story.on(61, "other handover", SMOT).delivers();
    Told told = story.told();

    assertThat(told.of("handover").car).isSameAs(told.of("second").car);
    assertThat(told.of("other handover").car)
        .as("a delivered car is no candidate any more")
        .isSameAs(told.of("first").car);
  }

  @Test
  void excludedCarsAreLeftOutBeforeTheLatestIsTaken() {
    Story story = Story.person().on(0, "unknown", FMOT).acquires().order("O1");
    story.on(50, "c4", FMOT).acquires().order("O2").model("C4");
    story.on(60, "handover", SMOT).delivers().model("C3");
    Told told = story.told();

    assertThat(told.of("handover").car).isSameAs(told.of("unknown").car);
  }

  @Test
  void whereEveryCandidateIsExcludedTheTouchIsAboutNone() {
    Story story = Story.person().on(0, "c4", FMOT).acquires().model("C4");
    story.on(9, "handover", SMOT).delivers().model("C3").on(10, "sale", NONE).disposes();
    Told told = story.told();

    assertThat(told.deliveries()).isEmpty();
    assertThat(told.phase("sale")).as("a waiting car cannot be disposed of").isEqualTo(WAITING);
  }

  @Test
  void aCarLearnsItsKeysFromItsDelivery() {
    Story story = Story.person().on(0, "first", FMOT).acquires().order("O1");
    story.on(9, "handover", SMOT).delivers().order("O1").vin("V1");
    story.on(50, "second", FMOT).acquires().order("O2");
    story.on(55, "handover 2", SMOT).delivers().order("O2");
    story.on(60, "post", UMOT).vin("V1").on(70, "sale", NONE).disposes().vin("V1");
    Told told = story.told();

    assertThat(told.lap("post")).isEqualTo(1);
    assertThat(told.of("sale").car).isSameAs(told.of("first").car);
  }

  @Test
  void aCarLearnsItsKeysFromTheTouchThatMadeAnOwner() {
    Story story = Story.person().on(0, "first", FMOT).acquires();
    story.on(9, "pairing", SMOT).owns().vin("V1").on(50, "second", FMOT).acquires().vin("V2");
    story.on(60, "post", UMOT).vin("V1");
    Told told = story.told();

    assertThat(told.lap("post")).isEqualTo(1);
  }

  @Test
  void aLaterWorkshopVisitTeachesNothing() {
    Story story = Story.person().on(0, "first", FMOT).acquires().on(9, "handover", SMOT).delivers();
    story.on(20, "workshop", SMOT).owns().vin("V1").on(50, "second", FMOT).acquires().vin("V2");
    story.on(60, "post", UMOT).vin("V1");

    assertThat(story.told().lap("post")).as("no car is known by V1: the latest").isEqualTo(2);
  }

  @Test
  void theFirstKnownValueStays() {
    Story story = Story.person().on(0, "order", FMOT).acquires().order("O1").model("C3");
    story.on(9, "handover", SMOT).delivers().order("O1").model("C3 AIRCROSS").vin("V1");
    Told told = story.told();

    assertThat(told.of("order").car.model).isEqualTo("C3");
    assertThat(told.of("order").car.vin).isEqualTo("V1");
  }

  @Test
  void onlyHeldCarsAreDisposedOf() {
    Story story = Story.person().on(0, "held", FMOT).acquires().model("C3");
    story.on(9, "handover", SMOT).delivers().on(50, "waited for", FMOT).acquires().model("C4");
    story.on(60, "sale", NONE).disposes().on(70, "search", ZMOT);
    Told told = story.told();

    assertThat(told.of("sale").car).isSameAs(told.of("held").car);
    assertThat(told.phase("search")).isEqualTo(WAITING);
  }

  @Test
  void anOwnershipTouchThatNamesAWaitingCarMakesItsOwnerThoughAnotherIsHeld() {
    Story story = Story.person().on(0, "held", FMOT).acquires().model("C3");
    story.on(9, "handover", SMOT).delivers().on(50, "waited for", FMOT).acquires().model("C4");
    story.on(60, "pairing", SMOT).owns().model("C4");

    assertThat(story.told().phase("pairing")).isEqualTo(OWNER);
  }

  @Test
  void anOwnershipTouchWithoutKeysIsNoOwnersWhileAnotherCarIsHeld() {
    Story story = Story.person().on(0, "held", FMOT).acquires().model("C3");
    story.on(9, "handover", SMOT).delivers().on(50, "waited for", FMOT).acquires().model("C4");
    story.on(60, "workshop", SMOT).owns();

    assertThat(story.told().phase("workshop")).isEqualTo(WAITING);
  }

  @Test
  void anOwnershipTouchWithoutKeysMakesAnOwnerWhileNoCarIsHeld() {
    Story story = Story.person().on(0, "order", FMOT).acquires().model("C3");
    story.on(9, "pairing", SMOT).owns().on(12, "handover", SMOT).delivers();
    Told told = story.told();

    assertThat(told.phases()).containsExactly(PROSPECT, OWNER, OWNER);
    assertThat(told.deliveries())
        .as("paired, but delivered only later")
        .containsExactly("handover");
  }

  @Test
  void anOwnershipTouchOfAnotherCarMakesNoOwner() {
    Story story = Story.person().on(0, "order", FMOT).acquires().vin("V1");
    story.on(9, "workshop", SMOT).owns().vin("V2");

    assertThat(story.told().phase("workshop")).isEqualTo(WAITING);
  }
}
