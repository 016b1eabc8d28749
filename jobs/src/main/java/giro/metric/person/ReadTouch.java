package giro.metric.person;

import giro.metric.FunnelConditions;
import giro.model.domain.Moment;
import giro.model.domain.Phase;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.MapData;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/** Reads {@link TouchColumns} into touches and laps; texts that come again are one object. */
final class ReadTouch {
  private static final int MOST_KNOWN = 20_000;

  private final Map<UTF8String, String> known = new HashMap<>();
  private final FunnelConditions funnels;
  private final FunnelConditions.Masks masks;
  private final boolean holdsAny;
  private InternalRow row;
  private int column;

  ReadTouch(FunnelConditions funnels) {
    this.funnels = funnels;
    this.masks = funnels.masks();
    this.holdsAny = IntStream.range(0, funnels.funnels()).anyMatch(i -> funnels.held(i) >= 0);
  }

  /** Adds the row's touch to the person, and its lap where it is the lap's first. */
  void into(Person person, InternalRow next) {
    row = next;
    PersonLap lap = person.lap(row.getInt(TouchColumns.LAP));
    if (row.getBoolean(TouchColumns.HAS_LAP)) {
      lap(lap);
    }
    Touch touch = new Touch();
    touch.lap = lap;
    texts(touch);
    column = TouchColumns.FLAG;
    touch.isFormerOwner = flag();
    touch.afterAcquisition = flag();
    touch.isAcquisition = flag();
    touch.isDelivery = flag();
    touch.isResume = flag();
    touch.start = row.getLong(TouchColumns.START);
    touch.end = touch.start + row.getLong(TouchColumns.SECONDS) * 1_000_000L;
    touch.isDateOnly = row.getBoolean(TouchColumns.IS_DATE_ONLY);
    touch.position = row.getInt(TouchColumns.POSITION);
    touch.rating = number(TouchColumns.RATING);
    touch.sentiment = number(TouchColumns.SENTIMENT);
    touch.reach = time(TouchColumns.REACH);
    touch.amount = number(TouchColumns.AMOUNT);
    touch.kinds = row.getLong(TouchColumns.KINDS);
    touch.attributes = attributes();
    touch.sources = row.getLong(TouchColumns.SOURCES);
    funnels(touch);
    person.add(touch);
  }

  private void texts(Touch touch) {
    column = TouchColumns.TEXT;
    touch.source = text();
    touch.eventId = ownText();
    touch.sessionId = ownText();
    touch.channel = text();
    touch.department = text();
    touch.eventType = text();
    touch.moment = Moment.valueOf(text());
    touch.humanStep = text();
    touch.intent = text();
    touch.linearStage = text();
    String phase = text();
    touch.phase = phase == null ? Phase.PROSPECT : Phase.valueOf(phase.toUpperCase(Locale.ROOT));
    touch.move = text();
    touch.moveFrom = text();
    touch.market = text();
    touch.model = text();
    touch.dealer = text();
    touch.vehicleType = text();
    touch.marketSoFar = Touch.known(text());
    touch.modelSoFar = Touch.known(text());
    touch.dealerSoFar = Touch.known(text());
    touch.vehicleTypeSoFar = Touch.known(text());
    touch.vin = ownText();
    touch.campaign = text();
    touch.contentId = ownText();
    touch.inReplyTo = ownText();
    touch.device = text();
    touch.acquisitionKind = text();
    touch.customerType = text();
    touch.topic = text();
    touch.currency = text();
  }

  private void lap(PersonLap lap) {
    lap.openedAt = row.getLong(TouchColumns.LAP_TIME);
    lap.becameOwnerAt = time(TouchColumns.LAP_TIME + 1);
    lap.acquisitionAt = time(TouchColumns.LAP_TIME + 2);
    lap.deliveryAt = time(TouchColumns.LAP_TIME + 3);
    lap.disposalAt = time(TouchColumns.LAP_TIME + 4);
    lap.lostAt = time(TouchColumns.LAP_TIME + 5);
    lap.inactiveAt = time(TouchColumns.LAP_TIME + 6);
    lap.lastActiveAt = row.getLong(TouchColumns.LAP_TIME + 7);
    column = TouchColumns.LAP_TEXT;
    lap.acquisitionKind = text();
    lap.market = Touch.known(text());
    lap.model = Touch.known(text());
    lap.dealer = Touch.known(text());
    lap.vehicleType = Touch.known(text());
    boolean isFirst = row.isNullAt(TouchColumns.LAP_PREVIOUS);
    lap.previous = isFirst ? null : (Integer) row.getInt(TouchColumns.LAP_PREVIOUS);
    lap.isLostFirst = row.getBoolean(TouchColumns.LAP_IS_LOST_FIRST);
    lap.isAccess = row.getBoolean(TouchColumns.LAP_IS_ACCESS);
  }

  /** Most funnels hold nothing. */
  private void funnels(Touch touch) {
    touch.funnelBits = masks.of(row, TouchColumns.FUNNEL);
    if (!holdsAny) {
      return;
    }
    touch.funnelHolds = none();
    for (int i = 0; i < funnels.funnels(); i++) {
      if (funnels.held(i) >= 0) {
        int at = TouchColumns.FUNNEL + funnels.held(i);
        touch.funnelHolds[i] = row.isNullAt(at) ? null : known(row.getUTF8String(at));
      }
    }
  }

  private String[] none() {
    String[] none = new String[funnels.funnels()];
    Arrays.fill(none, "");
    return none;
  }

  private boolean flag() {
    return row.getBoolean(column++);
  }

  private Long time(int at) {
    return row.isNullAt(at) ? null : (Long) row.getLong(at);
  }

  private Double number(int at) {
    return row.isNullAt(at) ? null : (Double) row.getDouble(at);
  }

  /** A text that nearly every touch has another of. */
  private String ownText() {
    int at = column++;
    return row.isNullAt(at) ? null : row.getUTF8String(at).toString();
  }

  private String text() {
    int at = column++;
    return row.isNullAt(at) ? null : known(row.getUTF8String(at));
  }

  private String known(UTF8String text) {
    String found = known.get(text);
    if (found == null) {
      found = text.toString();
      if (known.size() < MOST_KNOWN) {
        known.put(text.copy(), found);
      }
    }
    return found;
  }

  private Map<String, String> attributes() {
    if (row.isNullAt(TouchColumns.ATTRIBUTES)) {
      return Map.of();
    }
    MapData map = row.getMap(TouchColumns.ATTRIBUTES);
    int n = map.numElements();
    if (n == 0) {
      return Map.of();
    }
    Map<String, String> read = new HashMap<>(n * 2);
    for (int i = 0; i < n; i++) {
      if (!map.valueArray().isNullAt(i)) {
        UTF8String value = (UTF8String) map.valueArray().get(i, DataTypes.StringType);
        UTF8String name = (UTF8String) map.keyArray().get(i, DataTypes.StringType);
        read.put(known(name), value.toString());
      }
    }
    return read;
  }
}
