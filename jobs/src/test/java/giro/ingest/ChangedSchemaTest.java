package giro.ingest;

import static giro.ingest.MadeUpSource.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import giro.model.table.Touches;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source's files of one night have another schema than those of the night before. */
class ChangedSchemaTest {
  private static final List<String> FORMATS = List.of("avro", "jsonl", "csv", "parquet");
  private static final IngestSettings SETTINGS = MadeUpSource.settings(Map.of());
  private static final SourceSettings SOURCE =
      new SourceSettings(
          "web",
          "json",
          FileForm.PLAIN,
          null,
          Duration.ZERO,
          Duration.ZERO,
          false,
          Map.of("identifiers.login", "visitor"),
          Map.of(),
          Set.of());

  @TempDir Path folder;

  @Test
  void aFieldThatIsNewIsLeftOutAndOneThatWentIsNull() throws IOException {
    for (String format : FORMATS) {
      Row before = row(format, touch("model", "C3"));
      assertThat(value(before, Touches.MODEL)).as(format).isEqualTo("C3");
      Row after = row(format, touch("colour", "red"));
      assertThat(reason(after)).as(format).isNull();
      assertThat(value(after, Touches.MODEL)).as(format).isNull();
    }
  }

  @Test
  void aNumberMayGrowWiderOrBecomeText() throws IOException {
    for (String format : FORMATS) {
      for (Object reach : List.of(7, 7L, 7.0f, 7.0, "7")) {
        Row row = row(format, touch("reach", reach));
        assertThat(reason(row)).as("%s %s", format, reach.getClass()).isNull();
        assertThat(((Number) value(row, Touches.REACH)).longValue()).isEqualTo(7);
      }
      Row wide = row(format, touch("reach", 3_000_000_000L));
      assertThat(((Number) value(wide, Touches.REACH)).longValue()).isEqualTo(3_000_000_000L);
      for (Object rating : List.of(4.3f, 4.3)) {
        Row row = row(format, touch("rating", rating));
        assertThat(value(row, Touches.RATING)).as("%s %s", format, rating).isEqualTo(4.3);
      }
    }
  }

  @Test
  void aTypeThatDoesNotFitCostsItsRowsAndSaysWhich() throws IOException {
    for (String format : FORMATS) {
      assertThat(reason(row(format, touch("rating", "good")))).as(format).isEqualTo("bad_number");
      assertThat(reason(row(format, touch("occurred_at", 1_782_813_600L))))
          .as("%s, a count of seconds is no time until a mapping says so", format)
          .isEqualTo("bad_occurred_at");
    }
  }

  @Test
  void aRequiredFieldThatWentCostsItsRowsAndSaysWhich() throws IOException {
    for (String format : FORMATS) {
      for (String field : List.of("event_id", "event_type", "occurred_at")) {
        Map<String, Object> touch = touch("model", "C3");
        touch.remove(field);
        assertThat(reason(row(format, touch))).as(format).isEqualTo("missing_" + field);
      }
      Map<String, Object> nobodys = touch("model", "C3");
      nobodys.remove("visitor");
      assertThat(reason(row(format, nobodys))).as(format).isEqualTo("missing_identifiers");
    }
  }

  private static Map<String, Object> touch(String field, Object value) {
    Map<String, Object> touch = new LinkedHashMap<>();
    touch.put("event_id", "e1");
    touch.put("event_type", "page_view");
    touch.put("occurred_at", "2026-06-30T10:00:00Z");
    touch.put("visitor", "ana");
    touch.put(field, value);
    return touch;
  }

  private static Object value(Row row, String column) {
    int before = ReadLanding.schema().size() - Touches.CONTRACT.columnNames().size();
    return row.get(before + Touches.CONTRACT.columnNames().indexOf(column));
  }

  private static String reason(Row row) {
    return row.getString(3);
  }

