package giro.metric.person;

import static org.assertj.core.api.Assertions.assertThat;

import giro.model.domain.Moment;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DealerFunnelTest {
  private static final DealerFunnel FUNNEL =
      new DealerFunnel(
          Map.of("price", LossReason.PRICE, "no_answer", LossReason.NO_ANSWER), Office.HOURS);

  private static final List<String> STEPS =
      List.of(
          "month",
          "dealer",
          "lead_origin",
          "leads",
          "contacted",
          "appointments",
          "test_drives",
          "offers",
          "orders",
          "deliveries",
          "lost");

  @Test
  void aLeadThatTwoSystemsWroteDownIsOneAndEachStepCountsIt() {
    Life ana =
        Life.person()
            .on("2026-03-02T10:00:00Z", "lead_form", Moment.FMOT)
            .kinds(TouchKind.LEAD)
            .attribute("lead_id", "l1")
            .on("2026-03-02", "lead_received", Moment.FMOT)
            .kinds(TouchKind.LEAD)
            .attribute("lead_id", "l1")
            .attribute("lead_origin", "brand_site")
            .with(touch -> touch.dealer = "D1")
            .on("2026-03-03T10:00:00Z", "lead_contacted", Moment.FMOT)
            .kinds(TouchKind.CONTACTED)
            .attribute("lead_id", "l1")
            .on("2026-03-03T10:05:00Z", "appointment_made", Moment.FMOT)
            .kinds(TouchKind.APPOINTMENT)
            .with(touch -> touch.dealer = "D1")
            .on("2026-03-05", "test_drive", Moment.FMOT)
            .kinds(TouchKind.TEST_DRIVE)
            .on("2026-03-05", "offer_made", Moment.FMOT)
            .kinds(TouchKind.OFFER)
            .on("2026-03-06", "offer_made", Moment.FMOT)
            .kinds(TouchKind.OFFER)
            .on("2026-03-08", "order_signed", Moment.FMOT)
            .with(touch -> touch.isAcquisition = true)
            .on("2026-04-08", "delivery", Moment.SMOT)
            .with(touch -> touch.isDelivery = true);
    assertThat(own(STEPS, ana)).containsExactly("2026-03-01|D1|brand_site|1|1|1|1|1|1|1|0");
    assertThat(
            own(
                List.of(
                    "median_hours_lead_to_contacted",
                    "median_business_hours_lead_to_contacted",
                    "median_hours_contacted_to_appointment",
                    "median_hours_appointment_to_test_drive",
                    "median_hours_test_drive_to_offer",
                    "median_hours_offer_to_order",
                    "median_hours_order_to_delivery",
                    "median_hours_lead_to_order",
                    "median_hours_lead_to_lost"),
                ana))
        // the lead at 10:00, office hours 9 to 18: 8 hours that day, 1 the next
        .containsExactly("24|9|0.0833|37.9167|0|72|744|134|null");
  }

  @Test
  void withoutANumberEntriesOfOneLapToOneDealerAreOne() {
    Life ben =
        Life.person()
            .on("2026-03-02T10:00:00Z", "lead_form", Moment.FMOT)
            .kinds(TouchKind.LEAD)
            .on("2026-03-02T10:01:00Z", "lead_received", Moment.FMOT)
            .kinds(TouchKind.LEAD)
            .with(touch -> touch.dealer = "D1")
            .on("2026-03-09T10:00:00Z", "test_drive_booking", Moment.FMOT)
            .kinds(TouchKind.LEAD, TouchKind.APPOINTMENT)
            .with(touch -> touch.dealer = "D1")
            .on("2026-03-10T10:00:00Z", "lead_received", Moment.FMOT)
            .kinds(TouchKind.LEAD)
            .with(touch -> touch.dealer = "D2")
            .lap(2)
            .on("2027-03-10T10:00:00Z", "lead_received", Moment.FMOT)
            .kinds(TouchKind.LEAD)
            .with(touch -> touch.dealer = "D1");
    assertThat(own(STEPS, ben))
        .containsExactly(
            "2026-03-01|D1|unknown|1|0|1|0|0|0|0|0",
            "2026-03-01|D2|unknown|1|0|0|0|0|0|0|0",
            "2027-03-01|D1|unknown|1|0|0|0|0|0|0|0");
  }

  @Test
  void whoAsksAgainAfterALossIsANewLead() {
    assertThat(own(List.of("leads", "orders", "lost"), askingAgain("2026-05-02T10:00:00Z")))
        .containsExactlyInAnyOrder("1|1|0", "1|0|1");
    assertThat(own(List.of("leads", "orders", "lost"), askingAgain("2026-03-05T18:00:00Z")))
        .as("on the day of the loss nobody knows which came first")
        .containsExactly("1|1|1");
  }

  private static Life askingAgain(String time) {
    Life life =
        Life.person()
            .on("2026-03-02T10:00:00Z", "lead_form", Moment.FMOT)
            .kinds(TouchKind.LEAD)
            .with(touch -> touch.dealer = "D1")
            .on("2026-03-05", "lost_sale", Moment.NONE)
            .kinds(TouchKind.LOST)
            .on(time, "lead_form", Moment.FMOT)
            .kinds(TouchKind.LEAD)
            .with(touch -> touch.dealer = "D1");
    life.on("2026-05-20", "order_signed", Moment.FMOT)
        .with(touch -> touch.isAcquisition = true)
        .where(lap -> lap.acquisitionAt = Life.at("2026-05-20"));
    return life;
  }

  @Test
  void anOrderIsTheLeadsOfThatDealerAndOfNoOther() {
    Life cem =
        twoLeads()
            .on("2026-03-12T10:00:00Z", "order_signed", Moment.FMOT)
            .with(touch -> touch.isAcquisition = true)
            .with(touch -> touch.dealer = "D1");
    assertThat(own(STEPS, cem))
        .containsExactly(
            "2026-03-01|D1|marketplace|1|0|0|0|0|1|0|0", "2026-03-01|D2|unknown|1|0|0|0|0|0|0|0");
    Life dan =
        twoLeads()
            .on("2026-03-12T10:00:00Z", "online_order", Moment.FMOT)
            .with(touch -> touch.isAcquisition = true);
    assertThat(own(STEPS, dan))
        .as("an order at no dealer in particular follows the latest lead")
        .containsExactly(
            "2026-03-01|D1|marketplace|1|0|0|0|0|0|0|0", "2026-03-01|D2|unknown|1|0|0|0|0|1|0|0");
    Life eva =
        twoLeads()
            .on("2026-03-12T10:00:00Z", "order_signed", Moment.FMOT)
            .with(touch -> touch.isAcquisition = true)
            .with(touch -> touch.dealer = "D9");
    assertThat(own(List.of("orders"), eva)).containsExactly("0", "0");
  }

  private static Life twoLeads() {
    return Life.person()
        .on("2026-03-02T10:00:00Z", "lead_received", Moment.FMOT)
        .kinds(TouchKind.LEAD)
        .attribute("lead_id", "l1")
        .attribute("lead_origin", "marketplace")
        .with(touch -> touch.dealer = "D1")
        .on("2026-03-03T10:00:00Z", "lead_received", Moment.FMOT)
        .kinds(TouchKind.LEAD)
        .attribute("lead_id", "l2")
        .with(touch -> touch.dealer = "D2");
  }

  @Test
  void whatCameBeforeTheLeadOrInAnotherLapDoesNotFollowIt() {
    Life fay =
        Life.person()
            .on("2026-03-01T10:00:00Z", "test_drive", Moment.FMOT)
            .kinds(TouchKind.TEST_DRIVE)
            .on("2026-03-02T10:00:00Z", "lead_form", Moment.FMOT)
            .kinds(TouchKind.LEAD)
            .lap(2)
            .on("2027-03-02T10:00:00Z", "order_signed", Moment.FMOT)
            .with(touch -> touch.isAcquisition = true);
    assertThat(own(STEPS, fay)).containsExactly("2026-03-01|unknown|unknown|1|0|0|0|0|0|0|0");
  }

  @Test
  void aDayWithoutAnHourMayComeAfterAnythingOfThatDay() {
    Life gil =
        Life.person()
            .on("2026-03-02T08:00:00Z", "lead_contacted", Moment.FMOT)
            .kinds(TouchKind.CONTACTED)
            .on("2026-03-02", "lead_received", Moment.FMOT)
            .kinds(TouchKind.LEAD)
            .on("2026-03-02T09:00:00Z", "lead_form", Moment.FMOT);
    assertThat(own(List.of("contacted", "median_business_hours_lead_to_contacted"), gil))
        .containsExactly("1|null");
  }

  @Test
  void aLossHasItsReasonUnlessTheOrderCameFirst() {
    assertThat(own(lossColumns(), lost("price"))).containsExactly("1|1|0|0|0");
    assertThat(own(lossColumns(), lost("PRICE "))).containsExactly("1|1|0|0|0");
    assertThat(own(lossColumns(), lost("colour"))).containsExactly("1|0|0|1|0");
    assertThat(own(lossColumns(), lost(null))).containsExactly("1|0|0|0|1");
    assertThat(own(List.of("median_hours_lead_to_lost"), lost("price"))).containsExactly("48");
    Life won =
        Life.person()
            .on("2026-03-02T10:00:00Z", "lead_form", Moment.FMOT)
            .kinds(TouchKind.LEAD)
            .on("2026-03-03T10:00:00Z", "order_signed", Moment.FMOT)
            .with(touch -> touch.isAcquisition = true)
            .on("2026-03-04T10:00:00Z", "lost_sale", Moment.NONE)
            .kinds(TouchKind.LOST);
    assertThat(own(lossColumns(), won)).containsExactly("0|0|0|0|0");
  }

  @Test
  void reasonsInTheSourcesWordsHaveATableOfTheirOwn() {
    assertThat(
            Life.rows(
                    new DealerLosses(),
                    List.of("market", "dealer", "lead_origin", "reason", "lost"),
                    lost("colour"),
                    lost(null))
                .stream()
                .filter(row -> row.startsWith("(all)|(all)|(all)")))
        .containsExactly("(all)|(all)|(all)|colour|1", "(all)|(all)|(all)|unknown|1");
  }

  @Test
  void rowsOverAllAddUpLeadsAndPersonsOnce() {
    assertThat(
            Life.rows(
                    FUNNEL,
                    List.of("market", "dealer", "lead_origin", "leads", "persons"),
                    twoLeads())
                .stream()
                .filter(row -> row.startsWith("(all)|(all)")))
        .containsExactly(
            "(all)|(all)|(all)|2|1", "(all)|(all)|marketplace|1|1", "(all)|(all)|unknown|1|1");
  }

  private static List<String> lossColumns() {
    return List.of("lost", "lost_price", "lost_no_answer", "lost_other", "lost_unknown");
  }

  private static Life lost(String reason) {
    return Life.person()
        .on("2026-03-02T10:00:00Z", "lead_form", Moment.FMOT)
        .kinds(TouchKind.LEAD)
        .on("2026-03-04T10:00:00Z", "lost_sale", Moment.NONE)
        .kinds(TouchKind.LOST)
        .attribute("lost_reason", reason);
  }

  /** Rows without {@code (all)}, of these columns. */
  private static List<String> own(List<String> columns, Life life) {
    List<String> keyed =
        Stream.concat(Stream.of("market", "dealer", "lead_origin"), columns.stream()).toList();
    return Life.rows(FUNNEL, keyed, life).stream()
        .filter(row -> !row.contains("(all)"))
        .map(row -> row.split("\\|", 4)[3])
        .sorted()
        .toList();
  }
}
