package giro.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.jdk.javaapi.CollectionConverters;

/** What Avro and Parquet files hold besides plain text, whole and broken. */
class BinaryRowsTest {
  private static final Schema TEXT =
      new Schema.Parser()
          .parse(
              """
              {"type": "record", "name": "t", "fields": [{"name": "event_id", "type": "string"}]}""");

  private static final Map<String, String> WRONG = JsonFields.texts(MissingNode.getInstance());

  @TempDir Path folder;

  @Test
  void anAvroFileCutAnywhereInItsLastBlockIsBroken() throws IOException {
    byte[] whole = avro(TEXT, List.of(text("e1"), text("e2")));
    assertThat(ids("whole.avro", whole)).containsExactly("e1", "e2");
    for (int cut = 1; cut <= 20; cut++) {
      assertThat(ids("cut.avro", Arrays.copyOf(whole, whole.length - cut)))
          .as("%d bytes less", cut)
          .containsExactly("e1", "broken");
    }
  }

  @Test
  void anEmptyAvroBlockIsNotTheEnd() throws IOException {
    byte[] whole = avro(TEXT, List.of(text("e1"), text("e2")));
    byte[] first = Arrays.copyOf(whole, whole.length - 21);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(first);
    bytes.write(new byte[] {0, 0});
    bytes.write(first, first.length - 16, 16);
    bytes.write(whole, first.length, 21);
    assertThat(ids("holes.avro", bytes.toByteArray())).containsExactly("e1", "e2");
  }

  @Test
  void aLengthThatABrokenAvroFileGivesIsNotAllocated() throws IOException {
    byte[] whole = avro(TEXT, List.of(text("e1"), text("e2")));
    byte[] kept = Arrays.copyOf(whole, whole.length - 21);
    for (long length : new long[] {1_500_000_000L, 3_000_000_000L, -5, Long.MAX_VALUE}) {
      byte[] string = longs(length);
      ByteArrayOutputStream inBlock = new ByteArrayOutputStream();
      inBlock.write(kept);
      inBlock.write(longs(1, string.length));
      inBlock.write(string);
      inBlock.write(kept, kept.length - 16, 16);
      assertThat(ids("string.avro", inBlock.toByteArray())).containsExactly("e1", "broken");
      ByteArrayOutputStream block = new ByteArrayOutputStream();
      block.write(kept);
      block.write(longs(1, length));
      block.write(new byte[40]);
      assertThat(ids("block.avro", block.toByteArray())).containsExactly("e1", "broken");
    }
  }

  @Test
  void anAvroUnionIsReadByTheBranchOfItsValue() throws IOException {
    Schema schema =
        new Schema.Parser()
            .parse(
                """
                {"type": "record", "name": "t", "fields": [{"name": "identifiers", "type":
                  ["null", "string", {"type": "map", "values": ["null", "long", "string"]}]}]}""");
    List<GenericRecord> rows = new ArrayList<>();
    for (Object value : new Object[] {Map.of("login", "ana"), "{\"login\": \"eva\"}", "ana"}) {
      GenericRecord row = new GenericData.Record(schema);
      row.put("identifiers", value);
      rows.add(row);
    }
    List<Object> said = read("union.avro", avro(schema, rows), BinaryRowsTest::identifiers);
    assertThat(said).containsExactly(Map.of("login", "ana"), Map.of("login", "eva"), WRONG);
  }

  @Test
  void avroDecimalsKeepTheirPoint() throws IOException {
    Schema schema =
        new Schema.Parser()
            .parse(
                """
                {"type": "record", "name": "t", "fields": [
                  {"name": "amount", "type": ["null", {"type": "bytes",
                    "logicalType": "decimal", "precision": 9, "scale": 2}]},
                  {"name": "rating", "type": {"type": "fixed", "name": "f", "size": 4,
                    "logicalType": "decimal", "precision": 9, "scale": 1}},
                  {"name": "topic", "type": "bytes"}]}""");
    GenericRecord row = new GenericData.Record(schema);
    byte[] unscaled = new BigDecimal("3.50").unscaledValue().toByteArray();
    row.put("amount", ByteBuffer.wrap(unscaled));
    row.put(
        "rating",
        new GenericData.Fixed(schema.getField("rating").schema(), new byte[] {-1, -1, -1, -5}));
    row.put("topic", ByteBuffer.wrap(new byte[] {1, -1}));
    byte[] file = avro(schema, List.of(row));
    assertThat(values("decimal.avro", file, "amount")).containsExactly("3.50");
    assertThat(values("decimal.avro", file, "rating")).containsExactly("-0.5");
    assertThat(values("decimal.avro", file, "topic")).containsExactly("01ff");
  }

