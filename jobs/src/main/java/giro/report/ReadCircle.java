package giro.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import giro.model.table.CircleOverview;
import giro.model.table.CircleSummary;
import giro.model.table.CircleTransitions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads the moves on the circle, and how laps begin, summed over cohort months. */
final class ReadCircle {
  private static final String IN_ORDER = "laps_in_order";
  private static final String LAP_MOVES = "lap_moves";
  private static final String AFTER = "lap_moves_after_acquisition";

  private static final Map<String, String> ENTRIES =
      Map.of(
          "STIMULUS", CircleSummary.ENTRIES_STIMULUS,
          "ZMOT", CircleSummary.ENTRIES_ZMOT,
          "FMOT", CircleSummary.ENTRIES_FMOT,
          "SMOT", CircleSummary.ENTRIES_SMOT,
          "UMOT", CircleSummary.ENTRIES_UMOT);

  private final Function<String, Dataset<Row>> tables;

  ReadCircle(Function<String, Dataset<Row>> tables) {
    this.tables = tables;
  }

  /** In the order of their ends' names, so that equal tables give an equal page. */
  List<Move> moves() {
    Column perLap = col(CircleTransitions.COUNTING).equalTo("lap");
    Column perTouch = col(CircleTransitions.COUNTING).equalTo("touch");
    String moves = CircleTransitions.MOVES;
    return tables
        .apply(CircleOverview.NAME)
        .groupBy(CircleTransitions.FROM_MOMENT, CircleTransitions.TO_MOMENT, CircleTransitions.KIND)
        .agg(
            Cells.visibleSum(moves, perTouch).as(moves),
            Cells.visibleSum(moves, perLap).as(LAP_MOVES),
            Cells.visibleSum(moves, perLap.and(col(CircleTransitions.AFTER_ACQUISITION))).as(AFTER))
        .collectAsList()
        .stream()
        .map(ReadCircle::move)
        .sorted(Comparator.comparing(Move::from).thenComparing(Move::to).thenComparing(Move::kind))
        .toList();
  }

  private static Move move(Row row) {
    return new Move(
        Cells.text(row, CircleTransitions.FROM_MOMENT),
        Cells.text(row, CircleTransitions.TO_MOMENT),
        Cells.text(row, CircleTransitions.KIND),
        Cells.count(row, CircleTransitions.MOVES),
        Cells.count(row, LAP_MOVES),
        Cells.count(row, AFTER));
  }

  /** The share of laps in order is weighted by its own denominator, as if counted over all laps. */
  LapStarts starts() {
    Column order = col(CircleSummary.LINEAR_ORDER_SHARE);
    Column laps = col(CircleSummary.LAPS_WITH_TWO_MOMENTS);
    Row row =
        tables
            .apply(CircleSummary.NAME)
            .filter(Cells.isAll(CircleSummary.MARKET, CircleSummary.MODEL))
            .agg(
                sum(CircleSummary.LAPS).as(CircleSummary.LAPS),
                sum(CircleSummary.ENTRIES_STIMULUS).as(CircleSummary.ENTRIES_STIMULUS),
                sum(CircleSummary.ENTRIES_ZMOT).as(CircleSummary.ENTRIES_ZMOT),
                sum(CircleSummary.ENTRIES_FMOT).as(CircleSummary.ENTRIES_FMOT),
                sum(CircleSummary.ENTRIES_SMOT).as(CircleSummary.ENTRIES_SMOT),
                sum(CircleSummary.ENTRIES_UMOT).as(CircleSummary.ENTRIES_UMOT),
                sum(when(order.isNotNull(), laps)).as(CircleSummary.LAPS_WITH_TWO_MOMENTS),
                sum(order.multiply(laps)).as(IN_ORDER))
            .first();
    Map<String, Long> entries = new TreeMap<>();
    ENTRIES.forEach(
        (moment, column) -> {
          Long count = Cells.count(row, column);
          if (count != null) {
            entries.put(moment, count);
          }
        });
    long twoMoments = Cells.plainCount(row, CircleSummary.LAPS_WITH_TWO_MOMENTS);
    Double inOrder = Cells.number(row, IN_ORDER);
    Double share = inOrder == null || twoMoments == 0 ? null : inOrder / twoMoments;
    return new LapStarts(Cells.plainCount(row, CircleSummary.LAPS), entries, twoMoments, share);
  }
}
