package giro.metric.person;

import static org.assertj.core.api.Assertions.assertThat;

import giro.model.domain.Moment;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinearAgainstCircularTest {
  private static final long NOW = Life.at("2027-01-01");
  private static final PersonMetric METRIC =
      new LinearAgainstCircular(new LineSettings(Duration.ofDays(360)), 3 * Calendar.DAY, NOW);

  @Test
  void acquiredAlongTheLineWithinTheWindowItsEndIncluded() {
    assertThat(reason(researcher("2026-01-01").then(lead("2026-02-01")).then(order("2026-12-27"))))
        .isEqualTo("acquired_along_the_line");
    assertThat(reason(researcher("2026-01-01").then(lead("2026-02-01")).then(order("2026-12-28"))))
        .as("a day after 360 days")
        .isEqualTo("acquired_otherwise");
  }

  @Test
  void whoCameInByAnotherStageEnteredElsewhere() {
    assertThat(reason(new Told().then(lead("2026-01-01")).then(order("2026-02-01"))))
        .isEqualTo("acquired_entering_elsewhere");
    assertThat(reason(new Told().then(order("2026-02-01"))))
        .isEqualTo("acquired_entering_elsewhere");
    assertThat(
            reason(
                new Told()
                    .then(
                        life ->
                            life.on("2025-12-01T10:00:00Z", "ad_click", Moment.STIMULUS)
                                .with(touch -> touch.linearStage = "attract"))
                    .then(lead("2026-01-01"))
                    .then(order("2026-02-01"))))
        .as("an advert is not the person's own first stage")
        .isEqualTo("acquired_entering_elsewhere");
    assertThat(
            reason(
                new Told()
                    .then(
                        life ->
                            life.on("2025-12-01T10:00:00Z", "service_visit", Moment.SMOT)
                                .with(touch -> touch.linearStage = "delight"))
                    .then(research("2026-01-01"))
                    .then(order("2026-02-01"))))
        .as("an owner enters by using")
        .isEqualTo("acquired_entering_elsewhere");
  }

  @Test
  void withoutConvertAndInAnotherOrderAreTwoReasons() {
    assertThat(reason(researcher("2026-01-01").then(order("2026-02-01"))))
        .isEqualTo("acquired_without_convert");
    assertThat(reason(researcher("2026-01-01").then(order("2026-02-01")).then(lead("2026-03-01"))))
        .isEqualTo("acquired_otherwise");
  }

  @Test
  void aDateOnlyLeadAndOrderOfOneDayMayFollowTheResearch() {
    Told told =
        new Told()
            .then(
                life ->
                    life.on("2026-01-05T18:00:00Z", "model_page_view", Moment.ZMOT)
                        .kinds(TouchKind.ATTRACT))
            .then(
                life ->
                    life.on("2026-01-05", "showroom_visit", Moment.FMOT).kinds(TouchKind.CONVERT))
            .then(
                life ->
                    life.on("2026-01-05", "order_signed", Moment.FMOT)
                        .with(touch -> touch.isAcquisition = true));
    assertThat(reason(told)).isEqualTo("acquired_along_the_line");
  }

  @Test
  void whoDidNotAcquireIsOpenUntilInactivityAndLatenessAreOver() {
    assertThat(reason(researcher("2026-06-01").lap(lap -> lap.inactiveAt = NOW - 3 * Calendar.DAY)))
        .isEqualTo("still_open");
    assertThat(
            reason(
                researcher("2026-06-01").lap(lap -> lap.inactiveAt = NOW - 3 * Calendar.DAY - 1)))
        .isEqualTo("gone");
  }

  @Test
  void aKnownLossIsNotOpenAnyMoreButAnotherLapMayBe() {
    Told lost =
        researcher("2026-12-01")
            .lap(lap -> lap.inactiveAt = Life.at("2027-06-01"))
            .lap(lap -> lap.lostAt = Life.at("2026-12-05"));
    assertThat(reason(lost)).isEqualTo("bought_elsewhere");

    Told again =
        researcher("2025-01-01")
            .lap(lap -> lap.inactiveAt = Life.at("2025-07-01"))
            .lap(lap -> lap.lostAt = Life.at("2025-01-05"))
            .then(life -> life.lap(2))
            .then(research("2026-12-01"))
            .lap(lap -> lap.inactiveAt = Life.at("2027-06-01"));
    assertThat(reason(again)).isEqualTo("still_open");
  }

  @Test
  void aLaterLapIsAReturnUnlessOnlyAnAdvertOpenedIt() {
    Told returned =
        researcher("2025-01-01")
            .lap(lap -> lap.inactiveAt = Life.at("2025-07-01"))
            .then(life -> life.lap(2))
            .then(research("2025-09-01"))
            .lap(lap -> lap.inactiveAt = Life.at("2026-03-01"));
    assertThat(reason(returned)).isEqualTo("returned_later");

    Told advert =
        researcher("2025-01-01")
            .lap(lap -> lap.inactiveAt = Life.at("2025-07-01"))
            .then(life -> life.lap(2))
            .then(life -> life.on("2025-09-01T10:00:00Z", "ad_click", Moment.STIMULUS))
            .lap(lap -> lap.inactiveAt = Life.at("2026-03-01"));
    assertThat(reason(advert)).isEqualTo("gone");
  }

  @Test
  void aBackwardMoveWithinTheOnlyLapIsGoingBack() {
    Told told =
        researcher("2025-01-01")
            .then(lead("2025-02-01"))
            .then(research("2025-03-01"))
            .then(life -> life.with(touch -> touch.move = "backward"))
            .lap(lap -> lap.inactiveAt = Life.at("2025-09-01"));
    assertThat(reason(told)).isEqualTo("went_back");
  }

  @Test
  void anOwnerWithoutKnownAcquisitionIsOpenUntilTheCarIsGone() {
    Told owner =
        new Told()
            .then(life -> life.on("2025-01-01", "service_visit", Moment.SMOT))
            .lap(lap -> lap.becameOwnerAt = Life.at("2025-01-01"));
    assertThat(reason(owner)).isEqualTo("still_open");
    assertThat(reason(owner.lap(lap -> lap.disposalAt = Life.at("2026-01-01")))).isEqualTo("gone");
  }

  @Test
  void reasonsSumToAllPersonsInEveryCell() {
    Told ana = researcher("2026-01-01").then(lead("2026-02-01")).then(order("2026-03-01"));
    ana.life().told().touches.get(0).marketSoFar = "IT";
    Told ben = researcher("2026-01-20");
    assertThat(
            Life.rows(
                METRIC,
                List.of("cohort_month", "market", "model", "reason", "label_it", "persons"),
                ana.life(),
                ben.life()))
        .filteredOn(row -> row.contains("|(all)|"))
        .containsExactly(
            "2026-01-01|(all)|(all)|acquired_along_the_line|"
                + "Acquisto lungo la linea: Attract, Convert, acquisto, entro la finestra|1",
            "2026-01-01|(all)|(all)|still_open|Ancora nessun acquisto, percorso in corso|1",
            "2026-01-01|(all)|unknown|acquired_along_the_line|"
                + "Acquisto lungo la linea: Attract, Convert, acquisto, entro la finestra|1",
            "2026-01-01|(all)|unknown|still_open|Ancora nessun acquisto, percorso in corso|1",
            "2026-01-01|IT|(all)|acquired_along_the_line|"
                + "Acquisto lungo la linea: Attract, Convert, acquisto, entro la finestra|1",
            "2026-01-01|unknown|(all)|still_open|Ancora nessun acquisto, percorso in corso|1");
  }

  @Test
  void theOverlappingFactsOfOneBuyer() {
    Life life =
        Life.person()
            .on("2026-01-01T10:00:00Z", "model_page_view", Moment.ZMOT)
            .kinds(TouchKind.ATTRACT)
            .with(touch -> touch.device = "mobile")
            .on("2026-01-02T10:00:00Z", "review_read", Moment.ZMOT)
            .kinds(TouchKind.ATTRACT, TouchKind.READS_CUSTOMERS)
            .with(touch -> touch.device = "desktop")
            .with(touch -> touch.contentId = "of-another")
            .on("2026-02-01T10:00:00Z", "order_signed", Moment.FMOT)
            .with(touch -> touch.isAcquisition = true)
            .on("2026-02-02T10:00:00Z", "registration", Moment.NONE)
            .on("2026-03-01T10:00:00Z", "delivery", Moment.SMOT)
            .on("2026-03-05T10:00:00Z", "review_posted", Moment.UMOT)
            .with(touch -> touch.contentId = "of-my-own")
            .on("2026-03-06T10:00:00Z", "review_read", Moment.ZMOT)
            .kinds(TouchKind.READS_CUSTOMERS)
            .with(touch -> touch.contentId = "of-my-own")
            .on("2026-09-01T10:00:00Z", "order_signed", Moment.FMOT)
            .with(touch -> touch.isAcquisition = true);
    assertThat(
            Life.rows(
                METRIC,
                List.of(
                    "market",
                    "model",
                    "counted_twice_over_devices",
                    "counted_twice_over_channels",
                    "persons_after_purchase",
                    "touches_after_purchase",
                    "acquisitions",
                    "purchases_a_umot_brought"),
                life))
        .filteredOn(row -> row.startsWith("unknown|unknown|"))
        .containsExactly("unknown|unknown|1|0|1|4|2|1");
  }

  @Test
  void aBookingThatIsTheAcquisitionIsNoLeadBeforeIt() {
    Life life =
        Life.person()
            .on("2026-01-01T10:00:00Z", "page_view", Moment.ZMOT)
            .kinds(TouchKind.ATTRACT)
            .on("2026-01-05T10:00:00Z", "sharing_booking", Moment.FMOT)
            .kinds(TouchKind.CONVERT)
            .with(touch -> touch.isAcquisition = true);
    assertThat(Life.rows(METRIC, List.of("market", "model", "reason"), life))
        .contains("unknown|unknown|acquired_without_convert");
  }

  @Test
  void whatABuyerSharedIsStillSomebodyElses() {
    Life life =
        Life.person()
            .on("2026-01-01T10:00:00Z", "share", Moment.UMOT)
            .kinds(TouchKind.PASSES_ON)
            .with(touch -> touch.contentId = "of-another")
            .on("2026-01-02T10:00:00Z", "review_read", Moment.ZMOT)
            .kinds(TouchKind.ATTRACT, TouchKind.READS_CUSTOMERS)
            .with(touch -> touch.contentId = "of-another")
            .on("2026-02-01T10:00:00Z", "order_signed", Moment.FMOT)
            .with(touch -> touch.isAcquisition = true);
    assertThat(Life.rows(METRIC, List.of("market", "model", "purchases_a_umot_brought"), life))
        .contains("unknown|unknown|1");
  }

  private static String reason(Told told) {
    return Life.rows(METRIC, List.of("market", "model", "reason", "persons"), told.life()).stream()
        .filter(row -> row.startsWith("(all)|(all)|"))
        .map(row -> row.split("\\|")[2])
        .reduce((one, other) -> one + " and " + other)
        .orElseThrow();
  }

  private interface Part {
    void tell(Life life);
  }

  /** A life told in parts. */
  private record Told(Life life) {
    Told() {
      this(Life.person());
    }

    Told then(Part part) {
      part.tell(life);
      return this;
    }

    Told lap(java.util.function.Consumer<PersonLap> of) {
      life.where(of);
      return this;
    }
  }

  private static Told researcher(String day) {
    return new Told().then(research(day));
  }

  private static Part research(String day) {
    return life ->
        life.on(day + "T10:00:00Z", "model_page_view", Moment.ZMOT)
            .kinds(TouchKind.ATTRACT)
            .with(touch -> touch.linearStage = "attract");
  }

  private static Part lead(String day) {
    return life ->
        life.on(day + "T10:00:00Z", "lead_form", Moment.FMOT)
            .kinds(TouchKind.CONVERT)
            .with(touch -> touch.linearStage = "convert");
  }

  private static Part order(String day) {
    return life ->
        life.on(day + "T10:00:00Z", "order_signed", Moment.FMOT)
            .with(touch -> touch.isAcquisition = true)
            .with(touch -> touch.linearStage = "close");
  }
}
