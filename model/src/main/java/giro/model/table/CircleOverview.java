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
          .columnsOf(
              CircleTransitions.CONTRACT,
              CircleTransitions.COHORT_MONTH,
              CircleTransitions.MARKET,
              CircleTransitions.MODEL)
          .build();

  private CircleOverview() {}
}
