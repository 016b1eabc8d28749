package giro.simulate;

import static giro.simulate.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import giro.model.domain.ConversionPair;
import org.junit.jupiter.api.Test;

class TrueLapsTest {
  private final Story story = new Story();

  @Test
  void aSearchThatGoesOnStaysOneLap() {
    story.on(0, SEARCH_LANDING);
    story.on(180, MODEL_PAGE_VIEW);
    assertThat(story.told().laps()).as("a gap of just 180 days stays").isEqualTo("1 1");
  }

  @Test
  void aLongerSilenceOpensAnotherLap() {
    story.on(0, SEARCH_LANDING);
    story.at(180, 13, MODEL_PAGE_VIEW);
    assertThat(story.told().laps()).isEqualTo("1 2");
  }

  @Test
  void usedCarsAreForgottenSooner() {
    story.on(0, STOCK_SEARCH).condition = Act.USED;
    story.on(91, STOCK_SEARCH);
    assertThat(story.told().laps()).isEqualTo("1 2");
  }

  @Test
  void anAdvertKeepsNoSearchAlive() {
    story.on(0, SEARCH_LANDING);
    story.on(100, AD_IMPRESSION);
    story.on(200, SEARCH_LANDING);
    assertThat(story.told().laps()).isEqualTo("1 1 2");
  }

  @Test
  void anOutcomeOpensNoLapButTheVeryFirst() {
    story.on(0, EMAIL_OPEN);
    story.on(200, EMAIL_OPEN);
    story.on(201, SEARCH_LANDING);
    assertThat(story.told().laps()).isEqualTo("1 1 2");
  }

  @Test
  void aContractTurnsTheSearchIntoOwnership() {
    story.on(0, SEARCH_LANDING);
    order(10, 1);
    story.onDay(60, DELIVERY).order = 1;
    story.on(300, REMOTE_COMMAND);
    story.told();
    assertThat(story.laps()).isEqualTo("1 1 1 1");
    assertThat(story.phases()).isEqualTo("prospect prospect owner owner");
    assertThat(story.acquisitions()).isEqualTo(1);
  }

  @Test
  void aLapsedSearchIsNotTheOneThatTheContractEnds() {
    story.on(0, SEARCH_LANDING);
    order(300, 1);
    assertThat(story.told().laps()).isEqualTo("1 2");
  }

  @Test
  void oneOrderInTwoSystemsIsOneAcquisition() {
    story.on(10, ONLINE_ORDER).order = 7;
    order(11, 7);
    story.told();
    assertThat(story.acquisitions()).isEqualTo(1);
    assertThat(story.moments()).isEqualTo("FMOT FMOT");
  }

  @Test
  void theSameModelWithinThirtyDaysIsOneAcquisition() {
    story.onDay(0, ORDER_SIGNED).model = 2;
    story.onDay(30, ORDER_SIGNED).model = 2;
    story.onDay(61, ORDER_SIGNED).model = 2;
    assertThat(story.told().acquisitions()).isEqualTo(2);
  }

  @Test
  void aCancellationUndoesTheAcquisition() {
    story.on(0, SEARCH_LANDING);
    order(10, 1);
    story.on(12, PAGE_VIEW);
    story.onDay(20, ORDER_CANCELLED).order = 1;
    story.on(21, PAGE_VIEW);
    story.told();
    assertThat(story.acquisitions()).isZero();
    assertThat(story.moments()).isEqualTo("ZMOT FMOT ZMOT NONE ZMOT");
    assertThat(story.phases()).doesNotContain("waiting");
  }

  @Test
  void aLaterTouchOfACancelledOrderStaysVoid() {
    order(10, 1);
    story.onDay(20, ORDER_CANCELLED).order = 1;
    order(25, 1);
    order(30, 2);
    story.told();
    assertThat(story.acquisitions()).isEqualTo(1);
    assertThat(story.lapList().get(0).acquisition).isEqualTo(3);
  }

  @Test
  void shoppingForTheCarOrderedIsUse() {
    order(0, 1).model = 2;
    story.on(5, MODEL_PAGE_VIEW).model = 2;
    story.on(6, MODEL_PAGE_VIEW).model = 1;
    story.on(7, SEARCH_LANDING);
    assertThat(story.told().moments())
        .as("one's own model, another, and a page that names none")
        .isEqualTo("FMOT SMOT ZMOT SMOT");
  }

