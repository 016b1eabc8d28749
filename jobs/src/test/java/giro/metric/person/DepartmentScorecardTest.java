package giro.metric.person;

import static org.assertj.core.api.Assertions.assertThat;

import giro.model.domain.Moment;
import java.util.List;
import org.junit.jupiter.api.Test;

class DepartmentScorecardTest {
  @Test
  void eachDepartmentsOwnMetricStandsBesideTheJourneys() {
    Life ana =
        Life.person()
            .on("2026-01-05T10:00:00Z", "ad_click", Moment.STIMULUS)
            .kinds(TouchKind.OWN_RESULT, TouchKind.BRAND_INITIATED)
            .with(touch -> touch.department = "marketing")
            .on("2026-01-05T10:01:00Z", "page_view", Moment.ZMOT)
            .with(touch -> touch.department = "marketing")
            .on("2026-01-08T10:00:00Z", "order_signed", Moment.FMOT)
            .kinds(TouchKind.OWN_RESULT)
            .with(touch -> touch.department = "sales")
            .where(lap -> lap.acquisitionAt = lap.becameOwnerAt = Life.at("2026-01-08T10:00:00Z"));
    Life ben =
        Life.person()
            .on("2026-01-06T10:00:00Z", "page_view", Moment.ZMOT)
            .with(touch -> touch.department = "marketing")
            .on("2026-01-07T10:00:00Z", "lost_sale", Moment.NONE)
            .with(touch -> touch.department = "sales")
            .where(
                lap -> {
                  lap.lostAt = Life.at("2026-01-07T10:00:00Z");
                  lap.isLostFirst = true;
                });
    assertThat(
            rows(
                List.of(
                    "month",
                    "department",
                    "persons",
                    "own_metric_name",
                    "own_metric_value",
                    "contacts",
                    "contacts_per_person",
                    "laps",
                    "research_laps",
                    "acquisitions",
                    "lost",
                    "loss_share",
                    "acquisition_incidence"),
                ana,
                ben))
        .containsExactly(
            "2026-01-01|(all)|2|null|null|4|2|2|2|1|1|0.5|0.5",
            "2026-01-01|marketing|2|clicks|1|3|1.5|2|2|1|1|0.5|0.5",
            "2026-01-01|sales|1|orders|1|1|1|1|1|1|0|0|1");
  }

  @Test
  void twoDepartmentsThatCallOnOneDayContradictEachOther() {
    Life cem =
        Life.person()
            .on("2026-01-05T10:00:00Z", "push_received", Moment.STIMULUS)
            .kinds(TouchKind.BRAND_INITIATED)
            .with(touch -> touch.department = "marketing")
            .on("2026-01-05T12:00:00Z", "push_received", Moment.STIMULUS)
            .kinds(TouchKind.BRAND_INITIATED)
            .with(touch -> touch.department = "marketing")
            .on("2026-01-05T18:00:00Z", "contract_end_contact", Moment.STIMULUS)
            .kinds(TouchKind.BRAND_INITIATED)
            .with(touch -> touch.department = "finance")
            .on("2026-01-06T18:00:00Z", "push_received", Moment.STIMULUS)
            .kinds(TouchKind.BRAND_INITIATED)
            .with(touch -> touch.department = "marketing");
    assertThat(
            rows(
                List.of(
                    "department",
                    "brand_contacts",
                    "brand_contacts_per_person",
                    "contradicting_contacts",
                    "contradicting_share"),
                cem))
        .containsExactly("(all)|4|4|3|0.75", "finance|1|1|1|1", "marketing|3|3|2|0.6667");
  }

  @Test
  void afterTheAcquisitionTheReturnIsTheOutcome() {
    Life dan =
        Life.person()
            .on("2026-01-05T10:00:00Z", "repair", Moment.SMOT)
            .with(touch -> touch.department = "aftersales")
            .with(touch -> touch.afterAcquisition = true)
            .lap(2)
            .where(lap -> lap.previous = 1)
            .on("2026-02-05T10:00:00Z", "review_read", Moment.ZMOT)
            .lap(1)
            .on("2026-02-06T10:00:00Z", "repair", Moment.SMOT)
            .with(touch -> touch.department = "aftersales")
            .with(touch -> touch.afterAcquisition = true);
    assertThat(
            rows(
                List.of(
                    "month",
                    "department",
                    "laps",
                    "research_laps",
                    "ownership_laps",
                    "returned",
                    "return_incidence",
                    "acquisition_incidence",
                    "own_metric_value"),
                dan))
        .as("in February the next lap was open already")
        .contains(
            "2026-01-01|aftersales|1|0|1|1|1|null|null",
            "2026-02-01|aftersales|1|0|0|0|null|null|null");
  }

  @Test
  void aLapOfTwoMonthsCountsInBothAndOneTouchOfNoDepartmentInNone() {
    Life eva =
        Life.person()
            .on("2026-01-05T10:00:00Z", "page_view", Moment.ZMOT)
            .with(touch -> touch.department = "marketing")
            .on("2026-02-05T10:00:00Z", "page_view", Moment.ZMOT)
            .with(touch -> touch.department = "marketing")
            .on("2026-03-05T10:00:00Z", "review_posted", Moment.UMOT);
    assertThat(rows(List.of("month", "department", "laps", "contacts"), eva))
        .containsExactly(
            "2026-01-01|(all)|1|1",
            "2026-01-01|marketing|1|1",
            "2026-02-01|(all)|1|1",
            "2026-02-01|marketing|1|1");
  }

  private static List<String> rows(List<String> columns, Life... lives) {
    return Life.rows(
        new DepartmentScorecard(Office.SERVICE.scorecard(), Life.at("2026-08-01")), columns, lives);
  }
}
