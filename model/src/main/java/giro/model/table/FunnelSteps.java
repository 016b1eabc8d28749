package giro.model.table;

/** Configured funnels, step by step. */
public final class FunnelSteps {
  public static final String NAME = "funnel_steps";
  public static final String FUNNEL = "funnel";
  public static final String COUNTING = "counting";
  public static final String COHORT_MONTH = "cohort_month";
  public static final String BREAKDOWN_1_NAME = "breakdown_1_name";
  public static final String BREAKDOWN_1_VALUE = "breakdown_1_value";
  public static final String BREAKDOWN_2_NAME = "breakdown_2_name";
  public static final String BREAKDOWN_2_VALUE = "breakdown_2_value";
  public static final String BREAKDOWN_3_NAME = "breakdown_3_name";
  public static final String BREAKDOWN_3_VALUE = "breakdown_3_value";
  public static final String STEP_NUMBER = "step_number";
  public static final String STEP_NAME = "step_name";
  public static final String REACHED = "reached";
  public static final String ENTERED_HERE = "entered_here";
  public static final String OPEN = "open";
  public static final String DROPPED = "dropped";
  public static final String EXCLUDED = "excluded";
  public static final String RATE_FROM_ENTRY = "rate_from_entry";
  public static final String RATE_FROM_PREVIOUS = "rate_from_previous";
  public static final String MEDIAN_HOURS_FROM_ENTRY = "median_hours_from_entry";
  public static final String PERSONS = "persons";

  public static final TableContract CONTRACT =
      TableContract.bi(NAME, "funnel, counting, cohort month, breakdown values and step")
          .key(
              FUNNEL,
              COUNTING,
              COHORT_MONTH,
              BREAKDOWN_1_VALUE,
              BREAKDOWN_2_VALUE,
              BREAKDOWN_3_VALUE,
              STEP_NUMBER)
          .text(FUNNEL, "name of the funnel in configuration")
          .text(COUNTING, "unique or totals")
          .column(COHORT_MONTH, "date", "first day of the UTC month of the cohort's touch")
          .text(BREAKDOWN_1_NAME, "column of the first breakdown; null for none")
          .text(BREAKDOWN_1_VALUE, "its value at the first-step touch, or (all)")
          .text(BREAKDOWN_2_NAME, "second breakdown")
          .text(BREAKDOWN_2_VALUE, "its value, or (all)")
          .text(BREAKDOWN_3_NAME, "third breakdown")
          .text(BREAKDOWN_3_VALUE, "its value, or (all)")
          .column(STEP_NUMBER, "int", "from 1")
          .text(STEP_NAME, "name of the step")
          .count(REACHED, "units whose attempt reached the step")
          .count(
              ENTERED_HERE,
              "of these, attempts that started at this step; 0 after the first unless entry = open")
          .count(OPEN, "of these, went no further and can still do so")
          .count(DROPPED, "went no further and the window is over")
          .count(EXCLUDED, "left out by an exclusion at this step")
          .number(RATE_FROM_ENTRY, "reached / attempts that started at this step or before")
          .number(RATE_FROM_PREVIOUS, "reached / reached of the step before; 1 for the first")
          .number(MEDIAN_HOURS_FROM_ENTRY, "median hours from the first-step touch")
          .count(PERSONS, "persons behind reached")
          .withholding()
          .build();

  private FunnelSteps() {}
}