  @Test
  void readingAboutTheNewCarIsUseForNinetyDays() {
    order(0, 1).model = 2;
    story.onDay(50, DELIVERY).order = 1;
    story.on(139, WEB_REVIEW_READ).model = 2;
    story.on(141, WEB_REVIEW_READ).model = 2;
    story.told();
    assertThat(story.moments()).isEqualTo("FMOT SMOT SMOT ZMOT");
    assertThat(story.laps()).as("the later reading opens the return lap").isEqualTo("1 1 1 2");
  }

  @Test
  void aPairedCarMakesAnOwnerNobodyKnewOf() {
    story.on(0, SEARCH_LANDING);
    story.on(5, VEHICLE_PAIRED).car = 1;
    story.on(9, PAGE_VIEW);
    story.told();
    assertThat(story.phases()).isEqualTo("prospect owner owner");
    assertThat(story.laps()).isEqualTo("1 1 1");
    assertThat(story.acquisitions()).isZero();
  }

  @Test
  void onlySearchOrShoppingBringsAnOwnerBack() {
    story.on(0, SERVICE_VISIT).car = 1;
    story.on(200, AD_CLICK);
    story.on(400, MODEL_COMPARE);
    story.on(401, AD_CLICK);
    story.on(402, SERVICE_VISIT).car = 1;
    story.on(403, LOST_SALE);
    assertThat(story.told().laps()).isEqualTo("1 1 2 2 1 2");
  }

  @Test
  void aCarHandedBackLeavesAFormerOwner() {
    order(0, 1).model = 2;
    story.onDay(30, DELIVERY).order = 1;
    story.onDay(100, VEHICLE_RETURNED_OR_SOLD).model = 2;
    story.on(101, PAGE_VIEW);
    story.told();
    assertThat(story.phases()).isEqualTo("prospect owner owner prospect");
    assertThat(story.moments()).isEqualTo("FMOT SMOT NONE ZMOT");
    assertThat(story.laps()).isEqualTo("1 1 1 2");
  }

  @Test
  void sharingIsOneAcquisitionUntilItEnds() {
    access(0, SHARING_BOOKING);
    access(1, SHARING_TRIP);
    access(9, SHARING_BOOKING);
    access(50, VEHICLE_RETURNED_OR_SOLD);
    access(60, SHARING_BOOKING);
    story.told();
    assertThat(story.acquisitions()).isEqualTo(2);
    assertThat(story.moments()).isEqualTo("FMOT SMOT SMOT NONE FMOT");
    assertThat(story.laps()).isEqualTo("1 1 1 1 2");
  }

  @Test
  void aDayWithoutAnHourMayComeAfterTheHourOfThatDay() {
    story.at(3, 15, SEARCH_LANDING).condition = Act.NEW;
    story.onDay(3, SHOWROOM_VISIT).condition = Act.NEW;
    story.told();
    assertThat(story.converted(ConversionPair.ZMOT_FMOT, Act.NEW)).isEqualTo("1/1");
  }

  @Test
  void aContractOfADayStandsBeforeThatDaysDelivery() {
    Act delivery = story.at(4, 9, DELIVERY);
    delivery.order = 1;
    order(4, 1);
    story.told();
    assertThat(story.phases()).isEqualTo("prospect owner");
    assertThat(story.converted(ConversionPair.ACQUISITION_DELIVERY, 0)).isEqualTo("1/1");
  }

  @Test
  void aLossBeforeTheGoalDecidesForGood() {
    story.on(0, SEARCH_LANDING).condition = Act.NEW;
    story.onDay(5, LOST_SALE);
    story.on(9, LEAD_FORM);
    assertThat(story.told().converted(ConversionPair.ZMOT_FMOT, Act.NEW)).isEqualTo("0/1");
  }

  @Test
  void aContractAsFirstContactConvertsAtOnce() {
    order(0, 1).condition = Act.NEW;
    assertThat(story.told().converted(ConversionPair.FMOT_ACQUISITION, Act.NEW)).isEqualTo("1/1");
  }

  @Test
  void comingBackCountsInALaterLap() {
    order(0, 1).condition = Act.NEW;
    Act delivery = story.onDay(40, DELIVERY);
    delivery.order = 1;
    story.on(700, MODEL_COMPARE);
    story.told();
    assertThat(story.converted(ConversionPair.SMOT_ZMOT, Act.NEW)).isEqualTo("1/1");
  }

  private Act order(int day, int number) {
    Act act = story.onDay(day, ORDER_SIGNED);
    act.order = number;
    return act;
  }

  private void access(int day, EventKind kind) {
    Act act = story.on(day, kind);
    act.contract = Act.SHARING;
    act.model = 1;
  }
}
