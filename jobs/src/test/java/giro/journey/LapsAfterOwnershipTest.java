package giro.journey;

import static giro.model.domain.Moment.FMOT;
import static giro.model.domain.Moment.NONE;
import static giro.model.domain.Moment.SMOT;
import static giro.model.domain.Moment.STIMULUS;
import static giro.model.domain.Moment.UMOT;
import static giro.model.domain.Moment.UNCLASSIFIED;
import static giro.model.domain.Moment.ZMOT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which lap a touch is in once a person has had an ownership lap. */
class LapsAfterOwnershipTest {

  @Test
  void onlyZmotAndFmotOpenAReturnLap() {
    Story story = owner().on(20, "ad", STIMULUS).on(21, "what", UNCLASSIFIED).on(22, "call", SMOT);
    story.on(23, "post", UMOT).on(24, "login", NONE).on(25, "visit", FMOT).on(26, "search", ZMOT);
    Told told = story.told();

    assertThat(told.lapsOfTouches())
        .containsExactly(
            List.of("order", "handover", "ad", "what", "call", "post", "login"),
            List.of("visit", "search"));
    assertThat(told.lap(2).isReturn).isTrue();
    assertThat(told.lap(2).previous).isSameAs(told.lap(1));
  }

  @Test
  void stimulusAndUnclassifiedJoinTheReturnLapUnderWayOnly() {
    Story story =
        owner().on(20, "search", ZMOT).on(21, "ad", STIMULUS).on(22, "what", UNCLASSIFIED);
    story.on(203, "late ad", STIMULUS).on(204, "late what", UNCLASSIFIED);

    assertThat(story.told().lapsOfTouches())
        .containsExactly(
            List.of("order", "handover", "late ad", "late what"), List.of("search", "ad", "what"));
  }

  @Test
  void ownersTouchesStayInTheOwnershipLapWhileAReturnLapIsUnderWay() {
    Story story = owner().on(20, "search", ZMOT).on(21, "workshop", SMOT).on(22, "post", UMOT);
    story.on(23, "search 2", ZMOT);

    assertThat(story.told().lapsOfTouches())
        .containsExactly(
            List.of("order", "handover", "workshop", "post"), List.of("search", "search 2"));
  }

  @Test
  void noneIsInTheLapOfTheTouchBefore() {
    Story story = owner().on(20, "search", ZMOT).on(21, "login", NONE).on(22, "workshop", SMOT);
    story.on(23, "closed", NONE).on(24, "closed 2", NONE).on(400, "mail", NONE);

    assertThat(story.told().lapsOfTouches())
        .containsExactly(
            List.of("order", "handover", "workshop", "closed", "closed 2", "mail"),
            List.of("search", "login"));
  }

  @Test
  void aReturnLapLapsesAndTheNextSearchOpensAnother() {
    Story story = owner().on(20, "search", ZMOT).on(100, "workshop", SMOT).on(201, "visit", FMOT);
    Told told = story.told();

    assertThat(told.lapsOfTouches())
        .as("the workshop visit is in the ownership lap and keeps no return lap alive")
        .containsExactly(
            List.of("order", "handover", "workshop"), List.of("search"), List.of("visit"));
    assertThat(told.lap(3).previous).isSameAs(told.lap(1));
  }

  @Test
  void anAcquisitionTurnsTheReturnLapIntoItsOwnershipLap() {
    Story story = owner().on(20, "search", ZMOT).on(30, "new order", FMOT).acquires().order("O2");
    story.on(40, "search 2", ZMOT);
    Told told = story.told();

    assertThat(told.lap("new order")).isEqualTo(2);
    assertThat(told.lap(2).isOwnership()).isTrue();
    assertThat(told.lap("search 2")).isEqualTo(3);
    assertThat(told.lap(3).previous).isSameAs(told.lap(2));
  }

