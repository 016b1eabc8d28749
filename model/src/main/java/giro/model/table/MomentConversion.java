package giro.model.table;

/**
 * Conversion between moments: three states, one competing event, and two rates that say what they
 * rest on.
 */
public final class MomentConversion {
  public static final String NAME = "moment_conversion";
  public static final String COHORT_MONTH = "cohort_month";
  public static final String MARKET = "market";
  public static final String MODEL = "model";
  public static final String VEHICLE_TYPE = "vehicle_type";
  public static final String FROM_MOMENT = "from_moment";
  public static final String TO_MOMENT = "to_moment";
  public static final String PAIR_KIND = "pair_kind";
  public static final String ENTERED = "entered";
  public static final String CONVERTED = "converted";
  public static final String LOST = "lost";
  public static final String OPEN = "open";
  public static final String DROPPED = "dropped";
  public static final String MATURE_ENTERED = "mature_entered";
  public static final String MATURE_CONVERTED = "mature_converted";
  public static final String CONVERSION_RATE = "conversion_rate";
  public static final String RATE_LOW = "rate_low";
  public static final String RATE_HIGH = "rate_high";
  public static final String CUMULATIVE_INCIDENCE = "cumulative_incidence";
  public static final String INCIDENCE_DAYS = "incidence_days";
  public static final String INCIDENCE_LOW = "incidence_low";
  public static final String INCIDENCE_HIGH = "incidence_high";
  public static final String WINDOW_DAYS = "window_days";
  public static final String MEDIAN_HOURS = "median_hours";
  public static final String P90_HOURS = "p90_hours";
  public static final String PERSONS = "persons";

  public static final TableContract CONTRACT =
      TableContract.bi(NAME, "cohort month, market, model, vehicle type and pair")
          .key(COHORT_MONTH, MARKET, MODEL, VEHICLE_TYPE, FROM_MOMENT, TO_MOMENT)
          .column(COHORT_MONTH, "date", "first day of the UTC month of the cohort's touch")
          .text(MARKET, "market, unknown, or (all)")
          .text(MODEL, "model, unknown, or (all)")
          .text(VEHICLE_TYPE, "new, used, demo, unknown, or (all)")
          .text(FROM_MOMENT, "moment, OWNER_STIMULUS or ACQUISITION")
          .text(TO_MOMENT, "moment, ACQUISITION or DELIVERY")
          .text(PAIR_KIND, "forward, backward, return or milestone")
          .count(ENTERED, "laps with a from touch")
          .count(CONVERTED, "a to touch within the window, before any loss")
          .count(LOST, "known loss within the window, before any to touch")
          .count(OPEN, "neither, and the window plus lateness is not over")
          .count(DROPPED, "neither, and it is over")
          .count(MATURE_ENTERED, "laps whose window plus lateness is over")
          .count(MATURE_CONVERTED, "those of them that converted")
          .number(CONVERSION_RATE, "mature_converted / mature_entered; null while none is mature")
          .number(RATE_LOW, "Wilson 95 % interval")
          .number(RATE_HIGH, "Wilson 95 % interval")
          .number(
              CUMULATIVE_INCIDENCE,
              "Aalen-Johansen at incidence_days, loss as competing event, all laps")
          .number(INCIDENCE_DAYS, "the window, or the longest follow-up if shorter")
          .number(INCIDENCE_LOW, "95 % interval, Greenwood on the log-log scale")
          .number(INCIDENCE_HIGH, "95 % interval, Greenwood on the log-log scale")
          .number(WINDOW_DAYS, "the longest window of the laps in the row")
          .number(MEDIAN_HOURS, "median time to convert of converted laps")
          .number(P90_HOURS, "90th percentile of the same")
          .count(PERSONS, "persons behind the row")
          .withholding()
          .build();

  private MomentConversion() {}
}
