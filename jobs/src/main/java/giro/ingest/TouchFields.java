package giro.ingest;

import giro.model.domain.Times;
import giro.model.table.Touches;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import scala.jdk.javaapi.CollectionConverters;

/** Makes the row of a touch: normal forms, keyed hashes, masks, the allow-list of attributes. */
final class TouchFields {
  private static final long DAY = 86_400_000_000L;
  private static final long DAY_SECONDS = 86_400L;
  private static final long FIRST_DAY = LocalDate.of(1583, 1, 1).toEpochDay() * DAY;
  private static final long END = LocalDate.of(10_000, 1, 1).toEpochDay() * DAY;
  private static final List<String> COLUMNS = Touches.CONTRACT.columnNames();
  private static final int OWN = 5;

  private final SourceSettings source;
  private final IdentifierForms forms;
  private final KeyedHash hash;
  private final Masking masking;
  private final int keyId;
  private final String runId;
  private Suppressions.Check suppressed;

  TouchFields(
      SourceSettings source,
      IdentifierForms forms,
      KeyedHash hash,
      Masking masking,
      int keyId,
      String runId) {
    this.source = source;
    this.forms = forms;
    this.hash = hash;
    this.masking = masking;
    this.keyId = keyId;
    this.runId = runId;
  }

  /** From now on a touch that carries what is suppressed is rejected as forgotten. */
  TouchFields without(Suppressions.Check check) {
    suppressed = check;
    return this;
  }

  /** A row of {@link ReadLanding#schema()}. */
  Row row(MappedRow mapped, String reason) {
    if (reason != null) {
      return rejected(mapped, reason);
    }
    List<Row> refused = new ArrayList<>(0);
    Row[] identifiers = identifiers(mapped, refused);
    if (suppressed != null && suppressed.holds(identifiers, mapped.micros())) {
      return rejected(mapped, Reasons.FORGOTTEN);
    }
    Object[] values = placed(mapped.raw());
    for (int i = 0; i < COLUMNS.size(); i++) {
      values[OWN + i] = value(COLUMNS.get(i), mapped, identifiers);
    }
    if (!refused.isEmpty()) {
      put(values, Touches.REFUSED_IDENTIFIERS, refused.toArray(Row[]::new));
    }
    return RowFactory.create(values);
  }

  private static Object[] placed(RawRow raw) {
    Object[] values = new Object[OWN + COLUMNS.size()];
    values[0] = raw.position();
    values[1] = raw.length() < 0 ? null : raw.length();
    values[2] = raw.checksum();
    return values;
  }

  /** Of a forgotten person's row nothing is kept but its place: a checksum would tell it again. */
  private Row rejected(MappedRow mapped, String reason) {
    Object[] values = placed(mapped.raw());
    if (reason.equals(Reasons.FORGOTTEN)) {
      values[1] = null;
      values[2] = null;
      values[4] = new String[0];
    } else {
      values[4] = present(mapped);
      put(values, Touches.EVENT_ID, mapped.text(Touches.EVENT_ID));
    }
    values[3] = reason;
    put(values, Touches.SOURCE, source.name());
    put(values, Touches.LANDING_DATE, java.sql.Date.valueOf(mapped.file().landingDate()));
    put(values, Touches.LANDING_FILE, mapped.file().name());
    return RowFactory.create(values);
  }

  private static void put(Object[] values, String column, Object value) {
    values[OWN + COLUMNS.indexOf(column)] = value;
  }

  private static String[] present(MappedRow mapped) {
    return RawColumns.COMMON.stream()
        .filter(name -> mapped.text(name) != null)
        .toArray(String[]::new);
  }

