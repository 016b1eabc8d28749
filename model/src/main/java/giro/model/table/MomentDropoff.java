package giro.model.table;

/** Where laps stand when they convert, are lost, drop or are still open. */
public final class MomentDropoff {
  public static final String NAME = "moment_dropoff";
  public static final String COHORT_MONTH = "cohort_month";
  public static final String MARKET = "market";
  public static final String MODEL = "model";
  public static final String LAST_MOMENT = "last_moment";
  public static final String FURTHEST_MOMENT = "furthest_moment";
  public static final String LAST_CHANNEL = "last_channel";
  public static final String LAST_DEPARTMENT = "last_department";
  public static final String LAST_EVENT_TYPE = "last_event_type";
  public static final String LAPS = "laps";
  public static final String CONVERTED = "converted";
  public static final String LOST = "lost";
  public static final String OPEN = "open";
  public static final String DROPPED = "dropped";
  public static final String MEDIAN_DAYS_SINCE = "median_days_since";
  public static final String PERSONS = "persons";

  public static final TableContract CONTRACT =
      TableContract.bi(NAME, "cohort month, market, model and the place where the lap stood")
          .key(
              COHORT_MONTH,
              MARKET,
              MODEL,
              LAST_MOMENT,
              FURTHEST_MOMENT,
              LAST_CHANNEL,
              LAST_DEPARTMENT,
              LAST_EVENT_TYPE)
          .column(COHORT_MONTH, "date", "first day of the UTC month of the cohort's touch")
          .text(MARKET, "market, unknown, or (all)")
          .text(MODEL, "model, unknown, or (all)")
          .text(
              LAST_MOMENT,
              "last moment touch before the acquisition, the loss or now; NONE if there is none")
          .text(FURTHEST_MOMENT, "furthest moment before the same")
          .text(LAST_CHANNEL, "channel of that last touch")
          .text(LAST_DEPARTMENT, "its department")
          .text(LAST_EVENT_TYPE, "its event type")
          .count(LAPS, "laps begun as research or by an acquisition; the sum of the four states")
          .count(CONVERTED, "acquired")
          .count(LOST, "known loss before any acquisition")
          .count(OPEN, "neither, inactivity plus lateness not over")
          .count(DROPPED, "neither, and it is over")
          .number(MEDIAN_DAYS_SINCE, "open laps: days from that touch to the end of as_of")
          .count(PERSONS, "persons behind the row")
          .withholding()
          .build();

  private MomentDropoff() {}
}
