package giro.ingest;

import giro.model.table.Touches;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/** A mapped row by field name; all fields are text, empty text counts as null. */
final class MappedRow {
  private final Map<String, Integer> positions = new HashMap<>();
  private Row row;
  private Long micros;

  MappedRow(StructType columns) {
    for (int i = 0; i < columns.size(); i++) {
      positions.put(columns.fieldNames()[i], i);
    }
  }

  void read(Row next) {
    row = next;
    micros = OccurredAt.micros(text(Touches.OCCURRED_AT));
  }

  /** Trimmed; null for null and for nothing but blanks. */
  String text(String name) {
    String value = row.getString(positions.get(name));
    if (value == null) {
      return null;
    }
    String trimmed = value.strip();
    return trimmed.isEmpty() ? null : trimmed;
  }

  /** Null where the text is no number; infinities and NaN are none. */
  Double number(String name) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    try {
      double value = Double.parseDouble(text);
      return Double.isFinite(value) ? value : null;
    } catch (NumberFormatException e) {
      return null; // the caller tells a bad number from none
    }
  }

  /** Empty where the row has none. */
  Map<String, String> texts(String name) {
    scala.collection.Map<String, String> texts = row.getMap(positions.get(name));
    return texts == null ? Map.of() : CollectionConverters.asJava(texts);
  }

  /** When it occurred, in microseconds; null where it does not say or cannot be read. */
  Long micros() {
    return micros;
  }

  String file() {
    return row.getString(positions.get(ReadLanding.FILE));
  }

  java.sql.Date landingDate() {
    return row.getDate(positions.get(ReadLanding.LANDING_DATE));
  }

  /** Why the reader could not read it; null if it could. */
  String reason() {
    return row.getString(positions.get(ReadLanding.REASON));
  }

  Object own(String name) {
    return row.get(positions.get(name));
  }
}