  private Object value(String column, MappedRow mapped, Row[] identifiers) {
    return switch (column) {
      case Touches.SOURCE -> source.name();
      case Touches.OCCURRED_AT -> Times.at(mapped.micros());
      case Touches.OCCURRED_PRECISION -> isDay(mapped) ? "day" : "instant";
      case Touches.UNCERTAINTY_SECONDS ->
          isDay(mapped) ? DAY_SECONDS : source.clockUncertainty().toSeconds();
      case Touches.RECEIVED_AT -> receivedAt(mapped);
      case Touches.IDENTIFIERS -> identifiers;
      case Touches.REFUSED_IDENTIFIERS -> null;
      case Touches.KEY_ID -> keyId;
      case Touches.EVENT_ID -> mapped.text(column);
      case Touches.CHANNEL -> orElse(masking.mask(mapped.text(column)), source.name());
      case Touches.VIN -> car(mapped, identifiers);
      case Touches.RATING, Touches.SENTIMENT, Touches.AMOUNT -> mapped.number(column);
      case Touches.REACH -> reach(mapped);
      case Touches.DEALER_ID, Touches.CONTENT_ID, Touches.IN_REPLY_TO ->
          masking.maskEmails(mapped.text(column));
      case Touches.ATTRIBUTES -> attributes(mapped);
      case Touches.CONSENT -> lower(masking.mask(mapped.text(column)));
      case Touches.LANDING_DATE -> java.sql.Date.valueOf(mapped.file().landingDate());
      case Touches.LANDING_FILE -> mapped.file().name();
      case Touches.RUN_ID -> runId;
      default -> masking.mask(mapped.text(column));
    };
  }

  /** A date, or midnight from a source whose clock is a day wide, says only the day. */
  private boolean isDay(MappedRow mapped) {
    return OccurredAt.isDate(mapped.text(Touches.OCCURRED_AT))
        || (source.clockUncertainty().toSeconds() >= DAY_SECONDS && mapped.micros() % DAY == 0);
  }

  /**
   * What cannot be read as a time is left out: nothing is derived from it. So is a year below 1583
   * or above 9999: old dates change their day on the way through the calendar of timestamps.
   */
  private static java.sql.Timestamp receivedAt(MappedRow mapped) {
    Long micros = OccurredAt.micros(mapped.text(Touches.RECEIVED_AT));
    return micros == null || micros < FIRST_DAY || micros >= END ? null : Times.at(micros);
  }

  private static Long reach(MappedRow mapped) {
    Double reach = mapped.number(Touches.REACH);
    return reach == null ? null : reach.longValue();
  }

  /**
   * @param refused takes kind and reason of those that link nobody
   */
  private Row[] identifiers(MappedRow mapped, List<Row> refused) {
    String market = mapped.text(Touches.MARKET);
    List<Row> hashes = new ArrayList<>(4);
    forms
        .byKind(mapped.texts(Touches.IDENTIFIERS))
        .forEach(
            (kind, value) -> {
              String form = forms.normal(kind, value, market);
              if (form != null) {
                hashes.add(RowFactory.create(kind, hash.of(kind, form)));
              } else {
                refused.add(RowFactory.create(kind, forms.refusedFor(kind, value, market)));
              }
            });
    return hashes.toArray(Row[]::new);
  }

  /**
   * The car by its number's hash. A number that fails its form still names a car, though as an
   * identifier it would not link; without the field, the identifier names the car.
   */
  private String car(MappedRow mapped, Row[] identifiers) {
    String vin = mapped.text(Touches.VIN);
    if (vin != null) {
      String form = forms.normal("vin", vin, mapped.text(Touches.MARKET));
      return hash.of("vin", form == null ? vin.toUpperCase(Locale.ROOT) : form);
    }
    for (Row identifier : identifiers) {
      if ("vin".equals(identifier.getString(0))) {
        return identifier.getString(1);
      }
    }
    return null;
  }

  private scala.collection.Map<String, String> attributes(MappedRow mapped) {
    Map<String, String> kept = new TreeMap<>();
    mapped
        .texts(Touches.ATTRIBUTES)
        .forEach(
            (name, value) -> {
              if (value != null && source.attributes().contains(name)) {
                kept.put(name, masking.mask(value));
              }
            });
    return CollectionConverters.asScala(kept);
  }

  private static String orElse(String value, String other) {
    return value == null ? other : value;
  }

  private static String lower(String value) {
    return value == null ? null : value.toLowerCase(Locale.ROOT);
  }
}
