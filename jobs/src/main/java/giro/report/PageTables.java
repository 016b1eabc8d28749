package giro.report;

import java.util.List;
import java.util.Map;

/**
 * Everything the page shows, read from the published tables of one run. Lists may be empty.
 *
 * @param headlines figures at the top
 * @param funnels configured funnels, {@code linear} first where there is one
 * @param moves moves on the circle
 * @param starts how laps begin
 * @param dropOffs where laps stand, by last moment
 * @param pairs conversion by pair
 * @param cohorts conversion by pair and cohort month
 * @param sources what the figures rest on; the line {@code (all)} stands for all sources
 * @param rejected why rows were rejected, most frequent first
 * @param markedRows by table, how many of the rows that the page reads are withheld or rounded
 * @param questions what is read of the tables of persons
 */
public record PageTables(
    List<HeadlineFigure> headlines,
    List<Funnel> funnels,
    List<Move> moves,
    LapStarts starts,
    List<DropOff> dropOffs,
    List<PairConversion> pairs,
    List<CohortPoint> cohorts,
    List<SourceLine> sources,
    List<RejectedReason> rejected,
    Map<String, MarkedRows> markedRows,
    Questions questions) {

  /** The value that stands for all of a dimension. */
  static final String ALL = "(all)";

  /** Keeps copies. */
  public PageTables {
    headlines = List.copyOf(headlines);
    funnels = List.copyOf(funnels);
    moves = List.copyOf(moves);
    dropOffs = List.copyOf(dropOffs);
    pairs = List.copyOf(pairs);
    cohorts = List.copyOf(cohorts);
    sources = List.copyOf(sources);
    rejected = List.copyOf(rejected);
    markedRows = Map.copyOf(markedRows);
  }
}
