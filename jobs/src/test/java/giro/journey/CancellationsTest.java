package giro.journey;

import static giro.model.domain.Moment.FMOT;
import static giro.model.domain.Moment.NONE;
import static giro.model.domain.Moment.SMOT;
import static giro.model.domain.Moment.UNCLASSIFIED;
import static giro.model.domain.Moment.ZMOT;
import static giro.model.domain.Phase.OWNER;
import static giro.model.domain.Phase.PROSPECT;
import static giro.model.domain.Phase.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import giro.model.domain.Moment;
import giro.model.domain.Phase;
import giro.model.domain.RuleOutcome;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A cancellation voids an acquisition as if the milestone had never been. */
class CancellationsTest {
  private static final RuleOutcome CALL_WAITING =
      Story.rule("call-waiting", SMOT, EnumSet.of(Phase.WAITING), null, -1);
  private static final RuleOutcome CALL_PROSPECT =
      Story.rule("call-prospect", FMOT, EnumSet.of(Phase.PROSPECT), null, -1);

  @Test
  void phasesLapsAndClassificationFollow() {
    Story story = Story.person().on(0, "search", ZMOT).on(5, "order", FMOT).acquires().order("O1");
    story.on(6, "call", UNCLASSIFIED, CALL_WAITING, CALL_PROSPECT).on(7, "social", ZMOT);
    story.on(20, "cancelled", NONE).cancels().order("O1").on(21, "visit", FMOT);
    Told told = story.told();

    assertThat(told.acquisitions()).isEmpty();
    assertThat(told.phases()).containsOnly(PROSPECT);
    assertThat(told.moment("call")).isEqualTo(FMOT);
    assertThat(told.lapsOfTouches())
        .containsExactly(List.of("search", "order", "call", "social", "cancelled", "visit"));
    assertThat(told.lap(1).isOwnership()).isFalse();
  }

  @Test
  void itsFurtherTouchesAreVoidToo() {
    Story story = Story.person().on(0, "web order", FMOT).acquires().vin("V1").order("O1");
    story.on(1, "dealer order", FMOT).acquires().vin("V1").on(9, "cancelled", NONE).cancels();

    assertThat(story.told().acquisitions()).isEmpty();
    assertThat(story.told().phases()).containsOnly(PROSPECT);
  }

  @Test
  void aLaterTouchOfAVoidedOrderNumberStaysVoid() {
    Story story = Story.person().on(0, "order", FMOT).acquires().order("O1");
    story.on(9, "cancelled", NONE).cancels().order("O1");
    story.on(10, "late copy", FMOT).acquires().order("O1");
    story.on(20, "handover", SMOT).delivers().order("O1");
    Told told = story.told();

    assertThat(told.acquisitions()).isEmpty();
    assertThat(told.deliveries()).isEmpty();
    assertThat(told.phases()).containsOnly(PROSPECT);
  }

  @Test
  void aDeliveryOfAVoidedOrderDeliversNoOtherCar() {
    Story story = Story.person().on(0, "order", FMOT).acquires().order("O1");
    story.on(9, "cancelled", NONE).cancels().order("O1").on(10, "other", FMOT).acquires();
    story.on(20, "handover", SMOT).delivers().order("O1");

    assertThat(story.told().deliveries()).isEmpty();
    assertThat(story.told().phase("handover")).isEqualTo(WAITING);
  }

  @Test
  void aCancellationToldTwiceDoesNotVoidTheNextCar() {
    Story story = Story.person().on(0, "order", FMOT).acquires().order("O1");
    story.on(9, "cancelled", NONE).cancels().order("O1").on(10, "other", FMOT).acquires();
    story.on(11, "cancelled again", NONE).cancels().order("O1");

    assertThat(story.told().acquisitions())
        .as("the other order has no number yet, but the voided one's is known")
        .containsExactly("other");
  }

  @Test
  void aWorkshopVisitOfAVoidedOrderMakesNoOwner() {
    Story story = Story.person().on(0, "order", FMOT).acquires().order("O1");
    story.on(9, "cancelled", NONE).cancels().order("O1");
    story.on(20, "pairing", SMOT).owns().order("O1");

    assertThat(story.told().phase("pairing")).isEqualTo(PROSPECT);
  }

  @Test
  void aLaterOrderIsNew() {
    Story story = Story.person().on(0, "order", FMOT).acquires().order("O1").model("C3");
    story.on(9, "cancelled", NONE).cancels().order("O1");
    story.on(10, "new order", FMOT).acquires().order("O2").model("C3");
    story.on(11, "search", ZMOT);
    Told told = story.told();

    assertThat(told.acquisitions()).containsExactly("new order");
    assertThat(told.phase("search")).isEqualTo(WAITING);
  }

