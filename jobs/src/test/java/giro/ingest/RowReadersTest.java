package giro.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each reader makes of a file as it should be, and of one that is not. */
class RowReadersTest {
  private static final Configuration HADOOP = new Configuration();

  @TempDir Path folder;

  @Test
  void jsonLinesAreReadOneByOneAndABadOneCostsItself() throws IOException {
    assertThat(
            read(
                "day.jsonl",
                """
                {"event_id": "e1"}

                {"event_id": "e2"
                ["e3"]
                {"event_id": "e4"} {"event_id": "e5"}
                {"event_id": 6}"""))
        .containsExactly("1 e1", "3 malformed_json", "4 not_an_object", "5 malformed_json", "6 6");
  }

  @Test
  void brokenUtf8CostsItsOwnLine() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write("{\"event_id\": \"e1\"}\n{\"event_id\": \"".getBytes(StandardCharsets.UTF_8));
    bytes.write(0xC3);
    bytes.write("\"}\n{\"event_id\": \"é3\"}\n".getBytes(StandardCharsets.UTF_8));
    assertThat(read("day.jsonl", bytes.toByteArray()))
        .containsExactly("1 e1", "2 broken_utf8", "3 é3");
  }

  @Test
  void aByteOrderMarkAndWindowsLineEndsAreNoPartOfTheText() throws IOException {
    assertThat(read("day.csv", "\uFEFFevent_id,market\r\ne1,IT\r\n")).containsExactly("2 e1");
  }

  @Test
  void numbersOfAnySizeStayShort() throws IOException {
    assertThat(read("day.jsonl", "{\"event_id\": 1e999999999}"))
        .as("written out it would be a billion digits")
        .containsExactly("1 1E+999999999");
    assertThat(read("day.jsonl", "{\"event_id\": 1e3}")).containsExactly("1 1000");
  }

  @Test
  void aLineOverTheLimitIsPassedOverWithoutBeingHeld() throws IOException {
    String huge = "{\"event_id\": \"" + "x".repeat(LineSource.MAX_LINE) + "\"}";
    assertThat(read("day.jsonl", huge + "\n{\"event_id\": \"e2\"}"))
        .containsExactly("1 row_too_long", "2 e2");
  }

  @Test
  void csvCellsGoByTheHeaderWhateverItsOrder() throws IOException {
    assertThat(read("day.csv", "market,event_id\nIT,e1\n\"a, \"\"b\"\"\nc\",e2\n"))
        .as("a quoted cell may run over lines")
        .containsExactly("2 e1", "3 e2");
  }

  @Test
  void csvRowsWithACellTooFewOrTooManyAreRejected() throws IOException {
    assertThat(read("day.csv", "event_id,market\ne1\ne2,IT,extra\ne3,IT\n"))
        .containsExactly("2 wrong_column_count", "3 wrong_column_count", "4 e3");
    assertThat(read("wide.csv", "event_id,market\n" + ",".repeat(30_000) + "\ne3,IT\n"))
        .as("more columns than the parser takes")
        .containsExactly("2 wrong_column_count", "3 e3");
  }

  @Test
  void anUnclosedQuoteCostsItsOwnLine() throws IOException {
    assertThat(read("day.csv", "event_id,market\n\"e1,IT\ne2,IT\ne3,IT\n"))
        .containsExactly("2 unclosed_quote", "3 e2", "4 e3");
  }

  @Test
  void aQuoteOpensAFieldOnlyWhereTheFieldStarts() throws IOException {
    assertThat(
            read(
                "day.csv",
                "event_id,topic\nc1,5\" screen\nc2,\"a, b\"\nc3,7\" screen\nc4, \"a, b\"\n"))
        .containsExactly("2 c1", "3 c2", "4 c3", "5 c4");
  }

  @Test
  void linesThatMakeNoRecordTogetherAreReadEachByItself() throws IOException {
    assertThat(read("day.csv", "event_id,topic\nc1,\"x\nc2,y\nc3,z\",w\nc4,y\n"))
        .as("three cells, two columns")
        .containsExactly("2 unclosed_quote", "3 c2", "4 wrong_column_count", "5 c4");
    assertThat(read("day.csv", "event_id,topic\nc1,\"x\nc2,y\nc3,\"z\"\nc4,y\n"))
        .as("text after a closing quote")
        .containsExactly("2 unclosed_quote", "3 c2", "4 c3", "5 c4");
  }

  @Test
  void aCsvRowMayStartWithAnySign() throws IOException {
    assertThat(read("day.csv", "event_id,market\n#1,IT\n")).containsExactly("2 #1");
  }

  @Test
  void carriageReturnsAloneEndLinesToo() throws IOException {
    assertThat(read("day.csv", "event_id,market\re1,IT\re2,IT\r")).containsExactly("2 e1", "3 e2");
    assertThat(read("day.csv", "event_id,market\r")).isEmpty();
  }

  @Test
  void aHeaderThatCannotBeReadIsSaid() throws IOException {
    assertThat(read("open.csv", "event_id,\"market\ne1,IT\n")).containsExactly("broken");
    byte[] latin = "event_id,citt\u00e0\ne1,IT\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(read("latin.csv", latin)).containsExactly("broken");
    assertThat(read("empty.csv", "")).isEmpty();
  }

  @Test
  void aNumberNoDecimalHoldsCostsItsOwnRow() throws IOException {
    assertThat(read("day.jsonl", "{\"event_id\": 1e-9999999999}\n{\"event_id\": \"e2\"}"))
        .containsExactly("1 malformed_json", "2 e2");
  }

  @Test
  void aCutGzipGivesWhatCameBeforeTheCut() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write("{\"event_id\": \"e1\"}\n".getBytes(StandardCharsets.UTF_8));
    }
    byte[] whole = zipped.toByteArray();
    assertThat(read("whole.jsonl.gz", whole)).containsExactly("1 e1");
    assertThat(read("cut.jsonl.gz", Arrays.copyOf(whole, whole.length - 6)))
        .last()
        .isEqualTo("broken");
    assertThat(read("not.jsonl.gz", "plain")).containsExactly("broken");
  }

  @Test
  void aCutAvroFileGivesItsWholeBlocks() throws IOException {
    byte[] whole = avro();
    assertThat(read("whole.avro", whole)).containsExactly("1 e1", "2 e2");
    assertThat(read("cut.avro", Arrays.copyOf(whole, whole.length - 20)))
        .containsExactly("1 e1", "broken");
    assertThat(read("not.avro", "plain")).containsExactly("broken");
    assertThat(read("empty.avro", "")).containsExactly("broken");
  }

  @Test
  void aCutParquetFileGivesNothing() throws IOException {
    byte[] whole = parquet();
    assertThat(read("whole.parquet", whole)).containsExactly("1 e1", "2 e2");
    assertThat(read("cut.parquet", Arrays.copyOf(whole, whole.length - 20)))
        .as("its index stands at the end")
        .containsExactly("broken");
  }

  /** Two records, a block each. */
  private static byte[] avro() throws IOException {
    Schema schema = SchemaBuilder.record("touch").fields().requiredString("event_id").endRecord();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataFileWriter<GenericRecord> writer =
        new DataFileWriter<>(new GenericDatumWriter<GenericRecord>(schema))) {
      writer.create(schema, bytes);
      for (String id : List.of("e1", "e2")) {
        GenericRecord row = new GenericData.Record(schema);
        row.put("event_id", id);
        writer.append(row);
        writer.sync();
      }
    }
    return bytes.toByteArray();
  }

  private byte[] parquet() throws IOException {
    MessageType schema =
        MessageTypeParser.parseMessageType("message touch { required binary event_id (UTF8); }");
    Path file = folder.resolve("made.parquet");
    try (ParquetWriter<org.apache.parquet.example.data.Group> writer =
        ExampleParquetWriter.builder(new org.apache.hadoop.fs.Path(file.toUri()))
            .withType(schema)
            .build()) {
      for (String id : List.of("e1", "e2")) {
        writer.write(new SimpleGroupFactory(schema).newGroup().append("event_id", id));
      }
    }
    return Files.readAllBytes(file);
  }

  private List<String> read(String name, String text) throws IOException {
    return read(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Each row as its position with its event id or the reason it is unreadable. */
  private List<String> read(String name, byte[] content) throws IOException {
    Path file = Files.write(folder.resolve(name), content);
    LocalDate day = LocalDate.parse("2026-06-30");
    LandingFile landed =
        new LandingFile(
            file.toUri().toString(),
            name,
            "web",
            day,
            day,
            LandingFile.formatOf(name, "json"),
            content.length,
            0);
    List<String> rows = new ArrayList<>();
    try (RowReader reader = RowReader.open(landed, FileForm.PLAIN, HADOOP)) {
      for (RawRow row = reader.next(); row != null; row = reader.next()) {
        Object said =
            row.reason() != null
                ? row.reason()
                : row.fields().value("event_id", DataTypes.StringType);
        rows.add(row.position() + " " + said);
      }
    } catch (IOException e) {
      rows.add("broken");
    }
    return rows;
  }
}
