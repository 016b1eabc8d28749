package giro.ingest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/** Avro container files, by the schema they were written with; any registered codec. */
final class AvroRows implements RowReader {
  private final DataFileStream<GenericRecord> records;
  private long position;

  AvroRows(LandingFile file, Configuration hadoop) throws IOException {
    Path path = new Path(file.path());
    try {
      records =
          new DataFileStream<>(path.getFileSystem(hadoop).open(path), new GenericDatumReader<>());
    } catch (RuntimeException e) {
      throw new IOException("not a readable Avro file", e);
    }
  }

  @Override
  public RawRow next() throws IOException {
    try {
      if (!records.hasNext()) {
        return null;
      }
      GenericRecord record = records.next();
      position++;
      return RawRow.of(position, -1, null, new AvroFields(record));
    } catch (AvroRuntimeException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IOException("broken after record " + position, e);
    }
  }

  @Override
  public void close() throws IOException {
    records.close();
  }

  private record AvroFields(GenericRecord record) implements RawRow.Fields {
    @Override
    public Object value(String name, DataType type) {
      Schema.Field field = record.getSchema().getField(name);
      return field == null ? null : convert(record.get(field.pos()), field.schema(), type);
    }
  }

  private static Object convert(Object value, Schema schema, DataType type) {
    if (value == null) {
      return null;
    }
    Schema actual = branch(schema);
    if (type instanceof StructType struct) {
      return value instanceof GenericRecord nested ? row(nested, struct) : null;
    }
    if (type instanceof MapType) {
      return CollectionConverters.asScala(texts(value, actual));
    }
    return AvroText.of(value, actual);
  }

  private static Row row(GenericRecord nested, StructType struct) {
    AvroFields fields = new AvroFields(nested);
    Object[] values = new Object[struct.size()];
    for (int i = 0; i < values.length; i++) {
      StructField field = struct.fields()[i];
      values[i] = fields.value(field.name(), field.dataType());
    }
    return RowFactory.create(values);
  }

  private static Map<String, String> texts(Object value, Schema schema) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((k, v) -> put(texts, k.toString(), v, schema.getValueType()));
    } else if (value instanceof GenericRecord nested) {
      for (Schema.Field field : nested.getSchema().getFields()) {
        put(texts, field.name(), nested.get(field.pos()), field.schema());
      }
    } else {
      texts.put(Reasons.WRONG_TYPE, "");
    }
    return texts;
  }

  private static void put(Map<String, String> texts, String name, Object value, Schema schema) {
    if (value != null) {
      texts.put(name, AvroText.of(value, branch(schema)));
    }
  }

  /** The first branch of an optional field's union that is not null. */
  static Schema branch(Schema schema) {
    if (schema.getType() != Schema.Type.UNION) {
      return schema;
    }
    return schema.getTypes().stream()
        .filter(s -> s.getType() != Schema.Type.NULL)
        .findFirst()
        .orElse(schema);
  }

  /** Avro values as the text that mapping expressions work on. */
  static final class AvroText {
    private AvroText() {}

    static String of(Object value, Schema schema) {
      if (schema.getLogicalType() != null && value instanceof Number number) {
        String time = time(number.longValue(), schema);
        if (time != null) {
          return time;
        }
      }
      boolean isContainer =
          value instanceof Map || value instanceof Collection || value instanceof GenericRecord;
      if (isContainer || !(value instanceof ByteBuffer)) {
        return value.toString(); // containers print as JSON
      }
      ByteBuffer bytes = ((ByteBuffer) value).duplicate();
      StringBuilder hex = new StringBuilder();
      while (bytes.hasRemaining()) {
        hex.append(String.format("%02x", bytes.get()));
      }
      return hex.toString();
    }

    private static String time(long number, Schema schema) {
      if (schema.getLogicalType() instanceof LogicalTypes.TimestampMillis) {
        return java.time.Instant.ofEpochMilli(number).toString();
      }
      if (schema.getLogicalType() instanceof LogicalTypes.TimestampMicros) {
        return java.time.Instant.EPOCH
            .plus(number, java.time.temporal.ChronoUnit.MICROS)
            .toString();
      }
      if (schema.getLogicalType() instanceof LogicalTypes.Date) {
        return java.time.LocalDate.ofEpochDay(number).toString();
      }
      return null;
    }
  }
}
