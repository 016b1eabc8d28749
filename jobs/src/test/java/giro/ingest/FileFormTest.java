package giro.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files laid out in other ways than the common one, each read as its source says. */
class FileFormTest {
  private static final Configuration HADOOP = new Configuration();

  @TempDir Path folder;

  @Test
  void aCsvKeepsToItsSeparatorAndEncoding() throws IOException {
    FileForm form = new FileForm("windows-1252", ';', false, List.of(), null, null);
    byte[] text =
        "id;a\ne1;x,y\n\"e;2\";z\nNiccolò;w\ne4;x;y\n".getBytes(Charset.forName("windows-1252"));
    assertThat(read("day.csv", text, form))
        .containsExactly("2 e1", "3 e;2", "4 Niccolò", "5 wrong_column_count");
    assertThat(read("day.csv", text, new FileForm("UTF-8", ';', false, List.of(), null, null)))
        .as("the same as UTF-8")
        .containsExactly("2 e1", "3 e;2", "4 broken_utf8", "5 wrong_column_count");
  }

  @Test
  void aTabSeparatedCsvKeepsItsEmptyCells() throws IOException {
    FileForm form = new FileForm("UTF-8", '\t', false, List.of(), null, null);
    assertThat(read("day.csv", "a\tid\tb\n\te1\t\n\"x\ty\"\te2\t\n", form))
        .containsExactly("2 e1", "3 e2");
  }

  @Test
  void columnsGivenStandForTheHeaderLine() throws IOException {
    FileForm form = new FileForm("UTF-8", ',', false, List.of("a", "id"), null, null);
    assertThat(read("day.csv", "1,e1\n2,e2\n3\n", form))
        .containsExactly("1 e1", "2 e2", "3 wrong_column_count");
    assertThat(read("day.tsv", "1\te1\n2\te\\2\n", form))
        .as("without escapes a backslash is text")
        .containsExactly("1 e1", "2 e\\2");
  }

  @Test
  void anEscapedTabOrLineEndIsText() throws IOException {
    FileForm form = new FileForm("UTF-8", ',', true, List.of("id", "a"), null, null);
    assertThat(read("day.tsv", "e\\\t1\tx\ne\\\n2\ty\ne\\\\3\tz\ne\\4\tz\nbroken\\", form))
        .containsExactly("1 e\t1", "2 e\n2", "4 e\\3", "5 e\\4", "6 wrong_column_count");
  }

  @Test
  void aTsvWithoutAnythingElseHasItsHeaderInTheFirstLine() throws IOException {
    assertThat(read("day.tsv", "a\tid\r\n1\te1\r\n\r\n2\te2\r\n", FileForm.PLAIN))
        .containsExactly("2 e1", "4 e2");
    assertThat(read("day.tsv", "", FileForm.PLAIN)).isEmpty();
  }

  @Test
  void aHeaderFileIsTheSourcesOrTheNights() throws IOException {
    FileForm form = new FileForm("UTF-8", ',', false, List.of(), "names.tsv", null);
    assertThat(read("day.tsv", "1\te1\n", form)).containsExactly("0 missing_header_file");
    Files.writeString(folder.resolve("names.tsv"), "a\tid\n");
    assertThat(read("day.tsv", "1\te1\n", form)).containsExactly("1 e1");
    Files.createDirectories(folder.resolve("night"));
    Files.writeString(folder.resolve("night/names.tsv"), "id\ta\n");
    assertThat(read("night/day.tsv", "1\te1\n", form)).as("the nearer one").containsExactly("1 1");
  }

  @Test
  void theItemsOfADocumentsListAreRows() throws IOException {
    FileForm form = new FileForm("UTF-8", ',', false, List.of(), null, "rows");
    String first =
        "{\"n\": 2, \"rows\": [{\"id\": \"e1\"},\n {\"id\": \"e2\"}, 7], \"x\": {\"rows\": [{}]}}";
    assertThat(read("day.json", first + "{\"rows\":[{\"id\":\"e3\"}]}", form))
        .containsExactly("1 e1", "2 e2", "3 not_an_object", "4 e3");
    assertThat(read("day.json", "{} {\"total\": 0, \"more\": null}", form))
        .as("answers that found nothing")
        .isEmpty();
    assertThat(read("day.json", "{\"id\": \"e1\"}\n{\"id\": \"e2\", \"a\": [1]}", form))
        .as("no list, so the rows themselves")
        .containsExactly("1 e1", "2 e2");
    assertThat(read("day.json", "[{\"id\": \"e1\"}, {\"id\": \"e2\"}]", form))
        .containsExactly("1 e1", "2 e2");
  }

