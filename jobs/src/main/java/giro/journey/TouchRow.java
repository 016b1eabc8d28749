package giro.journey;

import giro.model.table.Touches;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** Reads what the pass needs of a touch out of its row; positions are looked up once. */
final class TouchRow {
  static final String PERSON_KEY = "person_key";
  static final String MICROS = "_micros";
  static final String ORDER_NUMBER = "_order_number";
  static final String RULE_HITS = "rule_hits";
  static final String FLAGS = "_flags";

  private final int personKey;
  private final int micros;
  private final int uncertainty;
  private final int precision;
  private final int source;
  private final int eventId;
  private final int orderNumber;
  private final int vin;
  private final int model;
  private final int market;
  private final int dealer;
  private final int vehicleType;
  private final int acquisitionKind;
  private final int channel;
  private final int department;
  private final int eventType;
  private final int ruleHits;
  private final int flags;

  TouchRow(StructType schema) {
    personKey = schema.fieldIndex(PERSON_KEY);
    micros = schema.fieldIndex(MICROS);
    uncertainty = schema.fieldIndex(Touches.UNCERTAINTY_SECONDS);
    precision = schema.fieldIndex(Touches.OCCURRED_PRECISION);
    source = schema.fieldIndex(Touches.SOURCE);
    eventId = schema.fieldIndex(Touches.EVENT_ID);
    orderNumber = schema.fieldIndex(ORDER_NUMBER);
    vin = schema.fieldIndex(Touches.VIN);
    model = schema.fieldIndex(Touches.MODEL);
    market = schema.fieldIndex(Touches.MARKET);
    dealer = schema.fieldIndex(Touches.DEALER_ID);
    vehicleType = schema.fieldIndex(Touches.VEHICLE_TYPE);
    acquisitionKind = schema.fieldIndex(Touches.ACQUISITION_KIND);
    channel = schema.fieldIndex(Touches.CHANNEL);
    department = schema.fieldIndex(Touches.DEPARTMENT);
    eventType = schema.fieldIndex(Touches.EVENT_TYPE);
    ruleHits = schema.fieldIndex(RULE_HITS);
    flags = schema.fieldIndex(FLAGS);
  }

  long personKey(Row row) {
    return row.getLong(personKey);
  }

  JourneyTouch touch(Row row) {
    JourneyTouch touch = new JourneyTouch();
    touch.row = row;
    touch.start = row.getLong(micros);
    touch.uncertainty = row.getLong(uncertainty) * 1_000_000L;
    touch.isDateOnly = "day".equals(row.getString(precision));
    touch.source = row.getString(source);
    touch.eventId = row.getString(eventId);
    touch.orderNumber = row.getString(orderNumber);
    touch.vin = row.getString(vin);
    touch.model = row.getString(model);
    touch.market = row.getString(market);
    touch.dealerId = row.getString(dealer);
    touch.vehicleType = row.getString(vehicleType);
    touch.acquisitionKind = row.getString(acquisitionKind);
    touch.channel = row.getString(channel);
    touch.department = row.getString(department);
    touch.eventType = row.getString(eventType);
    touch.ruleHits = hits(row);
    int flagged = row.getInt(flags);
    touch.matchesAcquisition = (flagged & 1) != 0;
    touch.matchesDelivery = (flagged & 2) != 0;
    touch.matchesOwnership = (flagged & 4) != 0;
    touch.matchesCancellation = (flagged & 8) != 0;
    touch.matchesDisposal = (flagged & 16) != 0;
    touch.matchesLost = (flagged & 32) != 0;
    return touch;
  }

  private long[] hits(Row row) {
    scala.collection.Seq<Object> words = row.getSeq(ruleHits);
    long[] hits = new long[words.size()];
    for (int i = 0; i < hits.length; i++) {
      hits[i] = (Long) words.apply(i);
    }
    return hits;
  }
}
