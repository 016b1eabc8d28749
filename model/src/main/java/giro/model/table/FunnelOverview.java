package giro.model.table;

/**
 * Configured funnels over all cohorts: persons counted once, so cohort rows do not add up to it.
 */
public final class FunnelOverview {
  public static final String NAME = "funnel_overview";

  public static final TableContract CONTRACT =
      TableContract.bi(NAME, "funnel, counting and step, over all cohorts and breakdowns")
          .key(FunnelSteps.FUNNEL, FunnelSteps.COUNTING, FunnelSteps.STEP_NUMBER)
          .text(FunnelSteps.FUNNEL, "name of the funnel in configuration")
          .text(FunnelSteps.COUNTING, "unique or totals")
          .column(FunnelSteps.STEP_NUMBER, "int", "from 1")
          .text(FunnelSteps.STEP_NAME, "name of the step")
          .count(FunnelSteps.REACHED, "units whose attempt reached the step")
          .count(
              FunnelSteps.ENTERED_HERE,
              "of these, attempts that started at this step; 0 after the first unless entry = open")
          .count(FunnelSteps.OPEN, "of these, went no further and can still do so")
          .count(FunnelSteps.DROPPED, "went no further and the window is over")
          .count(FunnelSteps.EXCLUDED, "left out by an exclusion at this step")
          .number(FunnelSteps.RATE_FROM_ENTRY, "reached / reached of step 1")
          .number(
              FunnelSteps.RATE_FROM_PREVIOUS,
              "reached / reached of the step before; 1 for the first")
          .number(FunnelSteps.MEDIAN_HOURS_FROM_ENTRY, "median hours from the first-step touch")
          .count(FunnelSteps.PERSONS, "persons behind reached")
          .withholding()
          .build();

  private FunnelOverview() {}
}
