package giro.model.table;

/** The circle in one row a cohort. */
public final class CircleSummary {
  public static final String NAME = "circle_summary";
  public static final String COHORT_MONTH = "cohort_month";
  public static final String MARKET = "market";
  public static final String MODEL = "model";
  public static final String PERSONS = "persons";
  public static final String LAPS = "laps";
  public static final String ENTRIES_STIMULUS = "entries_stimulus";
  public static final String ENTRIES_ZMOT = "entries_zmot";
  public static final String ENTRIES_FMOT = "entries_fmot";
  public static final String ENTRIES_SMOT = "entries_smot";
  public static final String ENTRIES_UMOT = "entries_umot";
  public static final String LAPS_WITH_TWO_MOMENTS = "laps_with_two_moments";
  public static final String LINEAR_ORDER_SHARE = "linear_order_share";
  public static final String BACKWARD_SHARE = "backward_share";
  public static final String REENTRY_SHARE = "reentry_share";
  public static final String OWNER_TO_AUTHOR = "owner_to_author";
  public static final String AUTHOR_RETURN = "author_return";
  public static final String LAPS_PER_PERSON = "laps_per_person";
  public static final String MEDIAN_LAP_DAYS = "median_lap_days";
  public static final String READERS_PER_CONTENT = "readers_per_content";
  public static final String MOMENTUM = "momentum";
  public static final String MOMENTUM_LOW = "momentum_low";
  public static final String MOMENTUM_HIGH = "momentum_high";

  public static final TableContract CONTRACT =
      TableContract.bi(NAME, "cohort month, market and model of the laps' first touch")
          .key(COHORT_MONTH, MARKET, MODEL)
          .column(COHORT_MONTH, "date", "first day of the UTC month of the cohort's touch")
          .text(MARKET, "market, unknown, or (all)")
          .text(MODEL, "model, unknown, or (all)")
          .count(PERSONS, "persons with a lap in the cohort")
          .count(LAPS, "laps")
          .count(ENTRIES_STIMULUS, "laps whose first moment is STIMULUS")
          .count(ENTRIES_ZMOT, "laps whose first moment is ZMOT")
          .count(ENTRIES_FMOT, "laps whose first moment is FMOT")
          .count(ENTRIES_SMOT, "laps whose first moment is SMOT")
          .count(ENTRIES_UMOT, "laps whose first moment is UMOT")
          .count(
              LAPS_WITH_TWO_MOMENTS,
              "laps with two or more different moments, STIMULUS left out: the denominator of linear_order_share")
          .number(
              LINEAR_ORDER_SHARE,
              "laps with two or more moments in which no move goes back / laps_with_two_moments; ties neutral")
          .number(BACKWARD_SHARE, "backward moves / (self, forward and backward moves)")
          .number(REENTRY_SHARE, "laps with a touch after an absence / laps")
          .number(
              OWNER_TO_AUTHOR, "ownership laps with a UMOT after they became so / ownership laps")
          .number(
              AUTHOR_RETURN,
              "laps with a UMOT followed by a ZMOT in a later lap / laps with a UMOT")
          .number(LAPS_PER_PERSON, "laps / persons")
          .number(MEDIAN_LAP_DAYS, "median days from the first to the last active touch of the lap")
          .number(READERS_PER_CONTENT, "needs reading links; null in this version")
          .number(MOMENTUM, "reproduction number of the circle; null in this version")
          .number(MOMENTUM_LOW, "null in this version")
          .number(MOMENTUM_HIGH, "null in this version")
          .withholding()
          .build();

  private CircleSummary() {}
}
