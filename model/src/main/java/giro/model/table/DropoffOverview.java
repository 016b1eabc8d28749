package giro.model.table;

/** Where laps stand, by their last moment alone, over all cohorts, markets and models. */
public final class DropoffOverview {
  public static final String NAME = "dropoff_overview";

  public static final TableContract CONTRACT =
      TableContract.bi(NAME, "last moment, over all cohorts, markets and models")
          .key(MomentDropoff.LAST_MOMENT)
          .columnsOf(
              MomentDropoff.CONTRACT,
              MomentDropoff.COHORT_MONTH,
              MomentDropoff.MARKET,
              MomentDropoff.MODEL,
              MomentDropoff.FURTHEST_MOMENT,
              MomentDropoff.LAST_CHANNEL,
              MomentDropoff.LAST_DEPARTMENT,
              MomentDropoff.LAST_EVENT_TYPE)
          .build();

  private DropoffOverview() {}
}
