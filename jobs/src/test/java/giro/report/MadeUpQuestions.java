package giro.report;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Made-up rows of the tables of persons, for the tests of the page. */
final class MadeUpQuestions {
  private MadeUpQuestions() {}

  /** Something in every table. */
  static Questions all() {
    Map<String, TableRows> tables = new HashMap<>();
    tables.put(
        "linear_vs_circular_overview",
        rows(
            row("reason", "gone", "label_en", "Gone without a word", "persons", 300L),
            row(
                "reason",
                "acquired_along_the_line",
                "label_en",
                "Acquired along the line",
                "persons",
                100L,
                "counted_twice_over_devices",
                40L,
                "acquisitions",
                105L),
            row("reason", "acquired_without_convert", "is_withheld", true)));
    tables.put(
        "dealer_funnel_overview",
        rows(
            row("dealer", "(all)", "leads", 200L, "orders", 80L, "lost", 50L, "lost_price", 50L),
            row("dealer", "<b>IT001", "leads", 120L, "orders", 60L)));
    tables.put(
        "handoffs_overview",
        rows(
            handoff("sales", "finance", "handoffs", 90L, "is_expected", true),
            handoff("finance", "sales", "is_withheld", true),
            handoff("(all)", "sales", "handoffs", 99L)));
    tables.put(
        "zmot_sources",
        rows(
            row("source_kind", "brand_site", "share", .65, "declared_share", .16),
            row("source_kind", "review_site", "share", .32, "declared_share", .5)));
    tables.putAll(circle());
    tables.putAll(feelings());
    tables.putAll(MadeUpAnswers.tables());
    return new Questions(tables);
  }

  private static Map<String, TableRows> circle() {
    Map<String, TableRows> tables = new HashMap<>();
    tables.put(
        "circle_paths",
        rows(
            step(1, "START", "ZMOT", 400L),
            step(2, "ZMOT", "FMOT", 250L),
            step(2, "ZMOT", "EXIT", 150L),
            step(3, "FMOT", "ZMOT", 70L),
            step(3, "FMOT", "SMOT", null)));
    tables.put(
        "umot_influence",
        rows(
            influence("(all)", 500L, 0.42, 0.28, 0.59),
            influence("Model <A>", 320L, 0.17, -0.16, 0.59),
            influence("Model B", 180L, null, null, null)));
    tables.put(
        "circle_summary",
        rows(
            row(
                "cohort_month",
                "2026-08-01",
                "momentum",
                .05,
                "momentum_low",
                .02,
                "zmot_fmot",
                .5),
            row("cohort_month", "2026-09-01", "momentum", null)));
    return tables;
  }

  private static Map<String, TableRows> feelings() {
    return Map.of(
        "experience_overview",
        rows(
            mood("(all)", "(all)", 0.01),
            mood("SMOT", "(all)", -0.2),
            mood("UMOT", "(all)", null),
            mood("(all)", "x", null)),
        "reputation",
        rows(
            rating("2026-10-01", "Model A", 3.9, 1),
            rating("2026-10-09", "Model A", 3.6, 1),
            rating("2026-10-02", "Model B", 3.5, 1)),
        "reputation_alerts",
        rows(
            row(
                "date",
                "2026-10-05",
                "last_date",
                "2026-10-07",
                "kind",
                "rising_topic",
                "subject",
                "<i>brakes",
                "market",
                "IT",
                "model",
                "(all)",
                "voices",
                31L,
                "peak_score",
                1.7)),
        "attribution_overview",
        rows(
            row("method", "first", "channel", "web", "credit", 12.5, "silent_rows", 0L),
            row("method", "markov", "channel", "web", "credit", 7.0, "silent_rows", 2L)));
  }

  /** The same tables with every row withheld. */
  static Questions allWithheld() {
    Map<String, TableRows> tables = new HashMap<>();
    all()
        .tables()
        .forEach(
            (name, rows) ->
                tables.put(
                    name,
                    new TableRows(rows.all().stream().map(MadeUpQuestions::withheld).toList())));
    return new Questions(tables);
  }

  private static PublishedRow withheld(PublishedRow row) {
    Map<String, Object> values = new HashMap<>(row.values());
    values.replaceAll((column, value) -> value instanceof Number ? null : value);
    for (String key : List.of("position", "tenure_months")) {
      values.put(key, row.values().get(key));
    }
    values.put("is_withheld", true);
    return new PublishedRow(values);
  }

  static TableRows rows(PublishedRow... rows) {
    return new TableRows(List.of(rows));
  }

  static PublishedRow row(Object... namesAndValues) {
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return new PublishedRow(values);
  }

  private static PublishedRow with(PublishedRow row, Object... more) {
    Map<String, Object> values = new HashMap<>(row.values());
    values.putAll(row(more).values());
    return new PublishedRow(values);
  }

  static PublishedRow handoff(String from, String to, Object... more) {
    boolean isWithheld = Arrays.asList(more).contains("is_withheld");
    PublishedRow row = row("from_department", from, "to_department", to);
    return isWithheld
        ? with(row, more)
        : with(with(row, more), "mature_handoffs", 80L, "mature_dropped", 8L, "dropped_share", 0.1);
  }

  static PublishedRow step(int position, String from, String to, Long laps) {
    return row(
        "position",
        position,
        "from_moment",
        from,
        "to_moment",
        to,
        "laps",
        laps,
        "persons",
        laps,
        "is_withheld",
        laps == null);
  }

  private static PublishedRow influence(
      String model, long readers, Double lift, Double low, Double high) {
    return row(
        "model", model, "readers", readers, "lift", lift, "lift_low", low, "lift_high", high);
  }

  static PublishedRow mood(String moment, String generation, Double sentiment) {
    return row(
        "moment",
        moment,
        "generation",
        generation,
        "touches",
        900L,
        "response_rate",
        0.02,
        "mean_sentiment",
        sentiment);
  }

  private static PublishedRow rating(String date, String model, double shrunk, int rank) {
    return row(
        "date",
        date,
        "model",
        model,
        "shrunk_to_date",
        shrunk,
        "model_rank",
        rank,
        "rated_to_date",
        40L);
  }
}