  @Test
  void parquetDecimalsKeepTheirPoint() throws IOException {
    byte[] file =
        parquet(
            """
            message t { required int32 a (DECIMAL(9,2)); required int64 b (DECIMAL(18,2));
              required binary c (DECIMAL(20,2)); required fixed_len_byte_array(3) d (DECIMAL(5,1));
              required int32 e; }""",
            row -> {
              byte[] unscaled = new BigDecimal("-3.50").unscaledValue().toByteArray();
              row.append("a", 350)
                  .append("b", 350L)
                  .append("c", Binary.fromConstantByteArray(unscaled));
              row.append("d", Binary.fromConstantByteArray(new byte[] {0, 0, 5})).append("e", 350);
            });
    assertThat(values("decimal.parquet", file, "a")).containsExactly("3.50");
    assertThat(values("decimal.parquet", file, "b")).containsExactly("3.50");
    assertThat(values("decimal.parquet", file, "c")).containsExactly("-3.50");
    assertThat(values("decimal.parquet", file, "d")).containsExactly("0.5");
    assertThat(values("decimal.parquet", file, "e")).containsExactly("350");
  }

  @Test
  void aParquetListIsNoMap() throws IOException {
    byte[] list =
        parquet(
            """
            message t { optional group identifiers (LIST) {
              repeated group list { optional binary element (UTF8); } } }""",
            row -> row.addGroup("identifiers").addGroup("list").append("element", "ana"));
    assertThat(read("list.parquet", list, BinaryRowsTest::identifiers)).containsExactly(WRONG);
    byte[] map =
        parquet(
            """
            message t { optional group identifiers (MAP) { repeated group key_value {
              required binary key (UTF8); optional binary value (UTF8); } } }""",
            row ->
                row.addGroup("identifiers")
                    .addGroup("key_value")
                    .append("key", "login")
                    .append("value", "ana"));
    assertThat(read("map.parquet", map, BinaryRowsTest::identifiers))
        .containsExactly(Map.of("login", "ana"));
  }

  private static GenericRecord text(String id) {
    GenericRecord row = new GenericData.Record(TEXT);
    row.put("event_id", id);
    return row;
  }

  /** A block for each row. */
  private static byte[] avro(Schema schema, List<GenericRecord> rows) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataFileWriter<GenericRecord> writer =
        new DataFileWriter<>(new GenericDatumWriter<GenericRecord>(schema))) {
      writer.create(schema, bytes);
      for (GenericRecord row : rows) {
        writer.append(row);
        writer.sync();
      }
    }
    return bytes.toByteArray();
  }

  private byte[] parquet(String schema, Consumer<Group> fill) throws IOException {
    MessageType type = MessageTypeParser.parseMessageType(schema);
    Path file = Files.createTempDirectory(folder, "made").resolve("made.parquet");
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new org.apache.hadoop.fs.Path(file.toUri()))
            .withType(type)
            .build()) {
      Group row = new SimpleGroupFactory(type).newGroup();
      fill.accept(row);
      writer.write(row);
    }
    return Files.readAllBytes(file);
  }

  private static byte[] longs(long... numbers) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    for (long number : numbers) {
      encoder.writeLong(number);
    }
    encoder.flush();
    return bytes.toByteArray();
  }

  private static Object identifiers(RawRow row) {
    DataType map = DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType);
    return CollectionConverters.asJava(
        (scala.collection.Map<?, ?>) row.fields().value("identifiers", map));
  }

  private List<Object> ids(String name, byte[] content) throws IOException {
    return values(name, content, "event_id");
  }

  private List<Object> values(String name, byte[] content, String field) throws IOException {
    return read(name, content, row -> row.fields().value(field, DataTypes.StringType));
  }

  private List<Object> read(String name, byte[] content, Function<RawRow, Object> said)
      throws IOException {
    Path file = Files.write(folder.resolve(name), content);
    LocalDate day = LocalDate.parse("2026-06-30");
    String format = LandingFile.formatOf(name, "json");
    String uri = file.toUri().toString();
    LandingFile landed = new LandingFile(uri, name, "web", day, day, format, content.length, 0);
    List<Object> rows = new ArrayList<>();
    try (RowReader reader = RowReader.open(landed, FileForm.PLAIN, new Configuration())) {
      for (RawRow row = reader.next(); row != null; row = reader.next()) {
        rows.add(said.apply(row));
      }
    } catch (IOException e) {
      rows.add("broken");
    }
    return rows;
  }
}
