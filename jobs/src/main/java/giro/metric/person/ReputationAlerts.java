package giro.metric.person;

import giro.metric.Combinations;
import giro.model.table.TableContract;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code reputation_alerts}: what is said in public in an unusual measure, against each series' own
 * past.
 */
final class ReputationAlerts implements PersonMetric.OfAllCells {
  private static final long serialVersionUID = 1L;
  static final String MARKET = "market";
  static final String MODEL = "model";
  static final String WHAT = "what";
  static final String SUBJECT = "subject";
  static final String VOICES = "voices";
  static final String WEIGHTS = "weights";
  static final String REACH = "reach";
  static final String RATINGS = "ratings";
  static final String SQUARES = "squares";

  static final String NEGATIVE_VOLUME = "negative_volume";
  static final String FALLING_RATING = "falling_rating";
  static final String RISING_TOPIC = "rising_topic";
  static final String NEW_PLACE = "new_place";

  /** A series that has no subject beside its market and model. */
  private static final String NONE = "";

  static final TableContract CONTRACT =
      TableContract.bi(
              "reputation_alerts", "first day of an alert, market, model, kind and subject")
          .key("date", MARKET, MODEL, "kind", SUBJECT)
          .dimensions(MARKET, MODEL)
          .column("date", "date", "UTC day on which the alert began")
          .text(MARKET, "market of what was said, unknown, or (all)")
          .text(MODEL, "model of what was said, unknown, or (all); topics and places: (all) only")
          .text(
              "kind",
              "negative_volume, falling_rating, rising_topic, or new_place: a channel never heard of")
          .text(SUBJECT, "the topic or the channel; empty for the other kinds")
          .column("last_date", "date", "latest unusual day of the alert so far")
          .count("persons", "persons behind the days judged, different ones each day")
          .count(
              VOICES, "what they said in those days: negative voices, ratings, voices of the topic")
          .number(REACH, "people who could see it, where known; else the usual number a voice")
          .number(
              "volume",
              "negative_volume: voices of the day, each weighted by the root of its reach;"
                  + " falling_rating: mean rating of the last weeks; else voices of the day")
          .number(
              "baseline",
              "what the series' own past and the day of the week lead one to expect of the volume;"
                  + " falling_rating: mean of the year before; new_place: 0")
          .number(
              "score", "how far from the baseline, in limits: above 1 is unusual; new_place: null")
          .number("peak_score", "highest score of the alert so far")
          .column(
              "regained_date",
              "date",
              "falling_rating: first UTC day after the alert's latest unusual day on which the mean"
                  + " of the last weeks is back at the baseline; null while open, and for other"
                  + " kinds")
          .number(
              "days_to_regain",
              "days from date to regained_date; null while open, and for other kinds")
          .number("days_open", "days from date to now of a fall not regained; null for others")
          .withholding()
          .definition(
              "Days on which negative voices weigh more, ratings lie lower or a topic is heard more"
                  + " often than a series' own past explains, and channels heard for the first time."
                  + " Series are markets, models and both. What listening does not hear raises no"
                  + " alert.",
              "Giorni in cui le voci negative pesano di più, i voti sono più bassi o un tema si sente"
                  + " più spesso di quanto spieghi il passato della serie stessa, e canali sentiti per"
                  + " la prima volta. Le serie sono mercati, modelli ed entrambi. Ciò che l'ascolto non"
                  + " coglie non genera avvisi.")
          .build();

  private final AlertSettings settings;
  private final long now;

  /**
   * @param now end of as_of, exclusive, in microseconds since 1970 UTC
   */
  ReputationAlerts(AlertSettings settings, long now) {
    this.settings = settings;
    this.now = now;
  }

  @Override
  public TableContract contract() {
    return CONTRACT;
  }

  @Override
  public CellShape shape() {
    return new CellShape(
            List.of("date", MARKET, MODEL, WHAT, SUBJECT),
            CONTRACT.dimensions(),
            List.of(),
            List.of(),
            List.of())
        .counts(VOICES)
        .sums(WEIGHTS, REACH, RATINGS, SQUARES);
  }

  @Override
  public void add(Person person, Cells cells) {
    for (Touch touch : person.touches) {
      if (!touch.is(TouchKind.PUBLIC_VOICE)) {
        continue;
      }
      String day = Calendar.day(touch.start);
      String market = touch.marketSoFar;
      if (touch.is(TouchKind.NEGATIVE)) {
        long reach = touch.reach == null ? settings.usualReach() : Math.max(1, touch.reach);
        cells
            .at(day, market, touch.modelSoFar, NEGATIVE_VOLUME, NONE)
            .count(VOICES)
            .sum(WEIGHTS, Math.sqrt(reach))
            .sum(REACH, reach);
      }
      if (touch.rating != null) {
        cells
            .at(day, market, touch.modelSoFar, FALLING_RATING, NONE)
            .count(VOICES)
            .sum(RATINGS, touch.rating)
            .sum(SQUARES, touch.rating * touch.rating);
      }
      if (touch.topic != null) {
        cells.at(day, market, Combinations.ALL, RISING_TOPIC, touch.topic).count(VOICES);
      }
      if (touch.channel != null) {
        cells.at(day, market, Combinations.ALL, NEW_PLACE, touch.channel).count(VOICES);
      }
    }
  }

  @Override
  public List<GoldRow> rows(TableContract table, List<Cell> cells) {
    if (cells.isEmpty()) {
      return List.of();
    }
    long first = cells.stream().mapToLong(ReputationAlerts::day).min().orElseThrow();
    int days = (int) (Math.floorDiv(now - 1, Calendar.DAY) - first + 1);
    Map<List<String>, AlertSeries> series = new LinkedHashMap<>();
    for (Cell cell : cells) {
      int day = (int) (day(cell) - first);
      if (day < days) {
        List<String> key = cell.key().subList(1, cell.key().size());
        series.computeIfAbsent(key, k -> new AlertSeries(cell, days)).add(cell, day);
      }
    }
    JudgeAlerts judge = new JudgeAlerts(settings, first, series.values());
    List<GoldRow> rows = new ArrayList<>();
    series.values().forEach(each -> judge.judge(each, rows));
    return rows;
  }

  private static long day(Cell cell) {
    return java.time.LocalDate.parse(cell.key("date")).toEpochDay();
  }
}
