package giro.ingest;

import static giro.ingest.MadeUpSource.DAY;
import static giro.ingest.MadeUpSource.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import giro.model.table.Touches;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What no reader foresaw costs its row or its file, never the others. */
class ReadLandingTest {
  private static final IngestSettings SETTINGS =
      MadeUpSource.settings(Map.of("login", List.of("^nobody$")));
  private static final String ROW =
      """
      {"event_id": "%s", "event_type": "page_view", "occurred_at": "2026-06-30T10:00:00Z", \
      "amount": %s, "identifiers": {"login": "%s"}}
      """;

  @TempDir Path folder;

  @Test
  void aFileThatCannotBeOpenedIsUnreadableAndTheOthersAreRead() throws IOException {
    List<LandingFile> files =
        List.of(
            landed("a:b.csv", "event_id\ne1\n"),
            landed("a:b.jsonl", ROW.formatted("e2", "1", "ana")),
            landed("c.jsonl", ROW.formatted("e3", "1", "ana")));
    assertThat(said(files, new KeyedHash("k".repeat(32))))
        .containsExactly(
            "a:b.csv 0 unreadable_file", "a:b.jsonl 0 unreadable_file", "c.jsonl 1 e3");
    assertThat(LandingChecksums.sha256(files.get(0).path(), new Configuration())).isNull();
    assertThat(LandingChecksums.sha256(files.get(2).path(), new Configuration())).hasSize(64);
  }

  @Test
  void aRowNoCodeForesawIsRejectedAloneWithItsPlace() throws IOException {
    String rows =
        ROW.formatted("e1", "1", "nobody")
            + ROW.formatted("e2", "1", "ana")
            + ROW.formatted("e3", "1e-9999999999", "nobody")
            + ROW.formatted("e4", "1", "nobody");
    List<LandingFile> files = List.of(landed("d.jsonl", rows));
    KeyedHash none = null; // so that a row that has something to hash fails
    assertThat(said(files, none))
        .containsExactly(
            "d.jsonl 1 e1",
            "d.jsonl 2 unreadable_value",
            "d.jsonl 3 malformed_json",
            "d.jsonl 4 e4");
    Row broken = rows(files, none).get(1);
    int length = ROW.formatted("e2", "1", "ana").length() - 1;
    assertThat(broken.getLong(1)).isEqualTo(length);
    assertThat(broken.getString(2)).startsWith("crc32c:");
  }

  @Test
  void aRecordNestedWithoutEndCostsItsFile() throws IOException {
    Schema schema =
        new Schema.Parser()
            .parse(
                """
                {"type": "record", "name": "n", "fields": [
                  {"name": "next", "type": ["null", "n"]}]}""");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new DataFileWriter<>(new GenericDatumWriter<>(schema)).create(schema, bytes).close();
    byte[] sync = Arrays.copyOfRange(bytes.toByteArray(), bytes.size() - 16, bytes.size());
    byte[] nested = new byte[1_000_000];
    Arrays.fill(nested, 0, nested.length - 1, (byte) 2);
    BinaryEncoder block = EncoderFactory.get().directBinaryEncoder(bytes, null);
    block.writeLong(1);
    block.writeLong(nested.length);
    block.writeFixed(nested);
    block.writeFixed(sync);
    List<LandingFile> files =
        List.of(
            landed("deep.avro", bytes.toByteArray()),
            landed("e.jsonl", ROW.formatted("e1", "1", "ana")));
    assertThat(said(files, new KeyedHash("k".repeat(32))))
        .containsExactly("deep.avro 0 unreadable_file", "e.jsonl 1 e1");
  }

  @Test
  void aNameThatCannotBeOpenedIsListed() throws IOException {
    Path day = Files.createDirectories(folder.resolve("web/date=2026-06-30"));
    Files.writeString(day.resolve("a:b.csv"), "event_id\n");
    LandingZone zone = new LandingZone(folder.toString(), new Configuration());
    List<LandingFile> fresh = zone.list(List.of(WEB), DAY, Optional.empty(), Map.of()).fresh();
    assertThat(said(fresh, new KeyedHash("k".repeat(32))))
        .containsExactly("web/date=2026-06-30/a:b.csv 0 unreadable_file");
  }