  @Test
  void aLaterOrderWithoutANumberIsNewThoughTheModelAgrees() {
    Story story = Story.person().on(0, "order", FMOT).acquires().order("O1").model("C3");
    story.on(9, "cancelled", NONE).cancels().order("O1");
    story.on(10, "new order", FMOT).acquires().model("C3");

    assertThat(story.told().acquisitions()).containsExactly("new order");
  }

  @Test
  void aDeliveredPurchaseCannotBeCancelled() {
    Story story = Story.person().on(0, "order", FMOT).acquires().order("O1");
    story.on(9, "handover", SMOT).delivers().on(20, "cancelled", NONE).cancels().order("O1");

    assertThat(story.told().acquisitions()).containsExactly("order");
    assertThat(story.told().phase("cancelled")).isEqualTo(OWNER);
  }

  @Test
  void aCancellationWithoutKeysIsAboutTheLatestWaitingCar() {
    Story story = Story.person().on(0, "1st", FMOT).acquires().order("O1");
    story.on(1, "2nd", FMOT).acquires().order("O2").on(2, "3rd", FMOT).acquires().order("O3");
    story.on(3, "handover", SMOT).delivers().order("O3").on(9, "cancelled", NONE).cancels();

    assertThat(story.told().acquisitions()).containsExactly("1st", "3rd");
  }

  @Test
  void twoCancellationsVoidTwoCars() {
    Story story = Story.person().on(0, "1st", FMOT).acquires().order("O1");
    story.on(1, "2nd", FMOT).acquires().order("O2").on(9, "cancelled", NONE).cancels();
    story.on(10, "cancelled too", NONE).cancels();

    assertThat(story.told().acquisitions()).isEmpty();
  }

  @Test
  void anAccessIsCancelledWhileHeld() {
    Story story = Story.person().on(0, "plan", FMOT).acquires("subscription").order("S1");
    story.on(5, "trip", SMOT).on(9, "cancelled", NONE).cancels().on(10, "search", ZMOT);
    Told told = story.told();

    assertThat(told.acquisitions()).isEmpty();
    assertThat(told.phases()).containsOnly(PROSPECT);
    assertThat(told.of("search").isFormerOwner).isFalse();
  }

  @Test
  void aDisposedAccessCannotBeCancelled() {
    Story story = Story.person().on(0, "plan", FMOT).acquires("subscription");
    story.on(5, "returned", NONE).disposes().on(9, "cancelled", NONE).cancels();

    assertThat(story.told().acquisitions()).containsExactly("plan");
  }

  @Test
  void whatTheVoidedCarTookGoesToTheOneThatRemains() {
    Story story = Story.person().on(0, "owned", SMOT).owns().model("C3");
    story.on(10, "order", FMOT).acquires().order("O1").on(20, "again", FMOT).acquires().order("O2");
    story.on(30, "cancelled", NONE).cancels().order("O2");
    story.on(40, "handover", SMOT).delivers();
    Told told = story.told();

    assertThat(told.of("handover").car).isSameAs(told.of("order").car);
    assertThat(told.lapsOfTouches().get(1)).contains("order", "handover");
  }

  @Test
  void withTheAcquisitionVoidAnEarlierWorkshopVisitMakesTheOwner() {
    Story story = Story.person().on(0, "order", FMOT).acquires().vin("V1");
    story.on(5, "workshop", SMOT).owns().vin("V2").on(9, "cancelled", NONE).cancels().vin("V1");
    Told told = story.told();

    assertThat(told.phase("workshop"))
        .as("no car is ordered or held once the order never was: owner without acquisition")
        .isEqualTo(OWNER);
    assertThat(told.acquisitions()).isEmpty();
  }

  @Test
  void soItDoesThoughAnotherCarWasOrderedSince() {
    Story story = Story.person().on(0, "order", FMOT).acquires().vin("V1");
    story.on(5, "workshop", SMOT).owns().vin("V2").on(7, "other order", FMOT).acquires().vin("V3");
    story.on(9, "cancelled", NONE).cancels().vin("V1");
    Told told = story.told();

    assertThat(told.phase("workshop")).isEqualTo(OWNER);
    assertThat(told.phase("cancelled")).isEqualTo(WAITING);
  }

  @Test
  void withTheAccessVoidAKeylessWorkshopVisitMakesTheWaitingPersonAnOwner() {
    Story story = Story.person().on(0, "order", FMOT).acquires().order("O1");
    story.on(1, "plan", FMOT).acquires("subscription").order("S1").on(5, "workshop", SMOT).owns();
    story.on(9, "cancelled", NONE).cancels().order("S1");

    assertThat(story.told().phase("workshop"))
        .as("while the access was held, the visit could have been about it")
        .isEqualTo(OWNER);
  }

  @Test
  void theCancellationKeepsItsMoment() {
    Story story = Story.person().on(0, "order", FMOT).acquires();
    story.on(9, "cancelled", Moment.SMOT).cancels();

    assertThat(story.told().moment("cancelled")).isEqualTo(SMOT);
  }
}
