package giro.ingest;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/** Parquet files, read record by record; nested groups by name, maps as key_value groups. */
final class ParquetRows implements RowReader {
  private static final DataType STRING = DataTypes.StringType;

  private final ParquetReader<Group> records;
  private long position;

  ParquetRows(LandingFile file, Configuration hadoop) throws IOException {
    try {
      records =
          ParquetReader.builder(new GroupReadSupport(), new Path(file.path()))
              .withConf(hadoop)
              .build();
    } catch (RuntimeException e) {
      throw new IOException("not a readable Parquet file", e);
    }
  }

  @Override
  public RawRow next() throws IOException {
    try {
      Group record = records.read();
      if (record == null) {
        return null;
      }
      position++;
      return RawRow.of(position, -1, null, (name, type) -> value(record, name, type));
    } catch (RuntimeException e) {
      throw new IOException("broken after record " + position, e);
    }
  }

  @Override
  public void close() throws IOException {
    records.close();
  }

  private static Object value(Group group, String name, DataType type) {
    GroupType schema = group.getType();
    if (!schema.containsField(name) || group.getFieldRepetitionCount(name) == 0) {
      return null;
    }
    Type field = schema.getType(name);
    if (type instanceof StructType struct) {
      if (field.isPrimitive() || field.isRepetition(Type.Repetition.REPEATED)) {
        return null;
      }
      Group nested = group.getGroup(name, 0);
      Object[] values = new Object[struct.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = value(nested, struct.fields()[i].name(), struct.fields()[i].dataType());
      }
      return RowFactory.create(values);
    }
    if (type instanceof MapType) {
      return CollectionConverters.asScala(texts(group, name));
    }
    boolean isText = field.isPrimitive() && !field.isRepetition(Type.Repetition.REPEATED);
    return isText ? text(group, field, 0) : ParquetJson.field(group, field).toString();
  }

  private static Map<String, String> texts(Group group, String name) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (group.getType().getType(name).isPrimitive()) {
      return JsonFields.texts(TextNode.valueOf(group.getValueToString(index(group, name), 0)));
    }
    Group nested = group.getGroup(name, 0);
    if (isList(nested.getType())) {
      return JsonFields.texts(MissingNode.getInstance()); // of a wrong type
    }
    if (isMap(nested.getType())) {
      for (int i = 0; i < nested.getFieldRepetitionCount(0); i++) {
        Group entry = nested.getGroup(0, i);
        String value = (String) value(entry, entry.getType().getFieldName(1), STRING);
        if (value != null && entry.getFieldRepetitionCount(0) > 0) {
          texts.put(entry.getValueToString(0, 0), value);
        }
      }
      return texts;
    }
    for (Type field : nested.getType().getFields()) {
      if (field.isPrimitive() && nested.getFieldRepetitionCount(field.getName()) > 0) {
        texts.put(field.getName(), text(nested, field, 0));
      }
    }
    return texts;
  }

  private static boolean isList(GroupType type) {
    return type.getLogicalTypeAnnotation()
        instanceof LogicalTypeAnnotation.ListLogicalTypeAnnotation;
  }

  /** Whether it repeats a key and a value and holds nothing else, however it is annotated. */
  private static boolean isMap(GroupType type) {
    if (type.getFieldCount() != 1 || type.getType(0).isPrimitive()) {
      return false;
    }
    GroupType entry = type.getType(0).asGroupType();
    return entry.isRepetition(Type.Repetition.REPEATED)
        && entry.getFieldCount() == 2
        && entry.getType(0).isPrimitive();
  }

  private static int index(Group group, String name) {
    return group.getType().getFieldIndex(name);
  }

  /** A primitive value as text: times as ISO-8601, decimals with all their places. */
  static String text(Group group, Type field, int at) {
    String name = field.getName();
    LogicalTypeAnnotation logical = field.getLogicalTypeAnnotation();
    PrimitiveTypeName primitive = field.asPrimitiveType().getPrimitiveTypeName();
    if (primitive == PrimitiveTypeName.INT64
        && logical instanceof TimestampLogicalTypeAnnotation t) {
      long number = group.getLong(name, at);
      return switch (t.getUnit()) {
        case MILLIS -> Instant.ofEpochMilli(number).toString();
        case MICROS -> Instant.EPOCH.plus(number, ChronoUnit.MICROS).toString();
        case NANOS -> Instant.EPOCH.plusNanos(number).toString();
      };
    }
    if (logical instanceof LogicalTypeAnnotation.DateLogicalTypeAnnotation) {
      return LocalDate.ofEpochDay(group.getInteger(name, at)).toString();
    }
    if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
      BigInteger unscaled =
          switch (primitive) {
            case INT32 -> BigInteger.valueOf(group.getInteger(name, at));
            case INT64 -> BigInteger.valueOf(group.getLong(name, at));
            default -> new BigInteger(group.getBinary(name, at).getBytes());
          };
      return AvroText.decimal(unscaled, decimal.getScale());
    }
    return group.getValueToString(index(group, name), at);
  }
}