  /** The only row of a file with the only touch. */
  private Row row(String format, Map<String, Object> touch) throws IOException {
    Path file = folder.resolve("day." + format);
    Files.deleteIfExists(file);
    switch (format) {
      case "avro" -> avro(file, touch);
      case "parquet" -> parquet(file, touch);
      case "csv" -> Files.write(file, csv(touch));
      default -> Files.writeString(file, json(touch));
    }
    KeyedHash hash = new KeyedHash("k".repeat(32));
    TouchFields fields =
        new TouchFields(SOURCE, new IdentifierForms(SETTINGS), hash, new Masking(hash), 1, "run");
    String name = file.getFileName().toString();
    LandingFile landed =
        new LandingFile(
            file.toUri().toString(),
            name,
            "web",
            DAY,
            DAY,
            LandingFile.formatOf(name, "json"),
            Files.size(file),
            0);
    List<Row> rows = new ArrayList<>();
    new ReadLanding.Rows(
            List.of(landed).iterator(),
            FileForm.PLAIN,
            new Configuration(),
            new MappedRow(FieldMapping.of(null, SOURCE)),
            new TouchChecks(SETTINGS),
            fields)
        .forEachRemaining(rows::add);
    assertThat(rows).as(format).hasSize(1);
    return rows.get(0);
  }

  private static String json(Map<String, Object> touch) {
    StringJoiner fields = new StringJoiner(", ", "{", "}\n");
    touch.forEach(
        (n, v) ->
            fields.add('"' + n + "\": " + (v instanceof String ? '"' + v.toString() + '"' : v)));
    return fields.toString();
  }

  private static List<String> csv(Map<String, Object> touch) {
    return List.of(
        String.join(",", touch.keySet()),
        String.join(",", touch.values().stream().map(Object::toString).toList()));
  }

  private static void avro(Path file, Map<String, Object> touch) throws IOException {
    var fields = SchemaBuilder.record("touch").fields();
    touch.forEach((name, value) -> fields.name(name).type(avroType(value)).noDefault());
    Schema schema = fields.endRecord();
    GenericRecord record = new GenericData.Record(schema);
    touch.forEach(record::put);
    try (DataFileWriter<GenericRecord> writer =
        new DataFileWriter<>(new GenericDatumWriter<GenericRecord>(schema))) {
      writer.create(schema, file.toFile()).append(record);
    }
  }

  private static Schema avroType(Object value) {
    return Schema.create(
        value instanceof Integer
            ? Schema.Type.INT
            : value instanceof Long
                ? Schema.Type.LONG
                : value instanceof Float
                    ? Schema.Type.FLOAT
                    : value instanceof Double ? Schema.Type.DOUBLE : Schema.Type.STRING);
  }

  private static void parquet(Path file, Map<String, Object> touch) throws IOException {
    StringBuilder text = new StringBuilder("message touch {");
    touch.forEach((n, v) -> text.append(" required ").append(parquetType(v).formatted(n)));
    MessageType schema = MessageTypeParser.parseMessageType(text + " }");
    Group group = new SimpleGroupFactory(schema).newGroup();
    touch.forEach(
        (name, value) -> {
          if (value instanceof Integer number) {
            group.append(name, number);
          } else if (value instanceof Long number) {
            group.append(name, number);
          } else if (value instanceof Float number) {
            group.append(name, number);
          } else if (value instanceof Double number) {
            group.append(name, number);
          } else {
            group.append(name, value.toString());
          }
        });
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new org.apache.hadoop.fs.Path(file.toUri()))
            .withType(schema)
            .build()) {
      writer.write(group);
    }
  }

  private static String parquetType(Object value) {
    if (value instanceof Integer) {
      return "int32 %s;";
    }
    if (value instanceof Long) {
      return "int64 %s;";
    }
    if (value instanceof Float) {
      return "float %s;";
    }
    return value instanceof Double ? "double %s;" : "binary %s (UTF8);";
  }
}
