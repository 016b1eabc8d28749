package giro.model.table;

/**
 * Touches as taken from the landing zone: the pipeline's own memory, from which all else is
 * derived.
 */
public final class Touches {
  public static final String NAME = "touches";
  public static final String EVENT_ID = "event_id";
  public static final String SOURCE = "source";
  public static final String CHANNEL = "channel";
  public static final String DEPARTMENT = "department";
  public static final String EVENT_TYPE = "event_type";
  public static final String OCCURRED_AT = "occurred_at";
  public static final String OCCURRED_PRECISION = "occurred_precision";
  public static final String UNCERTAINTY_SECONDS = "uncertainty_seconds";
  public static final String RECEIVED_AT = "received_at";
  public static final String IDENTIFIERS = "identifiers";
  public static final String KEY_ID = "key_id";
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
  public static final String CONSENT = "consent";
  public static final String LANDING_DATE = "landing_date";
  public static final String REFUSED_IDENTIFIERS = "refused_identifiers";
  public static final String LANDING_FILE = "landing_file";
  public static final String RUN_ID = "run_id";

  public static final TableContract CONTRACT =
      TableContract.lake(NAME, "one touch: one contact, duplicates taken out")
          .key(SOURCE, EVENT_ID)
          .text(EVENT_ID, "the source's id of the event")
          .text(SOURCE, "source as declared in configuration")
          .text(CHANNEL, "where the contact took place, such as web, app, showroom, phone")
          .text(DEPARTMENT, "the department behind the contact; null when unknown")
          .text(EVENT_TYPE, "what happened, in the source's agreed words")
          .at(OCCURRED_AT, "start of the time the touch covers, UTC; a date-only touch is 00:00")
          .text(OCCURRED_PRECISION, "instant or day")
          .count(
              UNCERTAINTY_SECONDS,
              "the touch covers [occurred_at, occurred_at + this); 0 for an instant, 86400 for a day")
          .at(RECEIVED_AT, "when the source received it; null when it does not say")
          .column(
              IDENTIFIERS,
              "array<struct<kind:string,hash:string>>",
              "keyed hashes of the normal forms, by kind; raw values are gone")
          .column(
              REFUSED_IDENTIFIERS,
              "array<struct<kind:string,reason:string>>",
              "identifiers that link nobody: blocked, or failed_form of their kind; null for none")
          .column(
              KEY_ID,
              "int",
              "which privacy key made the hashes; a former one while one of them still is of it")
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
              CONSENT,
              "granted, denied or withdrawn as the touch says; null takes the configured default")
          .column(
              LANDING_DATE,
              "date",
              "the night the touch landed: its folder, or the run that found it if later")
          .text(LANDING_FILE, "path below the landing zone")
          .text(RUN_ID, "run that took it")
          .build();

  private Touches() {}
}
