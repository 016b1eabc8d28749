package giro.simulate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** A row as bytes: Avro binary, a line of CSV or a line of JSON. Times in text are ISO-8601 UTC. */
enum Rendering {
  AVRO {
    @Override
    byte[] bytes(GenericRecord row) {
      try {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(row.getSchema(), GenericData.get())
            .write(row, encoder);
        encoder.flush();
        return bytes.toByteArray();
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot write a row of " + row.getSchema().getName(), e);
      }
    }
  },
  CSV {
    @Override
    byte[] bytes(GenericRecord row) {
      return utf8(TextRow.csv(row));
    }
  },
  JSON {
    @Override
    byte[] bytes(GenericRecord row) {
      return utf8(TextRow.json(row));
    }
  };

  abstract byte[] bytes(GenericRecord row);

  static Rendering of(Source source) {
    return switch (source) {
      case WEB, APP -> AVRO;
      case DEALER -> CSV;
      case CALL_CENTER, REVIEW, SOCIAL -> JSON;
    };
  }

  /**
   * A row no reader can take: without id, with an impossible time, torn, or with a wrong type. The
   * id is the first field of every schema, the time the first that is a date or timestamp.
   */
  byte[] broken(GenericRecord row, int how) {
    Schema.Field id = row.getSchema().getFields().get(0);
    String idText = row.get(id.pos()).toString();
    if (this == AVRO) {
      if (how % 2 == 0) {
        row.put(id.pos(), "");
      } else {
        row.put("web".equals(source(row)) ? "hit_time" : "client_time", FAR_FUTURE);
      }
      return bytes(row);
    }
    String line = new String(bytes(row), StandardCharsets.UTF_8);
    int torn = line.indexOf(idText) + idText.length();
    return switch (how % 3) {
      case 0 -> utf8(line.replace(idText, ""));
      case 1 -> utf8(line.substring(0, torn));
      default -> utf8(line.replaceAll("20(\\d\\d)-\\d\\d-\\d\\d", "20$1-13-45"));
    };
  }

  /** The year 2199. */
  private static final long FAR_FUTURE = 7_226_582_400_000L;

  private static String source(GenericRecord row) {
    return row.getSchema().getName().startsWith("Web") ? "web" : "app";
  }

  private static byte[] utf8(String line) {
    return line.getBytes(StandardCharsets.UTF_8);
  }
}
