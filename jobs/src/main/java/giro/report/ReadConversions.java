package giro.report;

import giro.model.domain.ConversionPair;
import giro.model.table.MomentConversion;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

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

  private final Dataset<Row> overAll;

  ReadConversions(Dataset<Row> table) {
    this.overAll =
        table.filter(
            Cells.isAll(
                MomentConversion.MARKET, MomentConversion.MODEL, MomentConversion.VEHICLE_TYPE));
  }

  /** One point a pair and month: bounded by the months of the history. */
  List<CohortPoint> cohorts() {
    return overAll
        .withColumn(
            MomentConversion.COHORT_MONTH,
            overAll.col(MomentConversion.COHORT_MONTH).cast("string"))
        .collectAsList()
        .stream()
        .map(ReadConversions::point)
        .sorted(
            Comparator.comparing(
                    (CohortPoint p) -> PairConversion.key(p.from(), p.to()), PAIR_ORDER)
                .thenComparing(CohortPoint::cohortMonth))
        .toList();
  }

  private static CohortPoint point(Row row) {
    return new CohortPoint(
        Cells.text(row, MomentConversion.FROM_MOMENT),
        Cells.text(row, MomentConversion.TO_MOMENT),
        Cells.text(row, MomentConversion.PAIR_KIND),
        Cells.date(row, MomentConversion.COHORT_MONTH),
        Cells.number(row, MomentConversion.CUMULATIVE_INCIDENCE),
        Cells.interval(row, MomentConversion.INCIDENCE_LOW, MomentConversion.INCIDENCE_HIGH),
        Cells.count(row, MomentConversion.ENTERED),
        Cells.count(row, MomentConversion.OPEN),
        Cells.number(row, MomentConversion.INCIDENCE_DAYS),
        Cells.number(row, MomentConversion.WINDOW_DAYS));
  }

  /**
   * Counts over all cohorts; the incidence is the headline's where it has one, so that both places
   * on the page agree, else that of one cohort.
   */
  List<PairConversion> pairs(List<CohortPoint> cohorts, List<HeadlineFigure> headlines) {
    Function<String, PairIncidence> incidence = incidences(cohorts, headlines);
    return overAll
        .groupBy(
            MomentConversion.FROM_MOMENT, MomentConversion.TO_MOMENT, MomentConversion.PAIR_KIND)
        .agg(
            Cells.visibleSum(MomentConversion.ENTERED),
            Cells.visibleSum(MomentConversion.CONVERTED),
            Cells.visibleSum(MomentConversion.LOST),
            Cells.visibleSum(MomentConversion.OPEN),
            Cells.visibleSum(MomentConversion.DROPPED),
            Cells.visibleSum(MomentConversion.MATURE_ENTERED),
            Cells.visibleSum(MomentConversion.MATURE_CONVERTED))
        .collectAsList()
        .stream()
        .map(row -> pair(row, incidence))
        .sorted(Comparator.comparing(p -> PairConversion.key(p.from(), p.to()), PAIR_ORDER))
        .toList();
  }

  private static PairConversion pair(Row row, Function<String, PairIncidence> incidence) {
    String from = Cells.text(row, MomentConversion.FROM_MOMENT);
    String to = Cells.text(row, MomentConversion.TO_MOMENT);
    return new PairConversion(
        from,
        to,
        Cells.text(row, MomentConversion.PAIR_KIND),
        Cells.count(row, MomentConversion.ENTERED),
        Cells.count(row, MomentConversion.CONVERTED),
        Cells.count(row, MomentConversion.LOST),
        Cells.count(row, MomentConversion.OPEN),
        Cells.count(row, MomentConversion.DROPPED),
        Cells.count(row, MomentConversion.MATURE_ENTERED),
        Cells.count(row, MomentConversion.MATURE_CONVERTED),
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
