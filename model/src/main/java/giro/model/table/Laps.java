package giro.model.table;

/**
 * The fact table: instants of each lap, never states; states follow from these and the day one
 * looks.
 */
public final class Laps {
  public static final String NAME = "laps";
  public static final String PERSON_ID = "person_id";
  public static final String LAP = "lap";
  public static final String KIND = "kind";
  public static final String IS_RETURN = "is_return";
  public static final String PREVIOUS_LAP = "previous_lap";
  public static final String OPENED_AT = "opened_at";
  public static final String MARKET = "market";
  public static final String MODEL = "model";
  public static final String DEALER_ID = "dealer_id";
  public static final String VEHICLE_TYPE = "vehicle_type";
  public static final String FIRST_STIMULUS_AT = "first_stimulus_at";
  public static final String LAST_STIMULUS_AT = "last_stimulus_at";
  public static final String FIRST_ZMOT_AT = "first_zmot_at";
  public static final String LAST_ZMOT_AT = "last_zmot_at";
  public static final String FIRST_FMOT_AT = "first_fmot_at";
  public static final String LAST_FMOT_AT = "last_fmot_at";
  public static final String FIRST_SMOT_AT = "first_smot_at";
  public static final String LAST_SMOT_AT = "last_smot_at";
  public static final String FIRST_UMOT_AT = "first_umot_at";
  public static final String LAST_UMOT_AT = "last_umot_at";
  public static final String BECAME_OWNER_AT = "became_owner_at";
  public static final String ACQUISITION_AT = "acquisition_at";
  public static final String ACQUISITION_KIND = "acquisition_kind";
  public static final String IS_ACCESS = "is_access";
  public static final String DELIVERY_AT = "delivery_at";
  public static final String DISPOSAL_AT = "disposal_at";
  public static final String LOST_AT = "lost_at";
  public static final String LAST_ACTIVE_AT = "last_active_at";
  public static final String INACTIVE_AT = "inactive_at";
  public static final String TOUCHES = "touches";
  public static final String MOMENT_TOUCHES = "moment_touches";
  public static final String DISTINCT_MOMENTS = "distinct_moments";
  public static final String ENTRY_MOMENT = "entry_moment";
  public static final String IS_ENTRY = "is_entry";
  public static final String IS_LINEAR_ORDER = "is_linear_order";
  public static final String MOVES = "moves";
  public static final String BACKWARD_MOVES = "backward_moves";
  public static final String REENTRIES = "reentries";
  public static final String LAST_MOMENT = "last_moment";
  public static final String LAST_MOMENT_AT = "last_moment_at";
  public static final String PUBLISHED_AS_OWNER = "published_as_owner";
  public static final String DROPOFF_LAST_MOMENT = "dropoff_last_moment";
  public static final String DROPOFF_FURTHEST_MOMENT = "dropoff_furthest_moment";
  public static final String DROPOFF_LAST_CHANNEL = "dropoff_last_channel";
  public static final String DROPOFF_LAST_DEPARTMENT = "dropoff_last_department";
  public static final String DROPOFF_LAST_EVENT_TYPE = "dropoff_last_event_type";
  public static final String IS_LOST_FIRST = "is_lost_first";
  public static final String DROPOFF_LAST_AT = "dropoff_last_at";
  public static final String PAIRS = "pairs";

  public static final TableContract CONTRACT =
      TableContract.lake(NAME, "one lap of one person")
          .key(PERSON_ID, LAP)
          .text(PERSON_ID, "person")
          .column(LAP, "int", "lap number, from 1, in the order of opening")
          .text(KIND, "research or ownership")
          .flag(IS_RETURN, "opened by a person who had owned")
          .column(PREVIOUS_LAP, "int", "latest ownership lap at the opening; null before the first")
          .at(OPENED_AT, "first touch")
          .text(MARKET, "market of the first touch, else unknown")
          .text(MODEL, "model of the first touch, else unknown")
          .text(DEALER_ID, "dealer of the first touch, else unknown")
          .text(VEHICLE_TYPE, "vehicle type of the first touch, else unknown")
          .at(FIRST_STIMULUS_AT, "first STIMULUS of the lap")
          .at(LAST_STIMULUS_AT, "last STIMULUS of the lap")
          .at(FIRST_ZMOT_AT, "first ZMOT of the lap")
          .at(LAST_ZMOT_AT, "last ZMOT of the lap")
          .at(FIRST_FMOT_AT, "first FMOT of the lap")
          .at(LAST_FMOT_AT, "last FMOT of the lap")
          .at(FIRST_SMOT_AT, "first SMOT of the lap")
          .at(LAST_SMOT_AT, "last SMOT of the lap")
          .at(FIRST_UMOT_AT, "first UMOT of the lap")
          .at(LAST_UMOT_AT, "last UMOT of the lap")
          .at(BECAME_OWNER_AT, "touch that made it an ownership lap; null for a research lap")
          .at(ACQUISITION_AT, "the acquisition; null for none or an owner without a known one")
          .text(ACQUISITION_KIND, "kind of the acquisition")
          .flag(IS_ACCESS, "subscription or sharing")
          .at(DELIVERY_AT, "delivery of the lap's own car")
          .at(DISPOSAL_AT, "its car was returned or sold")
          .at(LOST_AT, "first touch that says the lap is lost")
          .at(LAST_ACTIVE_AT, "last touch other than STIMULUS and NONE, else the first")
          .at(INACTIVE_AT, "the research lap has ended once the clock is past this")
          .column(TOUCHES, "int", "touches of the lap")
          .column(MOMENT_TOUCHES, "int", "touches that are a moment")
          .column(DISTINCT_MOMENTS, "int", "different moments, STIMULUS left out")
          .text(ENTRY_MOMENT, "moment of the arrival; null without a moment touch")
          .flag(IS_ENTRY, "the arrival is the person's first moment touch")
          .flag(IS_LINEAR_ORDER, "no move goes back, ties neutral, STIMULUS left out")
          .column(MOVES, "int", "self, forward and backward moves")
          .column(BACKWARD_MOVES, "int", "backward moves")
          .column(REENTRIES, "int", "touches after an absence")
          .text(LAST_MOMENT, "moment at which the lap stands")
          .at(LAST_MOMENT_AT, "its time")
          .flag(PUBLISHED_AS_OWNER, "a UMOT after it became an ownership lap")
          .text(
              DROPOFF_LAST_MOMENT,
              "last moment before the acquisition, the loss or now; NONE if there is none")
          .text(DROPOFF_FURTHEST_MOMENT, "furthest moment before the same")
          .text(DROPOFF_LAST_CHANNEL, "channel of that last moment touch")
          .text(DROPOFF_LAST_DEPARTMENT, "its department")
          .text(DROPOFF_LAST_EVENT_TYPE, "its event type")
          .at(DROPOFF_LAST_AT, "its time")
          .flag(
              IS_LOST_FIRST, "a loss decides: no acquisition is earlier in order or starts with it")
          .column(
              PAIRS,
              "array<struct<pair:string,from_at:timestamp,to_at:timestamp,lost_at:timestamp,market:string,model:string,vehicle_type:string>>",
              "per pair entered: first from, earliest to and earliest loss that may come after it; market, model and vehicle type known at the from touch")
          .build();

  private Laps() {}
}
