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

  public static final String LAPS_WITH_ZMOT = "laps_with_zmot";
  public static final String ZMOT_FMOT = "zmot_fmot";
  public static final String LAPS_WITH_FMOT = "laps_with_fmot";
  public static final String FMOT_SMOT = "fmot_smot";
  public static final String LAPS_WITH_SMOT = "laps_with_smot";
  public static final String SMOT_UMOT = "smot_umot";
  public static final String PUBLISHING_LAPS = "publishing_laps";
  public static final String CONTENTS = "contents";
  public static final String CONTENTS_PER_PUBLISHING_LAP = "contents_per_publishing_lap";
  public static final String READERS = "readers";
  public static final String NEW_LAPS = "new_laps";
  public static final String GENERATION_DAYS = "generation_days";
  public static final String SECOND_ORDER_ADVOCACY = "second_order_advocacy";

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
          .number(
              READERS_PER_CONTENT,
              "pairs of a content published in the cohort's laps and another person who read it /"
                  + " contents; null without content")
          .number(
              MOMENTUM,
              "the circle's reproduction number: new_laps, less those that would have begun anyway,"
                  + " per lap. The share that would not is lift / (1 + lift) of all reading, as"
                  + " umot_influence compares it, at least 0; null where nothing can be compared."
                  + " A lower bound: what is read unobserved is missing. Associated with, not caused by")
          .number(MOMENTUM_LOW, "lower end of the 95 % bootstrap interval over persons")
          .number(MOMENTUM_HIGH, "upper end")
          .count(LAPS_WITH_ZMOT, "laps with a ZMOT: the denominator of zmot_fmot")
          .number(ZMOT_FMOT, "of laps with a ZMOT, those with an FMOT after it so far")
          .count(LAPS_WITH_FMOT, "laps with an FMOT: the denominator of fmot_smot")
          .number(FMOT_SMOT, "of laps with an FMOT, those with an SMOT after it so far")
          .count(LAPS_WITH_SMOT, "laps with an SMOT: the denominator of smot_umot")
          .number(SMOT_UMOT, "of laps with an SMOT, those with a UMOT after it so far")
          .count(PUBLISHING_LAPS, "laps in which content of the person's own was published")
          .count(CONTENTS, "contents published in the cohort's laps")
          .number(CONTENTS_PER_PUBLISHING_LAP, "contents / publishing_laps")
          .count(READERS, "different other persons who read one of them")
          .number(
              NEW_LAPS,
              "laps of others, of any later cohort, whose first moment touch read one of the contents;"
                  + " a lap is split equally over the contents read in its first session")
          .number(
              GENERATION_DAYS,
              "generation time: median days from the publication to the opening of such a lap")
          .number(
              SECOND_ORDER_ADVOCACY,
              "of readers, those who published content of their own after it")
          .withholding()
          .build();

  private CircleSummary() {}
}
