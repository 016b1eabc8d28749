package giro.simulate;

import giro.schema.EventSchemas;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;

/** Writes the folders {@code landing/<source>/date=YYYY-MM-DD/}, one file each. */
final class LandingZone {
  /** Fixed, where Avro would take a random one: the same rows give the same bytes. */
  private static final byte[] SYNC =
      "giro-landing-zone".substring(0, 16).getBytes(StandardCharsets.US_ASCII);

  private static final int ZSTD_LEVEL = 9;
  private static final int SYNC_INTERVAL = 1 << 20;

  private final Path landing;
  private final Folders folders;

  LandingZone(Path landing, Folders folders) {
    this.landing = landing;
    this.folders = folders;
  }

  /** Writes every folder of every source, also where nothing came. */
  void write(Spill spill) {
    List<Spill.Place> places =
        List.of(Source.values()).stream()
            .flatMap(source -> folders.all().stream().map(day -> new Spill.Place(source, day)))
            .toList();
    new InOrder<Integer>(places.size())
        .run(i -> write(places.get(i), spill.rows(places.get(i))), (i, rows) -> {});
  }

  private int write(Spill.Place place, List<Shipment> rows) {
    Path folder =
        landing
            .resolve(place.source().folder)
            .resolve("date=" + LocalDate.ofEpochDay(place.folder()));
    try {
      Files.createDirectories(folder);
      switch (Rendering.of(place.source())) {
        case AVRO -> avro(folder.resolve("part-00000.avro"), place, rows);
        case CSV -> text(folder.resolve("part-00000.csv.gz"), header(place), rows);
        case JSON -> text(folder.resolve("part-00000.json.gz"), "", rows);
      }
      return rows.size();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + folder, e);
    }
  }

  private static String header(Spill.Place place) {
    return TextRow.csvHeader(EventSchemas.latest(place.source().folder)) + "\n";
  }

  private void avro(Path file, Spill.Place place, List<Shipment> rows) throws IOException {
    int latest = EventSchemas.latestVersion(place.source().folder);
    int version = folders.isNightly(place.folder()) ? latest : 1;
    Schema schema = EventSchemas.of(place.source().folder, version);
    try (DataFileWriter<GenericRecord> out =
        new DataFileWriter<GenericRecord>(new GenericDatumWriter<>(schema))) {
      out.setCodec(CodecFactory.zstandardCodec(ZSTD_LEVEL));
      out.setSyncInterval(SYNC_INTERVAL);
      out.create(schema, new BufferedOutputStream(Files.newOutputStream(file)), SYNC);
      for (Shipment row : rows) {
        out.appendEncoded(ByteBuffer.wrap(row.row()));
      }
    }
  }

  private static void text(Path file, String header, List<Shipment> rows) throws IOException {
    try (OutputStream out =
        new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), 1 << 16)) {
      out.write(header.getBytes(StandardCharsets.UTF_8));
      for (Shipment row : rows) {
        out.write(row.row());
        out.write('\n');
      }
    }
  }
}