  @Test
  void whatIsNoSourcesNightIsNamedAndPassedOver() throws IOException {
    Files.createDirectories(folder.resolve("web/date=2026-06-30"));
    Files.createDirectories(folder.resolve("web/date=2026-13-45"));
    Files.createDirectories(folder.resolve("web/_tmp"));
    Files.createDirectories(folder.resolve("wbe/date=2026-06-30"));
    Files.writeString(folder.resolve("web/loose.jsonl"), "{}");
    LandingZone zone = new LandingZone(folder.toString(), new Configuration());
    assertThat(zone.list(List.of(WEB), DAY, Optional.empty(), Map.of()).passedOver())
        .containsExactly("wbe", "web/date=2026-13-45", "web/loose.jsonl");
  }

  @Test
  void halfARowInTheCommonFormIsNotTakenForTheSourcesOwn() throws IOException {
    SourceSettings hits =
        new SourceSettings(
            "web",
            "json",
            FileForm.PLAIN,
            "hits",
            Duration.ZERO,
            Duration.ZERO,
            false,
            Map.of(),
            Map.of(
                "event_id", "hit_id",
                "event_type", "kind",
                "occurred_at", "at",
                "identifiers.login", "visitor"),
            Set.of());
    String at = "2026-06-30T10:00:00Z";
    String common =
        """
        {"event_type": "page_view", "occurred_at": "%s", "identifiers": {"login": "ana"}}
        {"event_id": "e2", "occurred_at": "%s", "identifiers": {"login": "ana"}}
        {"hit_id": "e3", "kind": "page_view", "at": "%s", "visitor": "ana"}
        """;
    List<LandingFile> files = List.of(landed("h.jsonl", common.formatted(at, at, at)));
    assertThat(said(files, hits, new KeyedHash("k".repeat(32))))
        .containsExactly(
            "h.jsonl 1 missing_event_id", "h.jsonl 2 missing_event_type", "h.jsonl 3 e3");
  }

  private LandingFile landed(String name, String text) throws IOException {
    return landed(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private LandingFile landed(String name, byte[] content) throws IOException {
    Path file = Files.write(folder.resolve(name), content);
    String format = LandingFile.formatOf(name, "json");
    return new LandingFile("file:" + file, name, "web", DAY, DAY, format, Files.size(file), 0);
  }

  private static List<String> said(List<LandingFile> files, KeyedHash hash) {
    return said(files, WEB, hash);
  }

  private static List<String> said(List<LandingFile> files, SourceSettings source, KeyedHash hash) {
    int fields = ReadLanding.schema().size() - Touches.CONTRACT.columnNames().size();
    int file = fields + Touches.CONTRACT.columnNames().indexOf(Touches.LANDING_FILE);
    int id = fields + Touches.CONTRACT.columnNames().indexOf(Touches.EVENT_ID);
    return rows(files, source, hash).stream()
        .map(r -> r.get(file) + " " + r.get(0) + " " + (r.get(3) == null ? r.get(id) : r.get(3)))
        .toList();
  }

  private static List<Row> rows(List<LandingFile> files, KeyedHash hash) {
    return rows(files, WEB, hash);
  }

  private static List<Row> rows(List<LandingFile> files, SourceSettings source, KeyedHash hash) {
    IdentifierForms forms = new IdentifierForms(SETTINGS);
    TouchFields fields = new TouchFields(source, forms, hash, new Masking(hash), 1, "run");
    MappedRow row = new MappedRow(FieldMapping.of(null, source));
    List<Row> rows = new ArrayList<>();
    new ReadLanding.Rows(
            files.iterator(),
            FileForm.PLAIN,
            new Configuration(),
            row,
            new TouchChecks(SETTINGS),
            fields)
        .forEachRemaining(rows::add);
    return rows;
  }
}
