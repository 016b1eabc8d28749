package giro.simulate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** One Parquet file of the ground truth. */
final class TruthFile implements Closeable {
  static final String TOUCHES =
      "message touches { required binary event_id (STRING); required binary person (STRING);"
          + " required binary moment (STRING); }";
  static final String CONVERSIONS =
      "message conversions { required binary market (STRING); required binary model (STRING);"
          + " required binary vehicle_type (STRING); required binary from_moment (STRING);"
          + " required binary to_moment (STRING); required int32 window_days;"
          + " required double probability; required int64 laps; }";
  static final String INFLUENCE =
      "message influence { required binary content_id (STRING); required binary author (STRING);"
          + " required binary reader (STRING); required binary event_id (STRING);"
          + " required boolean opened_lap; required double planted_lift; }";
  static final String MOMENTUM =
      "message momentum { required binary cohort_month (STRING); required binary market (STRING);"
          + " required binary model (STRING); required double momentum; }";

  private static final int TAIL = 8; // the footer's length and the magic word

  private final Path path;
  private final SimpleGroupFactory groups;
  private final ParquetWriter<Group> writer;

  /** Replaces the file {@code path} of a schema in Parquet's own notation. */
  TruthFile(Path path, String schema) throws IOException {
    this.path = path;
    Files.deleteIfExists(path);
    MessageType type = MessageTypeParser.parseMessageType(schema);
    this.groups = new SimpleGroupFactory(type);
    this.writer =
        ExampleParquetWriter.builder(new LocalOutputFile(path))
            .withType(type)
            .withConf(new PlainParquetConfiguration())
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .build();
  }

  /** Adds a row: the columns' values in order. */
  void add(Object... values) throws IOException {
    Group row = groups.newGroup();
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value instanceof String text) {
        row.add(i, text);
      } else if (value instanceof Integer number) {
        row.add(i, number);
      } else if (value instanceof Long number) {
        row.add(i, number);
      } else if (value instanceof Double number) {
        row.add(i, number);
      } else {
        row.add(i, (Boolean) value);
      }
    }
    writer.write(row);
  }

  @Override
  public void close() throws IOException {
    writer.close();
    orderFooter();
  }

  /**
   * The writer lists a column's encodings in the order of their identity hashes, which differs from
   * one JVM to the next: the same seed is to give the same bytes.
   */
  private void orderFooter() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      byte[] tail = new byte[TAIL];
      file.seek(file.length() - TAIL);
      file.readFully(tail);
      int length = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt();
      long start = file.length() - TAIL - length;
      byte[] footer = new byte[length];
      file.seek(start);
      file.readFully(footer);
      FileMetaData metadata = Util.readFileMetaData(new ByteArrayInputStream(footer));
      metadata.getRow_groups().stream()
          .flatMap(group -> group.getColumns().stream())
          .forEach(column -> Collections.sort(column.getMeta_data().getEncodings()));
      ByteArrayOutputStream ordered = new ByteArrayOutputStream();
      Util.writeFileMetaData(metadata, ordered);
      file.setLength(start);
      file.seek(start);
      file.write(ordered.toByteArray());
      file.write(
          ByteBuffer.allocate(TAIL)
              .order(ByteOrder.LITTLE_ENDIAN)
              .putInt(ordered.size())
              .put(tail, TAIL / 2, TAIL / 2)
              .array());
    }
  }
}