  @Test
  void aLossIsInTheLatestReturnLapUnderWayOrNot() {
    Story story = owner().on(20, "visit", FMOT).on(21, "workshop", SMOT);
    story.on(400, "lost", NONE).loses();

    assertThat(story.told().lap("lost")).isEqualTo(2);
  }

  @Test
  void aLossWithoutReturnLapIsInTheLatestOwnershipLap() {
    Story story = owner().on(50, "new order", FMOT).acquires().order("O2");
    story.on(51, "lost", NONE).loses();

    assertThat(story.told().lap("lost")).isEqualTo(2);
  }

  @Test
  void aLossInALapsedReturnLapDoesNotReviveIt() {
    Story story = owner().on(20, "visit", FMOT).on(201, "lost", UNCLASSIFIED).loses();
    story.on(210, "search", ZMOT);
    Told told = story.told();

    assertThat(told.lapsOfTouches())
        .containsExactly(List.of("order", "handover"), List.of("visit", "lost"), List.of("search"));
    assertThat(told.reentries()).isEmpty();
    assertThat(told.lap(2).idleSince()).as("ended by its gap").isSameAs(told.touch("visit"));
  }

  @Test
  void smotAndUmotAreInTheLapOfTheCarTheyNameEvenOneGivenAway() {
    Story story = owner().on(50, "sale", NONE).disposes();
    story.on(60, "second", FMOT).acquires().order("O2").vin("V2");
    story.on(70, "about the old one", UMOT).vin("V1").on(71, "about the new one", SMOT).vin("V2");
    story.on(72, "about none", UMOT).on(73, "about another", SMOT).vin("V3");
    Told told = story.told();

    assertThat(told.lap("about the old one")).isEqualTo(1);
    assertThat(told.lap("about the new one")).isEqualTo(2);
    assertThat(told.lap("about none")).isEqualTo(2);
    assertThat(told.lap("about another")).isEqualTo(2);
  }

  @Test
  void ofTwoCarsOfTheNamedModelTheLatestIsMeant() {
    Story story = Story.person().on(0, "c3", FMOT).acquires().model("C3").order("O1");
    story.on(1, "c3 again", FMOT).acquires().model("C3").order("O2");
    story.on(2, "c4", FMOT).acquires().model("C4").order("O3").on(9, "post", UMOT).model("C3");

    assertThat(story.told().lap("post")).isEqualTo(2);
  }

  @Test
  void deliveryAndDisposalAreInTheirCarsLapWhateverTheirMoment() {
    Story story = Story.person().on(0, "1st", FMOT).acquires().order("O1");
    story.on(1, "2nd", FMOT).acquires().order("O2");
    story.on(9, "handover 1", FMOT).delivers().order("O1");
    story.on(10, "handover 2", NONE).delivers().order("O2");
    story.on(50, "sale 1", ZMOT).disposes().order("O1");

    assertThat(story.told().lapsOfTouches())
        .containsExactly(List.of("1st", "handover 1", "sale 1"), List.of("2nd", "handover 2"));
  }

  @Test
  void afterTheLastDisposalTheRulesStayTheSame() {
    Story story = owner().on(50, "sale", NONE).disposes().on(60, "ad", STIMULUS);
    story.on(61, "call", SMOT).on(62, "search", ZMOT);

    assertThat(story.told().lapsOfTouches())
        .containsExactly(List.of("order", "handover", "sale", "ad", "call"), List.of("search"));
  }

  @Test
  void positionsCountEveryTouchOfTheLap() {
    Told told = owner().on(20, "search", ZMOT).on(21, "login", NONE).on(22, "call", SMOT).told();

    assertThat(told.of("login").position).isEqualTo(2);
    assertThat(told.of("call").position).isEqualTo(3);
  }

  private static Story owner() {
    Story story = Story.person().on(0, "order", FMOT).acquires().order("O1").vin("V1");
    return story.on(9, "handover", SMOT).delivers().order("O1");
  }
}
