package giro.model.table;

/**
 * Touches with their moment, lap and move. Each stored file holds whole persons in order, so that
 * readers fold without a shuffle.
 */
public final class JourneyTouches {
  public static final String NAME = "journey_touches";
  public static final String PERSON_ID = "person_id";
  public static final String SEQUENCE = "sequence";
  public static final String LAP = "lap";
  public static final String POSITION = "position";
  public static final String EVENT_ID = "event_id";
  public static final String SOURCE = "source";
  public static final String SESSION_ID = "session_id";
  public static final String CHANNEL = "channel";
  public static final String DEPARTMENT = "department";
  public static final String EVENT_TYPE = "event_type";
  public static final String OCCURRED_AT = "occurred_at";
  public static final String OCCURRED_PRECISION = "occurred_precision";
  public static final String UNCERTAINTY_SECONDS = "uncertainty_seconds";
  public static final String MOMENT = "moment";
  public static final String HUMAN_STEP = "human_step";
  public static final String INTENT = "intent";
  public static final String LINEAR_STAGE = "linear_stage";
  public static final String RULE_ID = "rule_id";
  public static final String RULE_VERSION = "rule_version";
  public static final String PHASE = "phase";
  public static final String IS_FORMER_OWNER = "is_former_owner";
  public static final String MOVE = "move";
  public static final String MOVE_FROM = "move_from";
  public static final String MOVE_HOURS = "move_hours";
  public static final String AFTER_ACQUISITION = "after_acquisition";
  public static final String IS_ACQUISITION = "is_acquisition";
  public static final String IS_DELIVERY = "is_delivery";
  public static final String IS_RESUME = "is_resume";
  public static final String MARKET = "market";
  public static final String MODEL = "model";
  public static final String DEALER_ID = "dealer_id";
  public static final String VEHICLE_TYPE = "vehicle_type";
  public static final String VIN = "vin";
  public static final String CAMPAIGN = "campaign";
  public static final String CONTENT_ID = "content_id";
  public static final String IN_REPLY_TO = "in_reply_to";
  public static final String DEVICE = "device";
  public static final String ACQUISITION_KIND = "acquisition_kind";
  public static final String CUSTOMER_TYPE = "customer_type";
  public static final String RATING = "rating";
  public static final String SENTIMENT = "sentiment";
  public static final String TOPIC = "topic";
  public static final String REACH = "reach";
  public static final String AMOUNT = "amount";
  public static final String CURRENCY = "currency";
  public static final String ATTRIBUTES = "attributes";
  public static final String MARKET_SO_FAR = "market_so_far";
  public static final String MODEL_SO_FAR = "model_so_far";
  public static final String DEALER_SO_FAR = "dealer_so_far";
  public static final String VEHICLE_TYPE_SO_FAR = "vehicle_type_so_far";
  public static final String LAP_OPENED_AT = "lap_opened_at";
  public static final String LAP_MARKET = "lap_market";
  public static final String LAP_MODEL = "lap_model";
  public static final String LANDING_DATE = "landing_date";
  public static final String LAP_RECORD = "lap_record";

  public static final TableContract CONTRACT =
      TableContract.lake(NAME, "one touch of one person, in the person's order")
          .key(SOURCE, EVENT_ID)
          .text(PERSON_ID, "person")
          .column(SEQUENCE, "int", "position in the whole journey, from 1")
          .column(LAP, "int", "lap number, from 1")
          .column(POSITION, "int", "position in the lap, from 1, every touch")
          .text(EVENT_ID, "the source's id of the event")
          .text(SOURCE, "source")
          .text(SESSION_ID, "burst of touches over all devices")
          .text(CHANNEL, "where the contact took place, such as web, app, showroom, phone")
          .text(DEPARTMENT, "the department behind the contact; null when unknown")
          .text(EVENT_TYPE, "what happened, in the source's agreed words")
          .at(OCCURRED_AT, "start of the time the touch covers, UTC; a date-only touch is 00:00")
          .text(OCCURRED_PRECISION, "instant or day")
          .count(
              UNCERTAINTY_SECONDS,
              "the touch covers [occurred_at, occurred_at + this); 0 for an instant, 86400 for a day")
          .text(MOMENT, "STIMULUS, ZMOT, FMOT, SMOT, UMOT, NONE or UNCLASSIFIED")
          .text(HUMAN_STEP, "discovery, enchantment, reflection or expression")
          .text(INTENT, "know, go, do or buy")
          .text(LINEAR_STAGE, "attract, convert, close or delight")
          .text(RULE_ID, "rule that decided the moment; null for UNCLASSIFIED")
          .column(RULE_VERSION, "int", "version of the rule set")
          .text(PHASE, "prospect, waiting or owner, just then")
          .flag(IS_FORMER_OWNER, "had a car and has none")
          .text(MOVE, "entry, self, forward, backward or return; null where there is none")
          .text(MOVE_FROM, "moment it was reached from; START for entry")
          .number(MOVE_HOURS, "hours since the touch it was reached from")
          .flag(AFTER_ACQUISITION, "after the touch that made the lap an ownership lap")
          .flag(IS_ACQUISITION, "the touch is the milestone ACQUISITION")
          .flag(IS_DELIVERY, "the touch is the milestone DELIVERY")
          .flag(IS_RESUME, "first touch after an absence within a research lap")
          .text(MARKET, "country of the touch; null when the touch does not say")
          .text(MODEL, "car model; null when the touch does not say")
          .text(DEALER_ID, "dealer; null when the touch does not say")
          .text(VEHICLE_TYPE, "new, used or demo; null when the touch does not say")
          .text(VIN, "keyed hash of the vehicle number, never the number")
          .text(CAMPAIGN, "campaign of the touch")
          .text(CONTENT_ID, "content written or read; for a share the root content")
          .text(IN_REPLY_TO, "content this one answers")
          .text(DEVICE, "mobile, desktop, tablet and so on")
          .text(ACQUISITION_KIND, "purchase, lease, subscription or sharing")
          .text(CUSTOMER_TYPE, "private, company, fleet or dealer")
          .number(RATING, "1 to 5")
          .number(SENTIMENT, "-1 to 1")
          .text(TOPIC, "topic of the contact")
          .count(REACH, "people who could see the content")
          .number(AMOUNT, "amount of money in currency")
          .text(CURRENCY, "ISO 4217 code")
          .column(
              ATTRIBUTES,
              "map<string,string>",
              "allow-listed details of the source, masked where they look like an identifier")
          .text(
              MARKET_SO_FAR,
              "market of the touch, else the latest earlier one in the lap, else unknown")
          .text(MODEL_SO_FAR, "the same for model")
          .text(DEALER_SO_FAR, "the same for dealer")
          .text(VEHICLE_TYPE_SO_FAR, "the same for vehicle type")
          .at(LAP_OPENED_AT, "first touch of the lap")
          .text(LAP_MARKET, "market of the lap's first touch, else unknown")
          .text(LAP_MODEL, "model of the lap's first touch, else unknown")
          .column(LANDING_DATE, "date", "night the touch landed")
          .column(
              LAP_RECORD,
              Laps.CONTRACT.schema().catalogString(),
              "on the first touch of a lap: its row of laps; null elsewhere")
          .build();

  private JourneyTouches() {}
}
