package giro.journey;

import static giro.model.domain.Moment.FMOT;
import static giro.model.domain.Moment.NONE;
import static giro.model.domain.Moment.SMOT;
import static giro.model.domain.Moment.ZMOT;
import static giro.model.domain.Phase.OWNER;
import static giro.model.domain.Phase.PROSPECT;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which touches are one acquisition, and which are another. */
class AcquisitionsTest {

  @Test
  void touchesOfOneOrderAreOneAcquisitionHoweverFarApart() {
    Story story = Story.person().on(0, "web order", FMOT).acquires().order("O1").model("C3");
    story.on(300, "dealer order", FMOT).acquires().order("O1").model("C4").vin("V9");
    Told told = story.told();

    assertThat(told.acquisitions()).containsExactly("web order");
    assertThat(told.lapsOfTouches()).hasSize(1);
  }

  @Test
  void otherOrderNumbersAreOtherAcquisitionsThoughTheVinAgrees() {
    Story story = Story.person().on(0, "one", FMOT).acquires().order("O1").vin("V1");
    story.on(1, "two", FMOT).acquires().order("O2").vin("V1");

    assertThat(story.told().acquisitions()).containsExactly("one", "two");
  }

  @Test
  void withoutASharedOrderNumberTheSameVinIsOneAcquisition() {
    Story story = Story.person().on(0, "order", FMOT).acquires().order("O1").vin("V1");
    story.on(200, "registration", NONE).acquires().vin("V1").model("C4");

    assertThat(story.told().acquisitions()).containsExactly("order");
  }

  @Test
  void aVinLearntAtTheDeliveryCountsToo() {
    Story story = Story.person().on(0, "order", FMOT).acquires().order("O1");
    story.on(100, "handover", SMOT).delivers().order("O1").vin("V1");
    story.on(101, "invoice", NONE).acquires().vin("V1");

    assertThat(story.told().acquisitions()).containsExactly("order");
  }

  @Test
  void theSameModelIsOneAcquisitionFor30DaysEndIncluded() {
    Story story = Story.person().on(0, "order", FMOT).acquires().model("C3");
    story.on(30, "again", FMOT).acquires().model("C3");

    assertThat(story.told().acquisitions()).containsExactly("order");
  }

  @Test
  void theSameModelLaterIsAnotherAcquisition() {
    Story story = Story.person().on(0, "order", FMOT).acquires().model("C3");
    story.on(30, "again", FMOT).acquires().model("C3").at("12:01");

    assertThat(story.told().acquisitions()).containsExactly("order", "again");
  }

  @Test
  void the30DaysCountFromTheFirstTouchNotFromTheLatest() {
    Story story = Story.person().on(0, "order", FMOT).acquires().model("C3");
    story.on(20, "again", FMOT).acquires().model("C3").on(40, "new", FMOT).acquires().model("C3");

    assertThat(story.told().acquisitions()).containsExactly("order", "new");
  }

  @Test
  void withoutAnyKnownKeyTouchesAreNotOne() {
    Story story = Story.person().on(0, "one", FMOT).acquires().on(1, "two", FMOT).acquires();

    assertThat(story.told().acquisitions()).containsExactly("one", "two");
  }

  @Test
  void anotherModelIsAnotherAcquisition() {
    Story story = Story.person().on(0, "one", FMOT).acquires().model("C3").order("O1");
    story.on(1, "two", FMOT).acquires().model("C4");

    assertThat(story.told().acquisitions()).containsExactly("one", "two");
  }

  @Test
  void aFurtherTouchTeachesItsCarAKey() {
    Story story = Story.person().on(0, "order", FMOT).acquires().model("C3");
    story.on(10, "signed", FMOT).acquires().model("C3").order("O1");
    story.on(20, "other", FMOT).acquires().model("C3").order("O2");

    assertThat(story.told().acquisitions()).containsExactly("order", "other");
  }

  @Test
  void aVinAcquiredAfterItsDisposalIsNew() {
    Story story = Story.person().on(0, "order", FMOT).acquires().vin("V1");
    story.on(9, "handover", SMOT).delivers().on(400, "sale", NONE).disposes().vin("V1");
    story.on(500, "bought back", FMOT).acquires().vin("V1");

    assertThat(story.told().acquisitions()).containsExactly("order", "bought back");
  }

  @Test
  void aFurtherTouchStaysInItsCarsLapWhateverItsMoment() {
    Story story = Story.person().on(0, "search", ZMOT).on(5, "order", FMOT).acquires().order("O1");
    story.on(20, "confirmed", FMOT).acquires().order("O1");

    assertThat(story.told().lapsOfTouches())
        .as("FMOT would open a return lap, were it not a further touch")
        .hasSize(1);
  }

  @Test
  void accessIsOnePerKindUntilItsDisposal() {
    Story story = Story.person().on(0, "1st trip", FMOT).acquires("sharing").vin("V1");
    story.on(400, "2nd trip", SMOT).acquires("sharing").vin("V2");
    story.on(410, "plan", FMOT).acquires("subscription").vin("V3");
    story.on(500, "left", NONE).disposes().vin("V1");
    story.on(600, "back", FMOT).acquires("sharing").vin("V1");

    assertThat(story.told().acquisitions()).containsExactly("1st trip", "plan", "back");
  }

  @Test
  void accessMakesAnOwnerAtOnceFromTheNextTouch() {
    Story story = Story.person().on(0, "1st trip", FMOT).acquires("sharing");
    story.on(0, "2nd trip", SMOT).acquires("sharing").at("12:30");

    assertThat(story.told().phases()).containsExactly(PROSPECT, OWNER);
  }

  @Test
  void aCancelledAccessBeginsAnew() {
    Story story = Story.person().on(0, "plan", FMOT).acquires("subscription");
    story.on(10, "cancelled", NONE).cancels().on(50, "again", FMOT).acquires("subscription");
    Told told = story.told();

    assertThat(told.acquisitions()).containsExactly("again");
    assertThat(told.phases()).containsOnly(PROSPECT);
  }

  @Test
  void leaseAndUnknownKindsCountAsAPurchase() {
    Story story = Story.person().on(0, "lease", FMOT).acquires("lease").order("O1");
    story.on(50, "second lease", FMOT).acquires("lease").order("O2");
    story.on(60, "what", FMOT).acquires("barter").order("O3");

    assertThat(story.told().acquisitions()).containsExactly("lease", "second lease", "what");
    assertThat(story.told().of("what").car.isWaiting()).isTrue();
  }

  @Test
  void aPurchaseIsNoFurtherTouchOfAnAccess() {
    Story story = Story.person().on(0, "plan", FMOT).acquires("subscription").vin("V1");
    story.on(9, "bought", FMOT).acquires("purchase").vin("V1");

    assertThat(story.told().acquisitions()).containsExactly("plan", "bought");
  }

  @Test
  void oneTouchMayAcquireAndDeliver() {
    Story story = Story.person().on(0, "sold off the lot", FMOT).acquires().delivers();
    story.on(1, "call", SMOT);
    Told told = story.told();

    assertThat(told.deliveries()).containsExactly("sold off the lot");
    assertThat(told.phases())
        .as("an acquisition has the phase before")
        .containsExactly(PROSPECT, OWNER);
  }
}
