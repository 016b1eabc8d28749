package giro.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventSchemasTest {
  static List<String> sources() {
    return EventSchemas.sources();
  }

  @ParameterizedTest
  @MethodSource("sources")
  void eachVersionReadsTheOneBefore(String source) {
    List<Schema> versions = EventSchemas.all(source);
    for (int i = 1; i < versions.size(); i++) {
      assertThat(
              SchemaCompatibility.checkReaderWriterCompatibility(
                      versions.get(i), versions.get(i - 1))
                  .getType())
          .as("%s v%d reads v%d", source, i + 1, i)
          .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    }
  }

  @ParameterizedTest
  @MethodSource("sources")
  void everyFieldIsDocumented(String source) {
    for (Schema version : EventSchemas.all(source)) {
      assertDocumented(version);
    }
  }

  @ParameterizedTest
  @MethodSource("sources")
  void noRecordLooksLikeACommonTouch(String source) {
    for (Schema version : EventSchemas.all(source)) {
      Set<String> names =
          version.getFields().stream().map(Schema.Field::name).collect(Collectors.toSet());
      assertThat(names).doesNotContain("event_id", "event_type");
    }
  }

  @Test
  void anOldHitReadsWithTheNewFieldsNull() throws IOException {
    Schema v1 = EventSchemas.of("web", 1);
    GenericRecord hit =
        new GenericRecordBuilder(v1)
            .set("hit_id", "w1")
            .set("hit_name", "page_view")
            .set("hit_time", 0L)
            .set("collected_at", 1L)
            .build();

    GenericRecord read = readAs(EventSchemas.latest("web"), v1, encode(v1, hit));

    assertThat(read.get("hit_id")).hasToString("w1");
    assertThat(read.get("search_subject")).isNull();
  }

  @Test
  void anUnknownSourceOrVersionIsNamed() {
    assertThatThrownBy(() -> EventSchemas.latest("radio")).hasMessageContaining("radio");
    assertThatThrownBy(() -> EventSchemas.of("web", 9)).hasMessageContaining("9");
  }

  private static void assertDocumented(Schema record) {
    assertThat(record.getDoc()).as("doc of %s", record.getFullName()).isNotBlank();
    for (Schema.Field field : record.getFields()) {
      assertThat(field.doc()).as("doc of %s.%s", record.getName(), field.name()).isNotBlank();
      parts(field.schema()).stream()
          .filter(part -> part.getType() == Schema.Type.RECORD)
          .forEach(EventSchemasTest::assertDocumented);
    }
  }

  private static List<Schema> parts(Schema schema) {
    return schema.getType() == Schema.Type.UNION ? schema.getTypes() : List.of(schema);
  }

  private static byte[] encode(Schema schema, GenericRecord record) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new GenericDatumWriter<GenericRecord>(schema).write(record, encoder);
    encoder.flush();
    return bytes.toByteArray();
  }

  private static GenericRecord readAs(Schema reader, Schema writer, byte[] bytes)
      throws IOException {
    return new GenericDatumReader<GenericRecord>(writer, reader, GenericData.get())
        .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
  }
}