  @Test
  void whereADocumentBreaksTheRestOfItsFileIsOneRejectedRow() throws IOException {
    FileForm form = new FileForm("UTF-8", ',', false, List.of(), null, "rows");
    assertThat(read("day.json", "{\"rows\": [{\"id\": \"e1\"}, {\"id\": ", form))
        .containsExactly("1 e1", "2 malformed_json");
    assertThat(read("day.json", "{\"rows\": [{\"id\": \"e1\"}]} oops {\"rows\": []}", form))
        .containsExactly("1 e1", "2 malformed_json");
  }

  @Test
  void documentsOneBehindTheOtherNeedNothingBetweenThem() throws IOException {
    FileForm form = new FileForm("UTF-8", ',', false, List.of(), null, FileForm.DOCUMENTS);
    assertThat(read("day.json", "{\"id\":\"e1\"}{\"id\":\"e2\"}\n[{\"id\":\"e3\"}]", form))
        .containsExactly("1 e1", "2 e2", "3 e3");
  }

  @Test
  void nestedParquetIsJson() throws IOException {
    MessageType schema =
        MessageTypeParser.parseMessageType(
            """
            message event {
              optional group id (LIST) { repeated group list { optional group element {
                required binary key (UTF8);
                optional group value { optional binary string_value (UTF8); optional int64 int_value; } } } }
            }""");
    Group event = new SimpleGroupFactory(schema).newGroup();
    Group list = event.addGroup("id");
    Group first = list.addGroup("list").addGroup("element").append("key", "page");
    first.addGroup("value").append("string_value", "c3");
    Group second = list.addGroup("list").addGroup("element").append("key", "n");
    second.addGroup("value").append("int_value", 7L);
    Path file = folder.resolve("day.parquet");
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new org.apache.hadoop.fs.Path(file.toUri()))
            .withType(schema)
            .build()) {
      writer.write(event);
    }
    String params = rows(file, "day.parquet", FileForm.PLAIN).get(0).substring(2);
    assertThat(MappingFunctions.param(params, "page")).isEqualTo("c3");
    assertThat(MappingFunctions.param(params, "n")).isEqualTo("7");
    assertThat(MappingFunctions.param(params, "other")).isNull();
    assertThat(MappingFunctions.item(params, "key", "n")).contains("\"int_value\":\"7\"");
  }

  @Test
  void countriesAreKnownByCodesAndNames() {
    assertThat(List.of("Italy", "ita", "it", "Türkiye", "Turkey", "UK", "United Kingdom"))
        .map(CountryCodes::market)
        .containsExactly("IT", "IT", "IT", "TR", "TR", "GB", "GB");
    assertThat(CountryCodes.market("(not set)")).isNull();
  }

  private List<String> read(String name, String text, FileForm form) throws IOException {
    return read(name, text.getBytes(StandardCharsets.UTF_8), form);
  }

  private List<String> read(String name, byte[] content, FileForm form) throws IOException {
    return rows(Files.write(folder.resolve(name), content), name, form);
  }

  /** Each row as its position with its id or the reason it is unreadable. */
  private static List<String> rows(Path file, String name, FileForm form) throws IOException {
    LocalDate day = LocalDate.parse("2026-06-30");
    String format = LandingFile.formatOf(name, "json");
    LandingFile landed =
        new LandingFile(
            file.toUri().toString(), name, "web", day, day, format, Files.size(file), 0);
    List<String> rows = new ArrayList<>();
    try (RowReader reader = RowReader.open(landed, form, HADOOP)) {
      for (RawRow row = reader.next(); row != null; row = reader.next()) {
        Object said =
            row.reason() != null ? row.reason() : row.fields().value("id", DataTypes.StringType);
        rows.add(row.position() + " " + said);
      }
    } catch (UnreadableFileException e) {
      rows.add("0 " + e.reason());
    }
    return rows;
  }
}
