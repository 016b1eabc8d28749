package giro.report;

import giro.model.domain.ConversionPair;
import giro.model.table.MomentConversion;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads conversion by pair: each cohort month, and the counts summed over them. */
final class ReadConversions {
  /** Pairs in the order of the circle. */
  private static final List<String> ORDER =
      Arrays.stream(ConversionPair.values())
          .map(pair -> PairConversion.key(pair.from(), pair.to()))
          .toList();

  private static final Comparator<String> PAIR_ORDER =
      Comparator.<String>comparingInt(
              key -> ORDER.contains(key) ? ORDER.indexOf(key) : ORDER.size())
          .thenComparing(key -> key);

  private ReadConversions() {}

  /** One point a pair and month: bounded by the months of the history. */
  static List<CohortPoint> cohorts(TableRows rows) {
    return rows.all().stream()
        .map(ReadConversions::point)
        .sorted(
            Comparator.comparing(
                    (CohortPoint p) -> PairConversion.key(p.from(), p.to()), PAIR_ORDER)
                .thenComparing(CohortPoint::cohortMonth))
        .toList();
  }

  private static CohortPoint point(PublishedRow row) {
    return new CohortPoint(
        row.text(MomentConversion.FROM_MOMENT),
        row.text(MomentConversion.TO_MOMENT),
        row.text(MomentConversion.PAIR_KIND),
        row.date(MomentConversion.COHORT_MONTH),
        row.number(MomentConversion.CUMULATIVE_INCIDENCE),
        row.interval(MomentConversion.INCIDENCE_LOW, MomentConversion.INCIDENCE_HIGH),
        row.count(MomentConversion.ENTERED),
        row.count(MomentConversion.OPEN),
        row.number(MomentConversion.INCIDENCE_DAYS),
        row.number(MomentConversion.WINDOW_DAYS));
  }

  /**
   * Counts over the cohorts read; the incidence is the headline's where it has one, so that both
   * places on the page agree, else that of one cohort.
   */
  static List<PairConversion> pairs(TableRows rows, List<HeadlineFigure> headlines) {
    Function<String, PairIncidence> incidence = incidences(cohorts(rows), headlines);
    return rows
        .groupedBy(
            MomentConversion.FROM_MOMENT, MomentConversion.TO_MOMENT, MomentConversion.PAIR_KIND)
        .stream()
        .map(pair -> pair(pair, incidence))
        .sorted(Comparator.comparing(p -> PairConversion.key(p.from(), p.to()), PAIR_ORDER))
        .toList();
  }

  private static PairConversion pair(TableRows rows, Function<String, PairIncidence> incidence) {
    PublishedRow any = rows.all().get(0);
    String from = any.text(MomentConversion.FROM_MOMENT);
    String to = any.text(MomentConversion.TO_MOMENT);
    return new PairConversion(
        from,
        to,
        any.text(MomentConversion.PAIR_KIND),
        rows.visibleSum(MomentConversion.ENTERED),
        rows.visibleSum(MomentConversion.CONVERTED),
        rows.visibleSum(MomentConversion.LOST),
        rows.visibleSum(MomentConversion.OPEN),
        rows.visibleSum(MomentConversion.DROPPED),
        rows.visibleSum(MomentConversion.MATURE_ENTERED),
        rows.visibleSum(MomentConversion.MATURE_CONVERTED),
        incidence.apply(PairConversion.key(from, to)));
  }

  private static Function<String, PairIncidence> incidences(
      List<CohortPoint> cohorts, List<HeadlineFigure> headlines) {
    Map<String, HeadlineFigure> overAllCohorts =
        headlines.stream()
            .filter(figure -> figure.value() != null)
            .collect(Collectors.toMap(HeadlineFigure::figure, figure -> figure));
    Map<String, List<CohortPoint>> byPair =
        cohorts.stream()
            .filter(point -> point.incidence() != null)
            .collect(Collectors.groupingBy(p -> PairConversion.key(p.from(), p.to())));
    return key -> {
      HeadlineFigure figure = overAllCohorts.get("incidence_" + key);
      return figure != null
          ? new PairIncidence(figure.value(), figure.interval(), null, null)
          : ofOneCohort(byPair.getOrDefault(key, List.of()));
    };
  }

  /** The latest cohort with nothing open any more, else the one followed longest: the oldest. */
  private static PairIncidence ofOneCohort(List<CohortPoint> cohorts) {
    if (cohorts.isEmpty()) {
      return null;
    }
    Comparator<CohortPoint> byMonth = Comparator.comparing(CohortPoint::cohortMonth);
    CohortPoint chosen =
        cohorts.stream()
            .filter(point -> !point.isStillOpen())
            .max(byMonth)
            .orElseGet(() -> cohorts.stream().min(byMonth).orElseThrow());
    return new PairIncidence(
        chosen.incidence(), chosen.interval(), chosen.cohortMonth(), chosen.incidenceDays());
  }
}
