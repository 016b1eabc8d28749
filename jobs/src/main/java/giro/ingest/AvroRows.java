package giro.ingest;

import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericData;
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
  private static final int MAX_ENTRIES = 1 << 20;

  // What a broken length may make the decoder allocate; read once, when it is first used.
  static {
    limit("string.maxLength", LineSource.MAX_LINE);
    limit("bytes.maxLength", LineSource.MAX_LINE);
    limit("collectionItems.maxLength", MAX_ENTRIES);
  }

  private final AvroInput input;
  private final DataFileReader<GenericRecord> records;
  private long position;
  private long leftInBlock;

  AvroRows(LandingFile file, Configuration hadoop) throws IOException {
    input = new AvroInput(new Path(file.path()), hadoop);
    try {
      records = new DataFileReader<>(input, new GenericDatumReader<>());
    } catch (IOException | RuntimeException e) {
      input.close();
      throw new IOException("not a readable Avro file", e);
    }
  }

  private static void limit(String name, int most) {
    String property = "org.apache.avro.limits." + name;
    if (System.getProperty(property) == null) {
      System.setProperty(property, Integer.toString(most));
    }
  }

  @Override
  public RawRow next() throws IOException {
    try {
      if (!hasNext()) {
        return null;
      }
      GenericRecord record = records.next();
      leftInBlock--;
      position++;
      return RawRow.of(position, -1, null, new AvroFields(record));
    } catch (RuntimeException e) {
      throw new IOException("broken after record " + position, e);
    }
  }

  /** Judged by each block's header: the library takes a cut block for the end of the file. */
  private boolean hasNext() throws IOException {
    while (leftInBlock == 0) {
      AvroInput.Block block = input.block(records.previousSync());
      if (block == null) {
        return records.hasNext(); // false, unless the last block was not read to its end
      }
      leftInBlock = block.records();
      if (leftInBlock == 0) {
        records.seek(block.end());
      }
    }
    return true;
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
    Schema actual = branch(schema, value);
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
      return JsonFields.texts(TextNode.valueOf(value.toString())); // an object's text, or wrong
    }
    return texts;
  }

  private static void put(Map<String, String> texts, String name, Object value, Schema schema) {
    if (value != null) {
      texts.put(name, AvroText.of(value, branch(schema, value)));
    }
  }

  /** The branch of a union that the value is of; any other schema as it is. */
  private static Schema branch(Schema schema, Object value) {
    return schema.isUnion()
        ? schema.getTypes().get(GenericData.get().resolveUnion(schema, value))
        : schema;
  }
}
