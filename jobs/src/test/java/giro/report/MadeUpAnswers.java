package giro.report;

import static giro.report.MadeUpQuestions.row;
import static giro.report.MadeUpQuestions.rows;

import java.util.Map;

/** Made-up rows on losses, answers, returns and what changed, for the tests of the page. */
final class MadeUpAnswers {
  private static final String ALL = PageTables.ALL;

  private MadeUpAnswers() {}

  static Map<String, TableRows> tables() {
    return Map.of(
        "leakage_overview",
        rows(
            leak(ALL, ALL, ALL, 400L, 60L),
            leak("FMOT", ALL, ALL, 200L, 45L),
            leak(ALL, "price", ALL, 400L, 35L),
            leak(ALL, "gave_up", ALL, 400L, null),
            leak(ALL, ALL, "Other <b>", 400L, 20L)),
        "responsiveness_overview",
        rows(
            answers(ALL, ALL, 500L, 0.4),
            answers("customer_care", ALL, 450L, 0.44),
            answers("sales", ALL, null, null),
            answers(ALL, "phone", 300L, 0.55)),
        "return_by_tenure",
        rows(
            tenure(0, 300L, 6L, 0.02),
            tenure(1, 280L, 14L, 0.05),
            tenure(2, null, null, null),
            row("tenure_months", 1, "service_experience", "bad", "at_risk", 20L, "hazard", 0.2)),
        "restatements",
        rows(
            change("headline", "laps", "new touch", 9L),
            change("headline", "laps", "late touch", 1L),
            change("moment_conversion", "ZMOT-FMOT open", "maturing", -2L),
            row("table", "headline", "is_withheld", true, "previous_as_of", "2026-11-13")));
  }

  private static PublishedRow leak(
      String moment, String reason, String competitor, Long atRisk, Long lost) {
    return row(
        "moment",
        moment,
        "reason",
        reason,
        "competitor",
        competitor,
        "at_risk",
        atRisk,
        "lost",
        lost,
        "dropped",
        12L,
        "lost_share",
        lost == null ? null : (double) lost / atRisk,
        "is_withheld",
        lost == null);
  }

  private static PublishedRow answers(
      String department, String channel, Long questions, Double within) {
    return row(
        "department",
        department,
        "channel",
        channel,
        "questions",
        questions,
        "answered_24h",
        within,
        "answered_24h_low",
        within == null ? null : within - 0.05,
        "answered_24h_high",
        within == null ? null : within + 0.05,
        "is_withheld",
        questions == null);
  }

  private static PublishedRow tenure(int month, Long atRisk, Long returned, Double hazard) {
    return row(
        "tenure_months",
        month,
        "service_experience",
        ALL,
        "at_risk",
        atRisk,
        "returned",
        returned,
        "hazard",
        hazard,
        "is_withheld",
        atRisk == null);
  }

  private static PublishedRow change(String table, String figure, String cause, long change) {
    return row(
        "table",
        table,
        "figure",
        figure,
        "cause",
        cause,
        "cohort",
        "2026-10-01",
        "previous_as_of",
        "2026-11-13",
        "old",
        100L,
        "new",
        110L,
        "change",
        change);
  }
}
