package giro.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;

/**
 * Everything that stands on disk below some folders, whoever may read it: each file byte by byte,
 * and of each Parquet file every row that is in it, whether a table still names the file or not.
 */
final class StoredBytes {
  private final List<Path> roots;

  StoredBytes(Path... roots) {
    this.roots = List.of(roots);
  }

  /** The files in which one of the texts or numbers is found. */
  Set<String> holding(Collection<String> texts, Collection<Long> numbers) throws IOException {
    List<String> all = new ArrayList<>(texts);
    numbers.forEach(number -> all.add(": " + number + "\n"));
    for (Long number : numbers) {
      byte[] raw = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(number).array();
      all.add(new String(raw, StandardCharsets.ISO_8859_1));
      all.add(number.toString());
    }
    Set<String> found = new TreeSet<>();
    for (Path root : roots) {
      try (Stream<Path> files = Files.walk(root)) {
        files
            .filter(Files::isRegularFile)
            .filter(file -> all.stream().anyMatch(content(file)::contains))
            .forEach(file -> found.add(root.getParent().relativize(file).toString()));
      }
    }
    return found;
  }

  private static String content(Path file) {
    try {
      String raw = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      String name = file.getFileName().toString();
      return name.endsWith(".parquet") ? raw + rows(file) : raw;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String rows(Path file) throws IOException {
    StringBuilder rows = new StringBuilder();
    try (ParquetReader<Group> reader =
        ParquetReader.builder(new GroupReadSupport(), new org.apache.hadoop.fs.Path(file.toUri()))
            .withConf(new Configuration())
            .build()) {
      for (Group row = reader.read(); row != null; row = reader.read()) {
        rows.append(row).append('\n');
      }
    }
    return rows.toString();
  }
}
