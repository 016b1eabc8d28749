package giro.model.table;

/** Where laps stand, by their last moment alone, over all cohorts, markets and models. */
public final class DropoffOverview {
  public static final String NAME = "dropoff_overview";

  public static final TableContract CONTRACT =
      TableContract.bi(NAME, "last moment, over all cohorts, markets and models")
          .key(MomentDropoff.LAST_MOMENT)
          .text(
              MomentDropoff.LAST_MOMENT,
              "last moment touch before the acquisition, the loss or now; NONE if there is none")
          .count(
              MomentDropoff.LAPS,
              "laps begun as research or by an acquisition; the sum of the four states")
          .count(MomentDropoff.CONVERTED, "acquired")
          .count(MomentDropoff.LOST, "known loss before any acquisition")
          .count(MomentDropoff.OPEN, "neither, inactivity plus lateness not over")
          .count(MomentDropoff.DROPPED, "neither, and it is over")
          .number(
              MomentDropoff.MEDIAN_DAYS_SINCE,
              "open laps: days from that touch to the end of as_of")
          .count(MomentDropoff.PERSONS, "persons behind the row")
          .withholding()
          .build();

  private DropoffOverview() {}
}
