package giro.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.desc;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads how models stand in public ratings, and the latest alerts on what is said of them. */
final class ReadReputation {
  static final String TABLE = "reputation";
  static final String ALERTS = "reputation_alerts";
  private static final String DATE = "date";
  private static final String MODEL = "model";
  private static final String MARKET = "market";
  private static final String RATED = "rated_to_date";
  private static final String MEAN = "mean_to_date";
  private static final String SHRUNK = "shrunk_to_date";
  private static final String RANK = "model_rank";

  /** Days with a review that are read, latest first. */
  private static final int DAYS = 3_000;

  /**
   * Where a model stands after its latest day with reviews.
   *
   * @param shrunk mean rating drawn toward the market's, 1 to 5
   * @param rank models that cannot be told apart share one
   */
  record Standing(
      String model, LocalDate date, Long rated, Double mean, double shrunk, Long rank) {}

  /**
   * One alert.
   *
   * @param place market and model it is about
   * @param score above 1 is unusual; null for a place never heard of
   */
  record Alert(
      LocalDate date,
      LocalDate lastDate,
      String kind,
      String place,
      String subject,
      Long voices,
      Double score) {}

  private ReadReputation() {}

  /** Days of models over all dealers and markets, latest first. */
  static Dataset<Row> latest(Dataset<Row> table) {
    return table
        .filter(Cells.isAll(MARKET, "dealer"))
        .filter(col("aspect").equalTo("overall"))
        .filter(col(MODEL).notEqual(PageTables.ALL))
        .orderBy(desc(DATE), col(MODEL))
        .limit(DAYS);
  }

  /** By rank, then rating. */
  static List<Standing> standings(Questions questions) {
    Map<String, Standing> latest = new LinkedHashMap<>();
    questions.of(TABLE).shown().stream()
        .filter(row -> row.date(DATE) != null && row.number(SHRUNK) != null)
        .sorted(Comparator.comparing((PublishedRow row) -> row.date(DATE)).reversed())
        .forEach(row -> latest.putIfAbsent(row.text(MODEL), standing(row)));
    return latest.values().stream()
        .sorted(
            Comparator.comparing(Standing::rank, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Comparator.comparing(Standing::shrunk).reversed())
                .thenComparing(Standing::model))
        .toList();
  }

  private static Standing standing(PublishedRow row) {
    return new Standing(
        row.text(MODEL),
        row.date(DATE),
        row.count(RATED),
        row.number(MEAN),
        row.number(SHRUNK),
        row.count(RANK));
  }

  /** Latest first. */
  static List<Alert> alerts(Questions questions) {
    return questions.of(ALERTS).shown().stream()
        .filter(row -> row.date(DATE) != null)
        .map(
            row ->
                new Alert(
                    row.date(DATE),
                    row.date("last_date"),
                    row.text("kind"),
                    place(row),
                    row.text("subject"),
                    row.count("voices"),
                    row.number("peak_score")))
        .sorted(
            Comparator.comparing(Alert::date)
                .reversed()
                .thenComparing(Alert::kind)
                .thenComparing(Alert::place)
                .thenComparing(Alert::subject))
        .toList();
  }

  private static String place(PublishedRow row) {
    String market = row.isAll(MARKET) ? "all markets" : row.text(MARKET);
    String model = row.isAll(MODEL) ? "all models" : row.text(MODEL);
    return market + ", " + model;
  }
}
