package giro.model.table;

/** The circle as moves between neighbouring moment touches of a lap. */
public final class CircleTransitions {
  public static final String NAME = "circle_transitions";
  public static final String COHORT_MONTH = "cohort_month";
  public static final String MARKET = "market";
  public static final String MODEL = "model";
  public static final String COUNTING = "counting";
  public static final String FROM_MOMENT = "from_moment";
  public static final String TO_MOMENT = "to_moment";
  public static final String KIND = "kind";
  public static final String AFTER_ACQUISITION = "after_acquisition";
  public static final String MOVES = "moves";
  public static final String PERSONS = "persons";
  public static final String MEDIAN_HOURS = "median_hours";

  public static final TableContract CONTRACT =
      TableContract.bi(NAME, "cohort month, market, model, counting and move")
          .key(
              COHORT_MONTH,
              MARKET,
              MODEL,
              COUNTING,
              FROM_MOMENT,
              TO_MOMENT,
              KIND,
              AFTER_ACQUISITION)
          .column(COHORT_MONTH, "date", "first day of the UTC month of the cohort's touch")
          .text(MARKET, "market, unknown, or (all)")
          .text(MODEL, "model, unknown, or (all)")
          .text(COUNTING, "touch: every move; lap: each move once per lap")
          .text(FROM_MOMENT, "moment, or START")
          .text(TO_MOMENT, "moment, EXIT or OPEN")
          .text(KIND, "entry, self, forward, backward, return, exit or open")
          .flag(AFTER_ACQUISITION, "after the touch that made the lap an ownership lap")
          .count(MOVES, "moves")
          .count(PERSONS, "persons who made them")
          .number(
              MEDIAN_HOURS, "median hours between the two touches; null for entry, exit and open")
          .withholding()
          .build();

  private CircleTransitions() {}
}
