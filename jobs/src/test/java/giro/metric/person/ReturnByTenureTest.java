package giro.metric.person;

import static org.assertj.core.api.Assertions.assertThat;

import giro.model.domain.Moment;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReturnByTenureTest {
  private static final List<String> COLUMNS =
      List.of(
          "market",
          "model",
          "tenure_months",
          "service_experience",
          "at_risk",
          "returned",
          "hazard",
          "at_risk_of_acquisition",
          "acquired");

  @Test
  void anOwnerIsAtRiskEachMonthUntilTheNextLapOpens() {
    Life ana =
        owner("2026-01-10T10:00:00Z")
            .lap(2)
            .where(lap -> lap.previous = 1)
            .on("2026-03-10T10:00:00Z", "review_read", Moment.ZMOT);
    assertThat(own("2026-04-15", ana))
        .as("a return as a month begins is in that month")
        .containsExactly(
            "IT|C3|0|none|1|0|0|1|0",
            "IT|C3|1|none|1|0|0|1|0",
            "IT|C3|2|none|1|1|1|1|0",
            "IT|C3|3|none|0|0|null|1|0");
  }

  @Test
  void theMonthUnderWayCountsAndItsLengthIsTold() {
    List<String> columns =
        List.of("market", "model", "tenure_months", "at_risk", "exposure_months");
    assertThat(
            Life.rows(metric("2026-01-25"), columns, owner("2026-01-10T00:00:00Z")).stream()
                .filter(row -> row.startsWith("(all)|(all)"))
                .distinct())
        .containsExactly("(all)|(all)|0|1|0.4839");
  }

  @Test
  void ownershipBeginsWithTheDeliveryAndEndsWithTheDisposal() {
    Life ben =
        owner("2026-01-10T10:00:00Z")
            .where(lap -> lap.deliveryAt = Life.at("2026-02-20T10:00:00Z"))
            .where(lap -> lap.disposalAt = Life.at("2026-04-01T10:00:00Z"));
    assertThat(own("2026-12-31", ben))
        .containsExactly("IT|C3|0|none|1|0|0|1|0", "IT|C3|1|none|1|0|0|1|0");
  }

  @Test
  void whoLooksForTheNextBeforeTheDeliveryReturnsInTheFirstMonth() {
    Life cem =
        owner("2026-01-10T10:00:00Z")
            .where(lap -> lap.deliveryAt = Life.at("2026-02-20T10:00:00Z"))
            .lap(2)
            .where(lap -> lap.previous = 1)
            .on("2026-02-01T10:00:00Z", "model_compare", Moment.ZMOT);
    assertThat(own("2026-03-01", cem)).containsExactly("IT|C3|0|none|1|1|1|1|0");
  }

  @Test
  void theNextAcquisitionMayBeOfALaterLapAndEndsBothRisks() {
    Life dan =
        owner("2026-01-10T10:00:00Z")
            .lap(2)
            .where(lap -> lap.previous = 1)
            .on("2026-01-20T10:00:00Z", "review_read", Moment.ZMOT)
            .lap(3)
            .where(lap -> lap.previous = 1)
            .on("2026-03-01T10:00:00Z", "order_signed", Moment.FMOT)
            .with(touch -> touch.isAcquisition = true)
            .where(lap -> lap.acquisitionAt = lap.becameOwnerAt = Life.at("2026-03-01T10:00:00Z"));
    assertThat(own("2026-03-15", dan))
        .as("the second ownership has no market or model of its own")
        .containsExactly(
            "IT|C3|0|none|1|1|1|1|0",
            "IT|C3|1|none|0|0|null|1|1",
            "unknown|unknown|0|none|1|0|0|1|0");
  }

  @Test
  void experienceIsWhatWasFeltBeforeTheMonthBegan() {
    Life eva =
        owner("2026-01-10T10:00:00Z")
            .on("2026-01-20T10:00:00Z", "repair", Moment.SMOT)
            .kinds(TouchKind.SERVICE)
            .with(touch -> touch.sentiment = -0.8)
            .on("2026-02-20T10:00:00Z", "survey_answer", Moment.SMOT)
            .kinds(TouchKind.SERVICE)
            .with(touch -> touch.rating = 5.0)
            .with(touch -> touch.sentiment = -0.9)
            .on("2026-03-20T10:00:00Z", "repair", Moment.SMOT)
            .kinds(TouchKind.SERVICE);
    assertThat(own("2026-04-15", eva))
        .containsExactly(
            "IT|C3|0|none|1|0|0|1|0",
            "IT|C3|1|bad|1|0|0|1|0",
            "IT|C3|2|good|1|0|0|1|0",
            "IT|C3|3|good|1|0|0|1|0");
  }

  @Test
  void monthsEndWhereTheCalendarSaysSo() {
    Life fay =
        owner("2026-01-31T10:00:00Z")
            .lap(2)
            .where(lap -> lap.previous = 1)
            .on("2026-02-28T10:00:00Z", "review_read", Moment.ZMOT);
    assertThat(own("2026-03-01", fay))
        .containsExactly("IT|C3|0|none|1|0|0|1|0", "IT|C3|1|none|1|1|1|1|0");
  }

  @Test
  void whoOwnsNothingIsNotAtRisk() {
    Life gil = Life.person().on("2026-01-10T10:00:00Z", "review_read", Moment.ZMOT);
    assertThat(own("2026-12-31", gil)).isEmpty();
  }

  private static Life owner(String acquired) {
    return Life.person()
        .on(acquired, "order_signed", Moment.FMOT)
        .with(touch -> touch.isAcquisition = true)
        .with(touch -> touch.marketSoFar = "IT")
        .with(touch -> touch.modelSoFar = "C3")
        .where(lap -> lap.acquisitionAt = lap.becameOwnerAt = Life.at(acquired));
  }

  private static ReturnByTenure metric(String now) {
    return new ReturnByTenure(Office.SERVICE.experience(), Life.at(now));
  }

  private static List<String> own(String now, Life life) {
    return Life.rows(metric(now), COLUMNS, life).stream()
        .filter(row -> !row.contains("(all)"))
        .toList();
  }
}
