package giro.report;

import giro.model.measure.Interval;
import java.util.Comparator;
import java.util.List;

/** Reads which kinds of sources are consulted, and which are said to be useful. */
final class ReadSources {
  static final String TABLE = "zmot_sources";

  /**
   * One kind of source.
   *
   * @param share of all persons who consulted it before a first contact; null where withheld
   * @param acquirers share of acquirers who did before an acquisition
   * @param declared share of those who answered and named it; null without an answer
   * @param answers how many answered
   */
  record Source(
      String kind,
      Long consulted,
      Double share,
      Interval interval,
      Double acquirers,
      Double declared,
      Long useful,
      Long answers) {

    /** False for a kind that nobody consulted and nobody named. */
    boolean isUsed() {
      return share == null || share > 0 || (declared != null && declared > 0);
    }
  }

  private ReadSources() {}

  /** The most consulted first. */
  static List<Source> sources(Questions questions) {
    return questions.of(TABLE).shown().stream()
        .map(
            row ->
                new Source(
                    row.text("source_kind"),
                    row.count("persons_who_consulted"),
                    row.number("share"),
                    row.interval("rate_low", "rate_high"),
                    row.number("acquirer_share"),
                    row.number("declared_share"),
                    row.count("declared_useful"),
                    row.count("declared_answers")))
        .filter(Source::isUsed)
        .sorted(
            Comparator.comparing(Source::share, Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(Source::kind))
        .toList();
  }
}
