package giro.metric;

import giro.model.table.CircleSummary;
import giro.model.table.Headline;
import giro.model.table.MomentConversion;
import giro.model.table.MomentDropoff;
import java.util.List;

/** What a lap counts in, as {@code lap_states} names it, and the published figures that are. */
final class CountedPart {
  static final String LAP = "lap";
  static final String DROPOFF = "dropoff";
  static final String ACQUISITION = "acquisition";
  static final String RETURN_LAP = "return_lap";

  /** The state of a part that knows no other. */
  static final String COUNTED = "counted";

  /** Stands for all states of a part together. */
  static final String ALL_STATES = "";

  /** A published count. */
  record Figure(String table, String name) {}

  private CountedPart() {}

  /** The figures that count a part in a state; none where another state has them. */
  static List<Figure> figures(String part, String state) {
    boolean isAll = state.equals(ALL_STATES);
    return switch (part) {
      case LAP ->
          isAll
              ? List.of(
                  new Figure(CircleSummary.NAME, CircleSummary.LAPS),
                  new Figure(Headline.NAME, "laps"))
              : List.of();
      case ACQUISITION -> isAll ? List.of(new Figure(Headline.NAME, "acquisitions")) : List.of();
      case RETURN_LAP -> isAll ? List.of(new Figure(Headline.NAME, "return_laps")) : List.of();
      case DROPOFF -> List.of(new Figure(MomentDropoff.NAME, isAll ? MomentDropoff.LAPS : state));
      default ->
          List.of(
              new Figure(
                  MomentConversion.NAME, part + " " + (isAll ? MomentConversion.ENTERED : state)));
    };
  }
}
