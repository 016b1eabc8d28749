package giro.ingest;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the newest file of a source's landing folder looks like: its form, and the names of its
 * fields with the types of their values. No value.
 *
 * @param source the folder's name
 * @param files how many data files lie in the folder's nights
 * @param format avro, json, csv, tsv or parquet, by the content
 * @param separator between the cells of a CSV; a comma for anything else
 * @param isUtf8 false where text is in another encoding
 * @param recordsAt the field of a JSON document that holds the rows, {@code .} for documents that
 *     are rows, null for an object a line
 * @param width cells of a first line that names no columns; 0 for others
 * @param fields type by name, nested ones by dots, in the file's order; empty where nothing names
 *     them
 */
public record SourceSample(
    String source,
    int files,
    String format,
    char separator,
    boolean isUtf8,
    String recordsAt,
    int width,
    Map<String, FieldType> fields) {

  public SourceSample {
    fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** What a field's values have in common. */
  public enum FieldType {
    NOTHING("always empty"),
    TEXT("text"),
    NUMBER("number"),
    SECONDS("number, seconds since 1970"),
    MILLISECONDS("number, milliseconds since 1970"),
    MICROSECONDS("number, microseconds since 1970"),
    BOOLEAN("true or false"),
    DAY("day"),
    TIME("time without a zone"),
    INSTANT("time with a zone"),
    LIST("list");

    private final String words;

    FieldType(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }

    /** The type of one value as text. */
    static FieldType of(String value) {
      if (value == null || value.isBlank()) {
        return NOTHING;
      }
      String text = value.strip();
      if (text.matches("-?\\d+([.,]\\d+)?")) {
        return number(text);
      }
      if (text.equals("true") || text.equals("false")) {
        return BOOLEAN;
      }
      if (text.startsWith("[")) {
        return LIST;
      }
      if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
        return DAY;
      }
      if (text.matches("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}.*")) {
        return text.matches(".*(Z|[+-]\\d{2}:?\\d{2}| UTC)") ? INSTANT : TIME;
      }
      return TEXT;
    }

    /** Between 2001 and 2033 an instant has so many digits. */
    private static FieldType number(String text) {
      if (!text.matches("1\\d+")) {
        return NUMBER;
      }
      return switch (text.length()) {
        case 10 -> SECONDS;
        case 13 -> MILLISECONDS;
        case 16 -> MICROSECONDS;
        default -> NUMBER;
      };
    }

    /** The type of values of both. */
    FieldType and(FieldType other) {
      if (this == other || other == NOTHING) {
        return this;
      }
      if (this == NOTHING) {
        return other;
      }
      boolean areNumbers = isNumber() && other.isNumber();
      return areNumbers ? NUMBER : TEXT;
    }

    private boolean isNumber() {
      return this == NUMBER || this == SECONDS || this == MILLISECONDS || this == MICROSECONDS;
    }
  }
}
