package giro.metric.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import giro.metric.person.AttributionSettings.Spend;
import giro.model.domain.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttributionTest {
  private static final String EVERYWHERE = "(all)|(all)|";

  @Test
  void eachMethodSharesOutOneCredit() {
    Life ana =
        Life.person()
            .on("2026-01-01T00:00:00Z", "search_landing", Moment.ZMOT)
            .with(touch -> touch.channel = "web")
            .on("2026-01-31T00:00:00Z", "page", Moment.ZMOT)
            .with(touch -> touch.channel = "app")
            .on("2026-03-02T00:00:00Z", "showroom_visit", Moment.FMOT)
            .with(touch -> touch.channel = "dealer")
            .on("2026-04-01T00:00:00Z", "order_signed", Moment.FMOT)
            .with(AttributionTest::acquired);
    assertThat(credits(settings(), ana))
        .as("30 days apart each: time decay 1/8, 1/4, 1/2 of 7/8")
        .containsExactly(
            "first|web|ZMOT|1|1",
            "last|dealer|FMOT|1|1",
            "linear|app|ZMOT|0.3333|1",
            "linear|dealer|FMOT|0.3333|1",
            "linear|web|ZMOT|0.3333|1",
            "markov|app|ZMOT|0.3333|1",
            "markov|dealer|FMOT|0.3333|1",
            "markov|web|ZMOT|0.3333|1",
            "position_based|app|ZMOT|0.2|1",
            "position_based|dealer|FMOT|0.4|1",
            "position_based|web|ZMOT|0.4|1",
            "shapley|app|ZMOT|0.3333|1",
            "shapley|dealer|FMOT|0.3333|1",
            "shapley|web|ZMOT|0.3333|1",
            "time_decay|app|ZMOT|0.2857|1",
            "time_decay|dealer|FMOT|0.5714|1",
            "time_decay|web|ZMOT|0.1429|1");
  }

  @Test
  void theOverviewCreditsAChannelOverMonthsCampaignsAndMoments() {
    List<String> rows =
        Life.rows(
            Attribution.overview(settings()),
            List.of("method", "market", "model", "channel", "credit", "acquisitions", "persons"),
            way("2026-03-01", "A", "B"),
            way("2026-04-01", "A", "A", "B"),
            way("2026-04-01", "B"),
            way("2026-05-01"));
    assertThat(rows)
        .contains(
            "linear|(all)|(all)|A|1.1667|2|2",
            "linear|(all)|(all)|B|1.8333|3|3",
            "linear|(all)|(all)|none|1|1|1",
            "first|(all)|(all)|A|2|2|2");
    for (String method : List.of("first", "last", "time_decay", "markov", "shapley")) {
      double sum =
          rows.stream()
              .filter(row -> row.startsWith(method + "|(all)|(all)|"))
              .mapToDouble(row -> Double.parseDouble(row.split("\\|")[4]))
              .sum();
      assertThat(sum).as(method).isCloseTo(4, within(0.001));
    }
  }

  @Test
  void twoTouchesShareEquallyByPositionAndOneHasAll() {
    assertThat(credits(settings(), way("2026-03-01", "A", "B")))
        .contains("position_based|A|ZMOT|0.5|1", "position_based|B|ZMOT|0.5|1");
    assertThat(credits(settings(), way("2026-03-01", "A")))
        .contains("position_based|A|ZMOT|1|1", "markov|A|ZMOT|1|1", "shapley|A|ZMOT|1|1");
  }

  @Test
  void paperworkOutcomesAndWhatIsTooOldGetNothing() {
    Life ana =
        Life.person()
            .on("2025-10-03T11:59:59Z", "page", Moment.ZMOT)
            .with(touch -> touch.channel = "too old")
            .on("2025-10-03T12:00:00Z", "page", Moment.ZMOT)
            .with(touch -> touch.channel = "web")
            .on("2026-03-01T12:00:00Z", "email_open", Moment.NONE)
            .with(touch -> touch.channel = "none")
            .on("2026-03-30T12:00:00Z", "reservation_paid", Moment.FMOT)
            .kinds(TouchKind.PAPERWORK)
            .with(touch -> touch.channel = "paper")
            .on("2026-04-01T12:00:00Z", "order_signed", Moment.FMOT)
            .with(AttributionTest::acquired);
    assertThat(credits(settings(), ana)).allMatch(row -> row.contains("|web|ZMOT|1|1")).hasSize(7);
  }

  @Test
  void onlyWhatCameSinceTheLastAcquisitionIsThanked() {
    Life ana =
        way("2026-02-01", "A")
            .on("2026-02-10T00:00:00Z", "page", Moment.ZMOT)
            .with(touch -> touch.channel = "B")
            .on("2026-03-01T00:00:00Z", "order_signed", Moment.FMOT)
            .with(AttributionTest::acquired);
    assertThat(
            Life.rows(
                new Attribution(settings()),
                List.of("market", "model", "method", "month", "channel", "credit", "persons"),
                ana))
        .filteredOn(row -> row.startsWith(EVERYWHERE + "last"))
        .containsExactly(
            EVERYWHERE + "last|2026-02-01|A|1|1", EVERYWHERE + "last|2026-03-01|B|1|1");
  }

  @Test
  void anAcquisitionThatNothingLedToIsKeptApart() {
    assertThat(credits(settings(), way("2026-03-01")))
        .containsExactly(
            "first|none|NONE|1|1",
            "last|none|NONE|1|1",
            "linear|none|NONE|1|1",
            "markov|none|NONE|1|1",
            "position_based|none|NONE|1|1",
            "shapley|none|NONE|1|1",
            "time_decay|none|NONE|1|1");
  }

  /** One of three ways converts: removal effects 0.5, 1 and 1, as published for this example. */
  @Test
  void lapsWithoutAcquisitionTeachTheMarkovChain() {
    List<Life> persons = List.of(way("2026-03-01", "C1", "C2", "C3"), lap("C1"), lap("C2", "C3"));
    assertThat(credits(settings(), persons.toArray(Life[]::new)))
        .contains("markov|C1|ZMOT|0.2|1", "markov|C2|ZMOT|0.4|1", "markov|C3|ZMOT|0.4|1");
  }

  /**
   * A alone: 1 of 2 acquired; B alone: 0 of 1; both: 1 of 1. So A adds 1/2 as the first and 1 after
   * B, B nothing as the first and 1/2 after A: three quarters and one of the two acquisitions.
   */
  @Test
  void shapleyAsksHowOftenWaysOfJustTheseChannelsConvert() {
    Life[] persons = {way("2026-03-01", "A"), lap("A"), lap("B"), way("2026-03-01", "A", "B")};
    assertThat(credits(settings(), persons))
        .contains("shapley|A|ZMOT|1.5|2", "shapley|B|ZMOT|0.5|1", "linear|A|ZMOT|1.5|2");
  }

  @Test
  void aChannelsShareIsSplitOverItsOwnTouches() {
    Life ana =
        Life.person()
            .on("2026-01-01T00:00:00Z", "page", Moment.ZMOT)
            .with(touch -> touch.channel = "web")
            .on("2026-01-02T00:00:00Z", "quote", Moment.FMOT)
            .with(touch -> touch.channel = "web")
            .on("2026-01-03T00:00:00Z", "quote", Moment.FMOT)
            .with(touch -> touch.channel = "web")
            .on("2026-01-04T00:00:00Z", "visit", Moment.FMOT)
            .with(touch -> touch.channel = "dealer")
            .on("2026-04-01T00:00:00Z", "order_signed", Moment.FMOT)
            .with(AttributionTest::acquired);
    assertThat(credits(settings(), ana))
        .contains(
            "markov|web|ZMOT|0.1667|1", "markov|web|FMOT|0.3333|1", "markov|dealer|FMOT|0.5|1");
  }

  @Test
  void creditsSumToTheAcquisitionsOfEveryCell() {
    List<Life> persons = new ArrayList<>();
    String[][] ways = {{"A"}, {"A", "B"}, {"B", "C", "A"}, {"C"}, {}};
    for (int i = 0; i < 15; i++) {
      String market = i % 2 == 0 ? "IT" : "FR";
      persons.add(
          way(i % 3 == 0 ? "2026-03-01" : "2026-04-01", ways[i % 5])
              .with(touch -> touch.marketSoFar = market));
    }
    persons.add(lap("C"));
    for (String market : List.of("IT", "FR", "(all)")) {
      for (String month : List.of("2026-03-01", "2026-04-01")) {
        List<String> sums =
            CountPersons.rows(
                    new Attribution(settings()), persons.stream().map(Life::told).toList())
                .stream()
                .filter(row -> row.get("market").equals(market) && row.get("model").equals("(all)"))
                .filter(row -> row.get("month").toString().equals(month))
                .collect(
                    java.util.stream.Collectors.groupingBy(
                        row -> (String) row.get("method"),
                        java.util.TreeMap::new,
                        java.util.stream.Collectors.summingDouble(
                            row -> (Double) row.get("credit"))))
                .values()
                .stream()
                .map(sum -> String.format(java.util.Locale.ROOT, "%.6f", sum))
                .distinct()
                .toList();
        assertThat(sums).as(market + " " + month).hasSize(1);
      }
    }
  }

  @Test
  void spendGivesACostAndWhatBroughtNothingStays() {
    AttributionSettings settings =
        settings(
            new Spend("2026-03-01", "IT", "", "A", "spring", 300, "EUR"),
            new Spend("2026-03-01", "IT", "C3", "B", "unknown", 50, "EUR"),
            new Spend("2026-03-01", "FR", "", "A", "spring", 10, "CHF"));
    Life ana =
        Life.person()
            .on("2026-02-01T00:00:00Z", "page", Moment.ZMOT)
            .with(touch -> touch.channel = "A")
            .with(touch -> touch.campaign = "spring")
            .on("2026-02-02T00:00:00Z", "page", Moment.FMOT)
            .with(touch -> touch.channel = "A")
            .with(touch -> touch.campaign = "spring")
            .on("2026-03-01T00:00:00Z", "order_signed", Moment.FMOT)
            .with(AttributionTest::acquired)
            .with(touch -> touch.marketSoFar = "IT");
    assertThat(
            Life.rows(
                new Attribution(settings),
                List.of(
                    "method",
                    "market",
                    "model",
                    "channel",
                    "moment",
                    "credit",
                    "spend",
                    "currency",
                    "cost_per_acquisition"),
                ana))
        .contains(
            "linear|IT|(all)|A|ZMOT|0.5|150|EUR|300",
            "linear|IT|(all)|A|FMOT|0.5|150|EUR|300",
            "first|IT|(all)|A|ZMOT|1|300|EUR|300",
            "first|IT|C3|B|NONE|0|50|EUR|null",
            "first|FR|unknown|A|NONE|0|10|CHF|null",
            "first|(all)|(all)|A|NONE|0|10|CHF|null");
  }

  @Test
  void overSeveralCurrenciesThereIsNoSum() {
    AttributionSettings settings =
        settings(
            new Spend("2026-03-01", "IT", "", "A", "x", 300, "EUR"),
            new Spend("2026-03-01", "CH", "", "A", "x", 10, "CHF"));
    assertThat(
            Life.rows(
                new Attribution(settings),
                List.of("method", "market", "model", "spend", "currency"),
                way("2026-03-01", "B")))
        .contains("first|(all)|(all)|null|null", "first|CH|(all)|10|CHF");
  }

  /** The rows over all markets and models: method, channel, moment, credit and acquisitions. */
  private static List<String> credits(AttributionSettings settings, Life... persons) {
    return Life.rows(
            new Attribution(settings),
            List.of("market", "model", "method", "channel", "moment", "credit", "acquisitions"),
            persons)
        .stream()
        .filter(row -> row.startsWith(EVERYWHERE))
        .map(row -> row.substring(EVERYWHERE.length()))
        .toList();
  }

  /** An acquisition in a day, with a touch of each channel before it. */
  private static Life way(String day, String... channels) {
    Life life = lap(channels).where(lap -> lap.becameOwnerAt = Life.at(day));
    return life.on(day + "T00:00:00Z", "order_signed", Moment.FMOT).with(AttributionTest::acquired);
  }

  private static Life lap(String... channels) {
    Life life = Life.person();
    for (int i = 0; i < channels.length; i++) {
      String channel = channels[i];
      life.on("2026-01-0%dT00:00:00Z".formatted(i + 1), "page", Moment.ZMOT)
          .with(touch -> touch.channel = channel);
    }
    return life;
  }

  private static void acquired(Touch touch) {
    touch.isAcquisition = true;
    touch.channel = "dealer";
    touch.lap.becameOwnerAt = touch.start;
  }

  private static AttributionSettings settings(Spend... spend) {
    return new AttributionSettings(
        Duration.ofDays(180), Duration.ofDays(30), 1, 12, 100, 1, List.of(spend));
  }
}
