package giro.report;

import giro.model.measure.Interval;
import java.util.Comparator;
import java.util.List;

/** Reads feelings in contacts by moment and by generation, over all channels and departments. */
final class ReadExperience {
  static final String TABLE = "experience_overview";
  private static final String MOMENT = "moment";
  private static final String GENERATION = "generation";
  private static final List<String> MOMENTS =
      List.of(PageTables.ALL, "STIMULUS", "ZMOT", "FMOT", "SMOT", "UMOT");
  private static final List<String> GENERATIONS =
      List.of(PageTables.ALL, "boomers", "x", "millennials", "z");

  /**
   * A mean; null value where none may be shown.
   *
   * @param n numbers behind it
   */
  record Mean(Double value, Interval interval, Long n) {}

  /**
   * Contacts of one moment or of one generation.
   *
   * @param name moment or generation, or (all)
   * @param touches contacts; null where withheld
   * @param responseRate of surveys, of contacts
   */
  record Mood(
      String name, Long touches, Double responseRate, Interval response, PublishedRow means) {
    Mean sentiment() {
      return mean("mean_sentiment", "n_sentiment");
    }

    /** The mean of what surveys ask. */
    Mean survey(String column) {
      return mean(column, "n_" + column);
    }

    private Mean mean(String column, String n) {
      return new Mean(
          means.number(column), means.interval(column + "_low", column + "_high"), means.count(n));
    }
  }

  private ReadExperience() {}

  /** In the order of the circle, all moments first. */
  static List<Mood> byMoment(Questions questions) {
    return moods(rows(questions, GENERATION), MOMENT, MOMENTS);
  }

  /** Oldest first, all generations before them. */
  static List<Mood> byGeneration(Questions questions) {
    return moods(rows(questions, MOMENT), GENERATION, GENERATIONS);
  }

  /** The rows that the page shows: over all of the one or of the other. */
  static TableRows rows(Questions questions) {
    return questions.of(TABLE).only(row -> row.isAll(MOMENT) || row.isAll(GENERATION));
  }

  private static TableRows rows(Questions questions, String all) {
    return questions.of(TABLE).only(row -> row.isAll(all));
  }

  private static List<Mood> moods(TableRows rows, String column, List<String> order) {
    Comparator<Mood> known =
        Comparator.comparing(
            mood -> order.contains(mood.name()) ? order.indexOf(mood.name()) : order.size());
    return rows.all().stream()
        .map(
            row ->
                new Mood(
                    row.text(column),
                    row.count("touches"),
                    row.number("response_rate"),
                    row.interval("response_rate_low", "response_rate_high"),
                    row))
        .sorted(known.thenComparing(Mood::name))
        .toList();
  }
}
