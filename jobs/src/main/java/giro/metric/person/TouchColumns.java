package giro.metric.person;

import static org.apache.spark.sql.functions.*;

import giro.metric.FunnelConditions;
import giro.model.table.JourneyTouches;
import giro.model.table.Laps;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The columns that {@link ReadTouch} reads, in its order. */
final class TouchColumns {
  /** Texts, in the order of {@link ReadTouch}'s reading. */
  private static final List<String> TEXTS =
      List.of(
          JourneyTouches.SOURCE,
          JourneyTouches.EVENT_ID,
          JourneyTouches.SESSION_ID,
          JourneyTouches.CHANNEL,
          JourneyTouches.DEPARTMENT,
          JourneyTouches.EVENT_TYPE,
          JourneyTouches.MOMENT,
          JourneyTouches.HUMAN_STEP,
          JourneyTouches.INTENT,
          JourneyTouches.LINEAR_STAGE,
          JourneyTouches.PHASE,
          JourneyTouches.MOVE,
          JourneyTouches.MOVE_FROM,
          JourneyTouches.MARKET,
          JourneyTouches.MODEL,
          JourneyTouches.DEALER_ID,
          JourneyTouches.VEHICLE_TYPE,
          JourneyTouches.MARKET_SO_FAR,
          JourneyTouches.MODEL_SO_FAR,
          JourneyTouches.DEALER_SO_FAR,
          JourneyTouches.VEHICLE_TYPE_SO_FAR,
          JourneyTouches.VIN,
          JourneyTouches.CAMPAIGN,
          JourneyTouches.CONTENT_ID,
          JourneyTouches.IN_REPLY_TO,
          JourneyTouches.DEVICE,
          JourneyTouches.ACQUISITION_KIND,
          JourneyTouches.CUSTOMER_TYPE,
          JourneyTouches.TOPIC,
          JourneyTouches.CURRENCY);

  private static final List<String> FLAGS =
      List.of(
          JourneyTouches.IS_FORMER_OWNER,
          JourneyTouches.AFTER_ACQUISITION,
          JourneyTouches.IS_ACQUISITION,
          JourneyTouches.IS_DELIVERY,
          JourneyTouches.IS_RESUME);

  static final int LAP_INSTANTS = 8;
  private static final List<String> LAP_TIMES =
      List.of(
          Laps.OPENED_AT,
          Laps.BECAME_OWNER_AT,
          Laps.ACQUISITION_AT,
          Laps.DELIVERY_AT,
          Laps.DISPOSAL_AT,
          Laps.LOST_AT,
          Laps.INACTIVE_AT,
          Laps.LAST_ACTIVE_AT);

  private static final List<String> LAP_TEXTS =
      List.of(Laps.ACQUISITION_KIND, Laps.MARKET, Laps.MODEL, Laps.DEALER_ID, Laps.VEHICLE_TYPE);

  static final int TEXT = 1;
  static final int FLAG = TEXT + TEXTS.size();
  static final int START = FLAG + FLAGS.size();
  static final int SECONDS = START + 1;
  static final int IS_DATE_ONLY = SECONDS + 1;
  static final int LAP = IS_DATE_ONLY + 1;
  static final int POSITION = LAP + 1;
  static final int RATING = POSITION + 1;
  static final int SENTIMENT = RATING + 1;
  static final int REACH = SENTIMENT + 1;
  static final int AMOUNT = REACH + 1;
  static final int KINDS = AMOUNT + 1;
  static final int ATTRIBUTES = KINDS + 1;
  static final int HAS_LAP = ATTRIBUTES + 1;
  static final int LAP_TIME = HAS_LAP + 1;
  static final int LAP_TEXT = LAP_TIME + LAP_INSTANTS;
  static final int LAP_PREVIOUS = LAP_TEXT + LAP_TEXTS.size();
  static final int LAP_IS_LOST_FIRST = LAP_PREVIOUS + 1;
  static final int LAP_IS_ACCESS = LAP_IS_LOST_FIRST + 1;

  static final int SOURCES = LAP_IS_ACCESS + 1;
  static final int FUNNEL = SOURCES + 1;

  private TouchColumns() {}

  static Dataset<Row> of(
      Dataset<Row> journeyTouches, MetricSettings settings, FunnelConditions funnels) {
    List<Column> columns = new ArrayList<>();
    columns.add(xxhash64(col(JourneyTouches.PERSON_ID)));
    TEXTS.forEach(name -> columns.add(col(name)));
    FLAGS.forEach(name -> columns.add(coalesce(col(name), lit(false))));
    columns.add(unix_micros(col(JourneyTouches.OCCURRED_AT)));
    columns.add(coalesce(col(JourneyTouches.UNCERTAINTY_SECONDS), lit(0L)));
    columns.add(coalesce(col(JourneyTouches.OCCURRED_PRECISION).equalTo("day"), lit(false)));
    columns.add(col(JourneyTouches.LAP));
    columns.add(coalesce(col(JourneyTouches.POSITION), lit(0)));
    columns.add(col(JourneyTouches.RATING));
    columns.add(col(JourneyTouches.SENTIMENT));
    columns.add(col(JourneyTouches.REACH));
    columns.add(col(JourneyTouches.AMOUNT));
    columns.add(bits(settings.touches().values()));
    columns.add(col(JourneyTouches.ATTRIBUTES));
    columns.add(lap(Laps.LAP).isNotNull());
    LAP_TIMES.forEach(name -> columns.add(unix_micros(lap(name))));
    LAP_TEXTS.forEach(name -> columns.add(lap(name)));
    columns.add(lap(Laps.PREVIOUS_LAP));
    columns.add(coalesce(lap(Laps.IS_LOST_FIRST), lit(false)));
    columns.add(coalesce(lap(Laps.IS_ACCESS), lit(false)));
    columns.add(bits(settings.sourceKinds().conditions().values()));
    columns.addAll(funnels.columns());
    return journeyTouches.select(columns.toArray(Column[]::new));
  }

  private static Column lap(String name) {
    return col(JourneyTouches.LAP_RECORD).getField(name);
  }

  /** A bit for each condition, in their order. */
  private static Column bits(Collection<String> conditions) {
    Column bits = lit(0L);
    long bit = 1;
    for (String condition : conditions) {
      bits = bits.bitwiseOR(when(expr(condition), bit).otherwise(0L));
      bit <<= 1;
    }
    return bits;
  }
}
