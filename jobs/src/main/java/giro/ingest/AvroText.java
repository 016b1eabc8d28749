package giro.ingest;

import com.fasterxml.jackson.databind.node.DecimalNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericFixed;
import org.apache.spark.sql.types.DataTypes;

/** Avro values as the text that mapping expressions work on. */
final class AvroText {
  private AvroText() {}

  /** Decimals and times as written, bytes in hex, containers as JSON; {@code value} not null. */
  static String of(Object value, Schema schema) {
    if (schema.getLogicalType() != null && value instanceof Number number) {
      String time = time(number.longValue(), schema);
      if (time != null) {
        return time;
      }
    }
    byte[] bytes = bytes(value);
    if (bytes == null) {
      return value.toString();
    }
    return schema.getLogicalType() instanceof LogicalTypes.Decimal type && bytes.length > 0
        ? decimal(new BigInteger(bytes), type.getScale())
        : HexFormat.of().formatHex(bytes);
  }

  /** A decimal's text by its unscaled value, all its places kept: 350 with scale 2 is 3.50. */
  static String decimal(BigInteger unscaled, int scale) {
    BigDecimal number = new BigDecimal(unscaled, scale);
    return (String) JsonFields.convert(DecimalNode.valueOf(number), DataTypes.StringType);
  }

  private static byte[] bytes(Object value) {
    if (value instanceof GenericFixed fixed) {
      return fixed.bytes();
    }
    if (!(value instanceof ByteBuffer buffer)) {
      return null;
    }
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }

  private static String time(long number, Schema schema) {
    if (schema.getLogicalType() instanceof LogicalTypes.TimestampMillis) {
      return Instant.ofEpochMilli(number).toString();
    }
    if (schema.getLogicalType() instanceof LogicalTypes.TimestampMicros) {
      return Instant.EPOCH.plus(number, ChronoUnit.MICROS).toString();
    }
    if (schema.getLogicalType() instanceof LogicalTypes.Date) {
      return LocalDate.ofEpochDay(number).toString();
    }
    return null;
  }
}
