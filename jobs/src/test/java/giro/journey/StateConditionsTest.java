package giro.journey;

import static giro.model.domain.Moment.FMOT;
import static giro.model.domain.Moment.NONE;
import static giro.model.domain.Moment.SMOT;
import static giro.model.domain.Moment.UNCLASSIFIED;
import static giro.model.domain.Moment.ZMOT;
import static org.assertj.core.api.Assertions.assertThat;

import giro.model.domain.Phase;
import giro.model.domain.RuleOutcome;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What rules may ask of the person: phase, own model, time since the delivery. */
class StateConditionsTest {
  private static final Set<Phase> ANY = EnumSet.allOf(Phase.class);
  private static final RuleOutcome OWN = Story.rule("own", SMOT, ANY, true, -1);
  private static final RuleOutcome OTHER = Story.rule("other", FMOT, ANY, false, -1);
  private static final RuleOutcome FRESH = Story.rule("fresh", SMOT, ANY, null, 90);
  private static final RuleOutcome OWN_FRESH = Story.rule("own-fresh", SMOT, ANY, true, 90);

  @Test
  void theFirstRuleThatHoldsWins() {
    RuleOutcome waiting = Story.rule("waiting", SMOT, EnumSet.of(Phase.WAITING), null, -1);
    Story story = Story.person().on(0, "a", ZMOT, waiting).on(1, "order", FMOT).acquires();
    story.on(2, "b", ZMOT, waiting).on(3, "c", UNCLASSIFIED);
    Told told = story.told();

    assertThat(told.moment("a")).isEqualTo(ZMOT);
    assertThat(told.of("b").rule).isEqualTo(waiting);
    assertThat(told.moment("c")).isEqualTo(UNCLASSIFIED);
    assertThat(told.of("c").rule).isNull();
  }

  @Test
  void ownModelIsTrueOfACarOrderedOrHeldByItsModel() {
    Story story = Story.person().on(0, "before", ZMOT, OWN).model("C3");
    story.on(1, "order", FMOT).acquires().model("C3").on(2, "ordered", ZMOT, OWN).model("C3");
    story.on(9, "handover", SMOT).delivers().on(10, "held", ZMOT, OWN).model("C3");
    story.on(11, "another", ZMOT, OWN).model("C4").on(20, "sale", NONE).disposes();
    story.on(21, "after", ZMOT, OWN).model("C3");
    Told told = story.told();

    assertThat(told.moment("before")).isEqualTo(ZMOT);
    assertThat(told.moment("ordered")).isEqualTo(SMOT);
    assertThat(told.moment("held")).isEqualTo(SMOT);
    assertThat(told.moment("another")).isEqualTo(ZMOT);
    assertThat(told.moment("after")).isEqualTo(ZMOT);
  }

  @Test
  void theVinDecidesBeforeTheModel() {
    Story story = Story.person().on(1, "order", FMOT).acquires().model("C3").vin("V1");
    story.on(2, "same vin", ZMOT, OWN).vin("V1").model("C4");
    story.on(3, "other vin", ZMOT, OWN).vin("V2").model("C3");
    Told told = story.told();

    assertThat(told.moment("same vin")).isEqualTo(SMOT);
    assertThat(told.moment("other vin")).isEqualTo(ZMOT);
  }

  @Test
  void namingNeitherIsTrueOnlyWhileWaiting() {
    Story story = Story.person().on(0, "prospect", ZMOT, OWN).on(1, "order", FMOT).acquires();
    story.on(2, "waiting", ZMOT, OWN).on(9, "handover", SMOT).delivers();
    story.on(10, "owner", ZMOT, OWN);
    Told told = story.told();

    assertThat(told.moment("prospect")).isEqualTo(ZMOT);
    assertThat(told.moment("waiting")).isEqualTo(SMOT);
    assertThat(told.moment("owner")).isEqualTo(ZMOT);
  }

  @Test
  void ownModelFalseIsTheOpposite() {
    Story story = Story.person().on(1, "order", FMOT).acquires().model("C3");
    story.on(2, "own", ZMOT, OTHER).model("C3").on(3, "another", ZMOT, OTHER).model("C4");
    story.on(4, "neither", ZMOT, OTHER);
    Told told = story.told();

    assertThat(told.moment("own")).isEqualTo(ZMOT);
    assertThat(told.moment("another")).isEqualTo(FMOT);
    assertThat(told.moment("neither")).isEqualTo(ZMOT);
  }

