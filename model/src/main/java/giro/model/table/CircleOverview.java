package giro.model.table;

/** The moves on the circle over all cohorts, markets and models. */
public final class CircleOverview {
  public static final String NAME = "circle_overview";

  public static final TableContract CONTRACT =
      TableContract.bi(NAME, "counting and move, over all cohorts, markets and models")
          .key(
              CircleTransitions.COUNTING,
              CircleTransitions.FROM_MOMENT,
              CircleTransitions.TO_MOMENT,
              CircleTransitions.KIND,
              CircleTransitions.AFTER_ACQUISITION)
          .text(CircleTransitions.COUNTING, "touch: every move; lap: each move once per lap")
          .text(CircleTransitions.FROM_MOMENT, "moment, or START")
          .text(CircleTransitions.TO_MOMENT, "moment, EXIT or OPEN")
          .text(CircleTransitions.KIND, "entry, self, forward, backward, return, exit or open")
          .flag(
              CircleTransitions.AFTER_ACQUISITION,
              "after the touch that made the lap an ownership lap")
          .count(CircleTransitions.MOVES, "moves")
          .count(CircleTransitions.PERSONS, "persons who made them")
          .number(
              CircleTransitions.MEDIAN_HOURS,
              "median hours between the two touches; null for entry, exit and open")
          .withholding()
          .build();

  private CircleOverview() {}
}
