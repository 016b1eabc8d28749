package giro.publish;

import giro.model.table.CircleOverview;
import giro.model.table.CircleSummary;
import giro.model.table.CircleTransitions;
import giro.model.table.DropoffOverview;
import giro.model.table.FunnelOverview;
import giro.model.table.FunnelSteps;
import giro.model.table.Headline;
import giro.model.table.MomentConversion;
import giro.model.table.MomentDropoff;
import giro.model.table.TableContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/**
 * How the rows of a published table of counts add up, and what becomes of a row that is rounded.
 *
 * @param people the column that small cells are judged by
 * @param dimensions the key columns that have an {@code (all)} row over their values
 * @param twins key columns that only count the same people another way: what differs in nothing
 *     else is one cell, shown or withheld together
 * @param sums sums over rows that no row of the table holds but another table tells
 * @param bond what holds between rows of one cell of the dimensions
 * @param isAlsoRounded of a row and k: true where the row must be rounded for another table's sake,
 *     even far from a withheld one
 * @param rounding rounds those of the table's rows that are marked for it
 */
record CountTable(
    TableContract contract,
    String people,
    List<String> dimensions,
    List<String> twins,
    List<SumElsewhere> sums,
    Bond bond,
    BiPredicate<CountRow, Integer> isAlsoRounded,
    Consumer<List<CountRow>> rounding) {

  static final String ALL = "(all)";

  private static final BiPredicate<CountRow, Integer> NEVER = (row, k) -> false;

  /** What holds between rows that differ only in what is counted. */
  enum Bond {
    NONE,
    /** A funnel: who reached a step stopped there or reached the next. */
    STEPS(FunnelSteps.STEP_NUMBER),
    /** A circle: who came to a moment left it again, be it to the lap's end. */
    MOVES(
        CircleTransitions.FROM_MOMENT,
        CircleTransitions.TO_MOMENT,
        CircleTransitions.KIND,
        CircleTransitions.AFTER_ACQUISITION);

    private final List<String> over;

    Bond(String... over) {
      this.over = List.of(over);
    }

    /** The key columns in which such rows differ. */
    List<String> over() {
      return over;
    }
  }

  private static final String PERSONS = "persons";

  /**
   * Rows that differ only in the columns {@code over}, taken where the columns {@code atAll} are
   * {@code (all)}, add up to a figure of another table.
   */
  record SumElsewhere(List<String> over, List<String> atAll) {}

  private static final CountTable CONVERSION =
      new CountTable(
          MomentConversion.CONTRACT,
          PERSONS,
          List.of(MomentConversion.MARKET, MomentConversion.MODEL, MomentConversion.VEHICLE_TYPE),
          List.of(),
          // headline gives the laps behind a pair, by market
          List.of(
              new SumElsewhere(
                  List.of(MomentConversion.COHORT_MONTH),
                  List.of(MomentConversion.MODEL, MomentConversion.VEHICLE_TYPE))),
          Bond.NONE,
          NEVER,
          RoundCounts::conversions);

  private static final List<String> PLACE =
      List.of(
          MomentDropoff.LAST_MOMENT,
          MomentDropoff.FURTHEST_MOMENT,
          MomentDropoff.LAST_CHANNEL,
          MomentDropoff.LAST_DEPARTMENT,
          MomentDropoff.LAST_EVENT_TYPE);

  private static final CountTable DROPOFF =
      new CountTable(
          MomentDropoff.CONTRACT,
          PERSONS,
          List.of(MomentDropoff.MARKET, MomentDropoff.MODEL),
          List.of(),
          // circle_summary and restatements give the laps over all places, dropoff_overview those
          // of a last moment
          List.of(
              new SumElsewhere(PLACE, List.of()),
              new SumElsewhere(
                  List.of(
                      MomentDropoff.COHORT_MONTH,
                      MomentDropoff.FURTHEST_MOMENT,
                      MomentDropoff.LAST_CHANNEL,
                      MomentDropoff.LAST_DEPARTMENT,
                      MomentDropoff.LAST_EVENT_TYPE),
                  List.of(MomentDropoff.MARKET, MomentDropoff.MODEL))),
          Bond.NONE,
          NEVER,
          RoundCounts::dropoffs);

  private static final CountTable DROPOFF_OVERVIEW =
      new CountTable(
          DropoffOverview.CONTRACT,
          PERSONS,
          List.of(),
          List.of(),
          List.of(new SumElsewhere(List.of(MomentDropoff.LAST_MOMENT), List.of())),
          Bond.NONE,
          NEVER,
          RoundCounts::dropoffs);

  private static final List<String> BREAKDOWNS =
      List.of(
          FunnelSteps.BREAKDOWN_1_VALUE,
          FunnelSteps.BREAKDOWN_2_VALUE,
          FunnelSteps.BREAKDOWN_3_VALUE);

  private static final CountTable FUNNEL =
      new CountTable(
          FunnelSteps.CONTRACT,
          PERSONS,
          BREAKDOWNS,
          List.of(FunnelSteps.COUNTING),
          List.of(new SumElsewhere(List.of(FunnelSteps.COHORT_MONTH), BREAKDOWNS)),
          Bond.STEPS,
          NEVER,
          RoundFunnels::round);

  private static final CountTable FUNNEL_OVERVIEW =
      new CountTable(
          FunnelOverview.CONTRACT,
          PERSONS,
          List.of(),
          List.of(FunnelSteps.COUNTING),
          List.of(),
          Bond.STEPS,
          NEVER,
          RoundFunnels::round);

  private static final CountTable CIRCLE =
      new CountTable(
          CircleTransitions.CONTRACT,
          PERSONS,
          List.of(CircleTransitions.MARKET, CircleTransitions.MODEL),
          List.of(CircleTransitions.COUNTING),
          List.of(
              new SumElsewhere(
                  List.of(CircleTransitions.COHORT_MONTH),
                  List.of(CircleTransitions.MARKET, CircleTransitions.MODEL))),
          Bond.MOVES,
          NEVER,
          RoundCounts::moves);

  private static final CountTable CIRCLE_OVERVIEW =
      new CountTable(
          CircleOverview.CONTRACT,
          PERSONS,
          List.of(),
          List.of(CircleTransitions.COUNTING),
          List.of(),
          Bond.MOVES,
          NEVER,
          RoundCounts::moves);

  private static final CountTable SUMMARY =
      new CountTable(
          CircleSummary.CONTRACT,
          CircleSummary.PERSONS,
          List.of(CircleSummary.MARKET, CircleSummary.MODEL),
          List.of(),
          List.of(
              new SumElsewhere(List.of(CircleSummary.COHORT_MONTH), List.of(CircleSummary.MODEL))),
          Bond.NONE,
          // circle_transitions has a row of its own for each way to enter
          (row, k) ->
              RoundCounts.ENTRIES.stream().anyMatch(e -> row.count(e) > 0 && row.count(e) < k),
          RoundCounts::summaries);

  private static final CountTable HEADLINE =
      new CountTable(
          Headline.CONTRACT,
          Headline.DENOMINATOR,
          List.of(Headline.MARKET),
          List.of(),
          List.of(),
          Bond.NONE,
          // a market of few cohorts: its figure is theirs, of which some may be withheld
          (row, k) -> !ALL.equals(row.value(Headline.MARKET)),
          RoundCounts::headlines);

  private static final List<CountTable> TABLES =
      List.of(
          CONVERSION,
          DROPOFF,
          DROPOFF_OVERVIEW,
          FUNNEL,
          FUNNEL_OVERVIEW,
          CIRCLE,
          CIRCLE_OVERVIEW,
          SUMMARY,
          HEADLINE);

  /** Empty for a table whose rows do not add up to one another. */
  static Optional<CountTable> of(TableContract contract) {
    return TABLES.stream()
        .filter(t -> t.contract().name().equals(contract.name()))
        .findFirst()
        .or(() -> ofDimensions(contract));
  }

  /** A table that says itself over what its rows add up. */
  private static Optional<CountTable> ofDimensions(TableContract contract) {
    return contract.dimensions().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new CountTable(
                contract,
                PERSONS,
                contract.dimensions(),
                List.of(),
                elsewhere(contract),
                Bond.NONE,
                NEVER,
                rows -> RoundCounts.byContract(contract, rows)));
  }

  /** The overview gives the sum over all values of the column it is over. */
  private static List<SumElsewhere> elsewhere(TableContract contract) {
    List<SumElsewhere> sums = new ArrayList<>();
    contract.overviewOver().ifPresent(c -> sums.add(new SumElsewhere(List.of(c), List.of())));
    if (!contract.sumsOver().isEmpty()) {
      sums.add(new SumElsewhere(contract.sumsOver(), List.of()));
    }
    return sums;
  }

  /** What identifies a cell: the key without its twins. */
  List<String> cellKey() {
    return contract.key().stream().filter(column -> !twins.contains(column)).toList();
  }
}
