package giro.model.table;

/**
 * Configured funnels over all cohorts: persons counted once, so cohort rows do not add up to it.
 */
public final class FunnelOverview {
  public static final String NAME = "funnel_overview";

  public static final TableContract CONTRACT =
      TableContract.bi(NAME, "funnel, counting and step, over all cohorts and breakdowns")
          .key(FunnelSteps.FUNNEL, FunnelSteps.COUNTING, FunnelSteps.STEP_NUMBER)
          .columnsOf(
              FunnelSteps.CONTRACT,
              FunnelSteps.COHORT_MONTH,
              FunnelSteps.BREAKDOWN_1_NAME,
              FunnelSteps.BREAKDOWN_1_VALUE,
              FunnelSteps.BREAKDOWN_2_NAME,
              FunnelSteps.BREAKDOWN_2_VALUE,
              FunnelSteps.BREAKDOWN_3_NAME,
              FunnelSteps.BREAKDOWN_3_VALUE)
          .build();

  private FunnelOverview() {}
}
