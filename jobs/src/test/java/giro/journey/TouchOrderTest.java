package giro.journey;

import static giro.model.domain.Moment.FMOT;
import static giro.model.domain.Moment.NONE;
import static giro.model.domain.Moment.SMOT;
import static giro.model.domain.Moment.ZMOT;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TouchOrderTest {

  @Test
  void aDateOnlyTouchStandsLastOnItsDayThoughItStartsFirst() {
    Story story = Story.person().on(0, "visit", FMOT).dateOnly();
    story.on(0, "late search", ZMOT).at("23:59").on(1, "next day", ZMOT).at("00:00");

    assertThat(story.told().order()).containsExactly("late search", "visit", "next day");
  }

  @Test
  void atOneInstantOtherTouchesComeFirstThenTheMilestonesInTheirRoles() {
    Story story = Story.person().on(0, "a disposal", NONE).disposes();
    story.on(0, "b cancellation", NONE).cancels().on(0, "c ownership", SMOT).owns();
    story.on(0, "d delivery", SMOT).delivers().on(0, "e contract", FMOT).acquires();
    story.on(0, "f search", ZMOT);

    assertThat(story.told().order())
        .containsExactly(
            "f search", "e contract", "d delivery", "c ownership", "b cancellation", "a disposal");
  }

  @Test
  void theRoleIsTheFirstThatHolds() {
    Story story = Story.person().on(0, "a delivery", SMOT).delivers();
    story.on(0, "b sold off the lot", FMOT).acquires().delivers().disposes();

    assertThat(story.told().order()).containsExactly("b sold off the lot", "a delivery");
  }

  @Test
  void theStartDecidesBeforeTheRole() {
    Story story = Story.person().on(0, "search", ZMOT).at("10:01");
    story.on(0, "contract", FMOT).acquires().at("10:00");

    assertThat(story.told().order()).containsExactly("contract", "search");
  }

  @Test
  void dateOnlyTouchesOfADayStandByRoleToo() {
    Story story = Story.person().on(0, "a delivery", SMOT).delivers().dateOnly();
    story.on(0, "b contract", FMOT).acquires().dateOnly().on(0, "c visit", FMOT).dateOnly();

    assertThat(story.told().order()).containsExactly("c visit", "b contract", "a delivery");
  }

  @Test
  void sourceThenEventIdBreakTies() {
    Story story = Story.person().on(0, "1", ZMOT).from("web").on(0, "3", ZMOT).from("app");
    story.on(0, "2", ZMOT).from("app");

    assertThat(story.told().order()).containsExactly("2", "3", "1");
  }

  @Test
  void tiesAreBrokenByCodePointNotByChar() {
    String lastOfTheBasicPlane = "\uFFFD";
    String car = "\uD83D\uDE97";
    String bus = "\uD83D\uDE8C";
    Story story = Story.person().on(0, car, ZMOT).on(0, lastOfTheBasicPlane, ZMOT);
    story.on(0, bus, ZMOT).on(0, "Z", ZMOT).on(0, "a", ZMOT).on(0, "", ZMOT);

    assertThat(story.told().order()).containsExactly("", "Z", "a", lastOfTheBasicPlane, bus, car);
  }

  @Test
  void aDateOnlyContractStandsBeforeTheDaysFirstTimedDelivery() {
    Story story = Story.person().on(0, "contract", FMOT).acquires().dateOnly();
    story.on(0, "morning search", ZMOT).at("08:00").on(0, "delivery", SMOT).delivers().at("15:00");
    story.on(0, "evening search", ZMOT).at("20:00").on(0, "visit", FMOT).dateOnly();

    assertThat(story.told().order())
        .containsExactly("morning search", "contract", "delivery", "evening search", "visit");
  }

  @Test
  void aDateOnlyContractStandsBeforeTheFirstOfSeveralTimedMilestones() {
    Story story = Story.person().on(0, "contract", FMOT).acquires().dateOnly();
    story.on(0, "pairing", SMOT).owns().at("09:00").on(0, "delivery", SMOT).delivers().at("10:00");
    story.on(0, "cancellation", NONE).cancels().at("08:00");

    assertThat(story.told().order())
        .containsExactly("contract", "cancellation", "pairing", "delivery");
  }

  @Test
  void aDateOnlyContractStaysLastWhereTheDayHasNoTimedMilestone() {
    Story story = Story.person().on(0, "contract", FMOT).acquires().dateOnly();
    story.on(0, "search", ZMOT).at("23:00").on(0, "order", FMOT).acquires().at("22:00");
    story.on(1, "delivery", SMOT).delivers().on(0, "handover", SMOT).delivers().dateOnly();

    assertThat(story.told().order())
        .containsExactly("order", "search", "contract", "handover", "delivery");
  }

  @Test
  void aDateOnlyVisitDoesNotJumpTheQueueLikeAContract() {
    Story story = Story.person().on(0, "visit", FMOT).dateOnly();
    story.on(0, "delivery", SMOT).delivers().at("15:00");

    assertThat(story.told().order()).containsExactly("delivery", "visit");
  }

  @Test
  void severalDateOnlyContractsKeepTheirOrderBeforeTheDelivery() {
    Story story = Story.person().on(0, "2nd", FMOT).acquires().dateOnly().order("O2");
    story.on(0, "1st", FMOT).acquires().dateOnly().order("O1");
    story.on(0, "delivery", SMOT).delivers().at("15:00").order("O1");
    story.on(3, "3rd", FMOT).acquires().dateOnly().order("O3").on(3, "ad", ZMOT);

    assertThat(story.told().order()).containsExactly("1st", "2nd", "delivery", "ad", "3rd");
  }

  @Test
  void daysBefore1970AreDaysToo() {
    Story story = Story.person().on(-30_000, "visit", FMOT).dateOnly();
    story.on(-30_000, "search", ZMOT).at("23:00").on(-29_999, "next", ZMOT).at("00:00");

    assertThat(story.told().order()).containsExactly("search", "visit", "next");
  }
}
