package giro.ingest;

import giro.model.table.Touches;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Why a mapped row cannot be a touch: the first reason that applies. */
final class TouchChecks {
  private static final String TOTAL = "(all)";

  /** Counts below are exact as numbers. */
  private static final double MOST = 1L << 53;

  private static final long DAY = 86_400_000_000L;
  static final List<String> NUMBERS =
      List.of(Touches.RATING, Touches.SENTIMENT, Touches.REACH, Touches.AMOUNT);

  private final IngestSettings settings;
  private final IdentifierForms forms;

  TouchChecks(IngestSettings settings) {
    this.settings = settings;
    this.forms = new IdentifierForms(settings);
  }

  /** Null for a sound row. */
  String reason(MappedRow row) {
    String missing = missing(row);
    if (missing != null) {
      return missing;
    }
    if (isContainer(row.text(Touches.EVENT_ID))
        || isContainer(row.text(Touches.EVENT_TYPE))
        || row.hasContainer()
        || JsonFields.isWrongType(row.texts(Touches.IDENTIFIERS))
        || JsonFields.isWrongType(row.texts(Touches.ATTRIBUTES))) {
      return Reasons.WRONG_TYPE;
    }
    String time = time(row);
    if (time != null) {
      return time;
    }
    if (forms.byKind(row.texts(Touches.IDENTIFIERS)).isEmpty()) {
      return Reasons.MISSING_IDENTIFIERS;
    }
    if (isTooLong(row)) {
      return Reasons.FIELD_TOO_LONG;
    }
    if (hasReserved(row)) {
      return Reasons.RESERVED_VALUE;
    }
    return hasBadNumber(row) ? Reasons.BAD_NUMBER : null;
  }

  /** The mark of totals as a market, a model or the like would be counted twice. */
  private static boolean hasReserved(MappedRow row) {
    for (String name : RawColumns.COMMON) {
      if (TOTAL.equals(row.text(name))) {
        return true;
      }
    }
    return row.texts(Touches.ATTRIBUTES).containsValue(TOTAL);
  }

  private static String missing(MappedRow row) {
    if (row.text(Touches.EVENT_ID) == null) {
      return Reasons.MISSING_EVENT_ID;
    }
    if (row.text(Touches.EVENT_TYPE) == null) {
      return Reasons.MISSING_EVENT_TYPE;
    }
    return row.text(Touches.OCCURRED_AT) == null ? Reasons.MISSING_OCCURRED_AT : null;
  }

  private String time(MappedRow row) {
    Long micros = row.micros();
    if (micros == null) {
      return Reasons.BAD_OCCURRED_AT;
    }
    if (micros < settings.earliest().toEpochDay() * DAY) {
      return Reasons.OCCURRED_TOO_EARLY;
    }
    long landed = row.file().landingDate().plusDays(1).toEpochDay() * DAY;
    boolean isTooLate = micros >= landed + settings.future().toNanos() / 1_000L;
    return isTooLate ? Reasons.OCCURRED_TOO_LATE : null;
  }

  private static boolean isContainer(String text) {
    return text.startsWith("{") || text.startsWith("[");
  }

  private boolean isTooLong(MappedRow row) {
    int limit = settings.maxFieldBytes();
    for (String name : RawColumns.COMMON) {
      if (isLonger(row.text(name), limit)) {
        return true;
      }
    }
    return hasLong(row.texts(Touches.IDENTIFIERS), limit)
        || hasLong(row.texts(Touches.ATTRIBUTES), limit);
  }

  private static boolean hasLong(Map<String, String> texts, int limit) {
    for (String value : texts.values()) {
      if (isLonger(value, limit)) {
        return true;
      }
    }
    return false;
  }

  /** Counts UTF-8 bytes where the number of characters does not settle it. */
  private static boolean isLonger(String text, int limit) {
    if (text == null || text.length() * 3L <= limit) {
      return false;
    }
    return text.length() > limit || text.getBytes(StandardCharsets.UTF_8).length > limit;
  }

  private static boolean hasBadNumber(MappedRow row) {
    for (String name : NUMBERS) {
      if (row.text(name) != null && row.number(name) == null) {
        return true;
      }
    }
    Double reach = row.number(Touches.REACH);
    return reach != null && !(reach >= 0 && reach < MOST);
  }
}
