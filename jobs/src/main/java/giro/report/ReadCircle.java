package giro.report;

import giro.model.table.CircleSummary;
import giro.model.table.CircleTransitions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the moves on the circle, and how laps begin. */
final class ReadCircle {
  private static final Map<String, String> ENTRIES =
      Map.of(
          "STIMULUS", CircleSummary.ENTRIES_STIMULUS,
          "ZMOT", CircleSummary.ENTRIES_ZMOT,
          "FMOT", CircleSummary.ENTRIES_FMOT,
          "SMOT", CircleSummary.ENTRIES_SMOT,
          "UMOT", CircleSummary.ENTRIES_UMOT);

  private ReadCircle() {}

  /** In the order of their ends' names, so that equal tables give an equal page. */
  static List<Move> moves(TableRows rows) {
    return rows
        .groupedBy(
            CircleTransitions.FROM_MOMENT, CircleTransitions.TO_MOMENT, CircleTransitions.KIND)
        .stream()
        .map(ReadCircle::move)
        .sorted(Comparator.comparing(Move::from).thenComparing(Move::to).thenComparing(Move::kind))
        .toList();
  }

  private static Move move(TableRows rows) {
    PublishedRow any = rows.all().get(0);
    String counting = CircleTransitions.COUNTING;
    TableRows perLap = rows.only(row -> row.text(counting).equals("lap"));
    return new Move(
        any.text(CircleTransitions.FROM_MOMENT),
        any.text(CircleTransitions.TO_MOMENT),
        any.text(CircleTransitions.KIND),
        rows.only(row -> row.text(counting).equals("touch")).visibleSum(CircleTransitions.MOVES),
        perLap.visibleSum(CircleTransitions.MOVES),
        perLap
            .only(row -> row.flag(CircleTransitions.AFTER_ACQUISITION))
            .visibleSum(CircleTransitions.MOVES));
  }

  /** The share of laps in order is weighted by its own denominator, as if counted over all laps. */
  static LapStarts starts(TableRows months) {
    Map<String, Long> entries = new TreeMap<>();
    ENTRIES.forEach(
        (moment, column) -> {
          List<Long> counts =
              months.all().stream().map(row -> row.count(column)).filter(c -> c != null).toList();
          if (!counts.isEmpty()) {
            entries.put(moment, counts.stream().mapToLong(Long::longValue).sum());
          }
        });
    long laps = 0;
    long twoMoments = 0;
    double inOrder = 0;
    for (PublishedRow month : months.all()) {
      Long own = month.count(CircleSummary.LAPS);
      laps += own == null ? 0 : own;
      Double share = month.number(CircleSummary.LINEAR_ORDER_SHARE);
      Long among = month.count(CircleSummary.LAPS_WITH_TWO_MOMENTS);
      if (share != null && among != null) {
        twoMoments += among;
        inOrder += share * among;
      }
    }
    return new LapStarts(laps, entries, twoMoments, twoMoments == 0 ? null : inOrder / twoMoments);
  }
}
