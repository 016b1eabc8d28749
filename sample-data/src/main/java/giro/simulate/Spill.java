package giro.simulate;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rows waiting for their folder to be complete, in memory while few and in one file per folder when
 * many, so that millions of rows need no more memory than one folder's.
 */
final class Spill {
  private static final int BUFFER = 64 * 1024;
  private static final Comparator<Shipment> IN_ORDER =
      Comparator.comparingLong(Shipment::received).thenComparingLong(Shipment::id);

  /** A landing folder of a source. */
  record Place(Source source, int folder) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int bySource = source.compareTo(other.source);
      return bySource != 0 ? bySource : Integer.compare(folder, other.folder);
    }
  }

  private final Path directory;
  private final Map<Place, ByteArrayOutputStream> buffers = new TreeMap<>();

  /** Uses an empty folder, which {@link #clear} removes. */
  Spill(Path directory) {
    this.directory = directory;
  }

  void add(Shipment shipment) throws IOException {
    Place place = new Place(shipment.source(), shipment.folder());
    ByteArrayOutputStream buffer =
        buffers.computeIfAbsent(place, p -> new ByteArrayOutputStream(1024));
    DataOutputStream out = new DataOutputStream(buffer);
    out.writeLong(shipment.received());
    out.writeLong(shipment.id());
    out.writeInt(shipment.row().length);
    out.write(shipment.row());
    if (buffer.size() > BUFFER) {
      Files.write(
          file(place), buffer.toByteArray(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      buffer.reset();
    }
  }

  /** All rows of a folder, in order; of equal rows the one added first stands first. */
  List<Shipment> rows(Place place) {
    List<Shipment> rows = new ArrayList<>();
    try {
      if (Files.exists(file(place))) {
        read(place, ByteBuffer.wrap(Files.readAllBytes(file(place))), rows);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read back rows of " + place, e);
    }
    ByteArrayOutputStream buffer = buffers.get(place);
    if (buffer != null) {
      read(place, ByteBuffer.wrap(buffer.toByteArray()), rows);
    }
    rows.sort(IN_ORDER);
    return rows;
  }

  /** Removes what was written on the way. */
  void clear() throws IOException {
    for (Place place : buffers.keySet()) {
      Files.deleteIfExists(file(place));
    }
    Files.deleteIfExists(directory);
  }

  private static void read(Place place, ByteBuffer bytes, List<Shipment> rows) {
    while (bytes.hasRemaining()) {
      long received = bytes.getLong();
      long id = bytes.getLong();
      byte[] row = new byte[bytes.getInt()];
      bytes.get(row);
      rows.add(new Shipment(place.source(), place.folder(), received, id, row));
    }
  }

  private Path file(Place place) {
    return directory.resolve(place.source().folder + "-" + place.folder());
  }
}