  @Test
  void aKeyTheCarDoesNotKnowAgreesWithNothing() {
    Story story = Story.person().on(1, "order", FMOT).acquires().model("C3");
    story.on(2, "vin only", ZMOT, OWN).vin("V1");

    assertThat(story.told().moment("vin only")).isEqualTo(ZMOT);
  }

  @Test
  void anAcquisitionTouchSeesTheStateBeforeIt() {
    Story story = Story.person().on(1, "order", ZMOT, OWN).acquires().model("C3");
    story.on(2, "confirmed", ZMOT, OWN).acquires().model("C3");

    assertThat(story.told().moment("order")).isEqualTo(ZMOT);
    assertThat(story.told().moment("confirmed")).isEqualTo(SMOT);
  }

  @Test
  void sinceDeliveryHoldsToItsEndIncluded() {
    Story story = Story.person().on(0, "order", FMOT).acquires().on(1, "waiting", ZMOT, FRESH);
    story.on(10, "handover", ZMOT, FRESH).delivers().on(100, "last day", ZMOT, FRESH);
    story.on(100, "over", ZMOT, FRESH).at("12:00:01");
    Told told = story.told();

    assertThat(told.moment("waiting")).as("a delivery not known is false").isEqualTo(ZMOT);
    assertThat(told.moment("handover")).isEqualTo(SMOT);
    assertThat(told.moment("last day")).isEqualTo(SMOT);
    assertThat(told.moment("over")).isEqualTo(ZMOT);
  }

  @Test
  void anOwnerWhoseDeliveryIsUnknownIsNotSinceDelivery() {
    Story story = Story.person().on(0, "pairing", SMOT).owns().on(1, "a", ZMOT, FRESH);

    assertThat(story.told().moment("a")).isEqualTo(ZMOT);
  }

  @Test
  void withOwnModelItIsTheDeliveryOfThatCar() {
    Story story = Story.person().on(0, "c3", FMOT).acquires().model("C3");
    story.on(1, "handover c3", SMOT).delivers().on(200, "c4", FMOT).acquires().model("C4");
    story.on(201, "handover c4", SMOT).delivers();
    story.on(210, "read c3", ZMOT, OWN_FRESH).model("C3");
    story.on(211, "read c4", ZMOT, OWN_FRESH).model("C4").on(212, "read any", ZMOT, FRESH);
    Told told = story.told();

    assertThat(told.moment("read c3")).isEqualTo(ZMOT);
    assertThat(told.moment("read c4")).isEqualTo(SMOT);
    assertThat(told.moment("read any")).as("without own-model of any held one").isEqualTo(SMOT);
  }

  @Test
  void accessCountsFromItsAcquisition() {
    Story story = Story.person().on(0, "plan", FMOT).acquires("subscription").model("C3");
    story.on(90, "a", ZMOT, OWN_FRESH).model("C3").on(91, "b", ZMOT, OWN_FRESH).model("C3");

    assertThat(story.told().moment("a")).isEqualTo(SMOT);
    assertThat(story.told().moment("b")).isEqualTo(ZMOT);
  }

  @Test
  void aCarGivenAwayIsNotHeld() {
    Story story = Story.person().on(0, "order", FMOT).acquires().on(1, "handover", SMOT).delivers();
    story.on(9, "sale", ZMOT, FRESH).disposes().on(10, "a", ZMOT, FRESH);

    assertThat(story.told().moment("sale")).as("the disposal is included").isEqualTo(SMOT);
    assertThat(story.told().moment("a")).isEqualTo(ZMOT);
  }

  @Test
  void aRuleBeyondTheFirstWordIsFound() {
    Story story = Story.person();
    RuleOutcome[] never = new RuleOutcome[70];
    for (int i = 0; i < never.length; i++) {
      never[i] = Story.rule("r" + i, i == 69 ? ZMOT : FMOT, EnumSet.of(Phase.OWNER), null, -1);
    }
    JourneyTouch touch = story.on(0, "a", SMOT).owns().touches().get(0);
    touch.ruleHits = new long[] {1L << 63, 1L << 5};
    new JourneyPass(Story.lapRules(), java.util.List.of(never)).over(story.touches());

    assertThat(touch.outcome.rule.id()).isEqualTo("r63");
    touch.ruleHits = new long[] {0, 1L << 5};
    new JourneyPass(Story.lapRules(), java.util.List.of(never)).over(story.touches());
    assertThat(touch.outcome.moment).isEqualTo(ZMOT);
  }
}
