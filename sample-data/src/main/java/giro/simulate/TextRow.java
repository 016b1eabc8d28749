package giro.simulate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/** A record as one line of text; nulls are left out of JSON and stay empty in CSV. */
final class TextRow {
  private TextRow() {}

  static String csvHeader(Schema schema) {
    return schema.getFields().stream().map(Schema.Field::name).collect(Collectors.joining(","));
  }

  static String csv(GenericRecord row) {
    StringBuilder line = new StringBuilder(200);
    for (Schema.Field field : row.getSchema().getFields()) {
      line.append(field.pos() == 0 ? "" : ",");
      Object value = row.get(field.pos());
      if (value != null) {
        line.append(quoted(plain(field.schema(), value).toString()));
      }
    }
    return line.toString();
  }

  static String json(GenericRecord row) {
    StringBuilder line = new StringBuilder(300);
    appendJson(line, row);
    return line.toString();
  }

  private static void appendJson(StringBuilder line, GenericRecord row) {
    String between = "{";
    for (Schema.Field field : row.getSchema().getFields()) {
      Object value = row.get(field.pos());
      if (value != null) {
        line.append(between).append('"').append(field.name()).append("\":");
        appendValue(line, plain(field.schema(), value));
        between = ",";
      }
    }
    line.append("{".equals(between) ? "{}" : "}");
  }

  private static void appendValue(StringBuilder line, Object value) {
    if (value instanceof GenericRecord part) {
      appendJson(line, part);
    } else if (value instanceof Number || value instanceof Boolean) {
      line.append(value);
    } else {
      line.append('"');
      value.toString().chars().forEach(c -> appendEscaped(line, (char) c));
      line.append('"');
    }
  }

  private static void appendEscaped(StringBuilder line, char c) {
    if (c == '"' || c == '\\') {
      line.append('\\').append(c);
    } else if (c < ' ') {
      line.append(String.format("\\u%04x", (int) c));
    } else {
      line.append(c);
    }
  }

  private static String quoted(String text) {
    boolean isPlain = text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0;
    return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  /** Dates and times as text, all else as it is. */
  private static Object plain(Schema schema, Object value) {
    Schema type = schema;
    if (schema.getType() == Schema.Type.UNION) {
      List<Schema> types = schema.getTypes();
      type = types.get(types.size() - 1);
    }
    if (type.getLogicalType() == null) {
      return value;
    }
    boolean isDate = "date".equals(type.getLogicalType().getName());
    return isDate
        ? LocalDate.ofEpochDay((Integer) value).toString()
        : Instant.ofEpochMilli((Long) value).toString();
  }
}
