package giro.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;

/** Reads a landing zone back, without any of the code that wrote it. */
final class Landed {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Landed() {}

  static List<Path> files(Path root) {
    try (Stream<Path> paths = Files.walk(root)) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Rows of a source as field names and texts; a torn line has the raw text under "torn". */
  static List<Map<String, String>> rows(Path landing, String source) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    for (Path file : files(landing.resolve(source))) {
      String name = file.getFileName().toString();
      if (name.endsWith(".avro")) {
        avro(file, rows);
      } else {
        text(file, name.contains(".csv"), rows);
      }
    }
    return rows;
  }

  private static void avro(Path file, List<Map<String, String>> rows) throws IOException {
    try (DataFileReader<GenericRecord> reader =
        new DataFileReader<>(file.toFile(), new GenericDatumReader<>())) {
      for (GenericRecord each : reader) {
        Map<String, String> row = new LinkedHashMap<>();
        for (Schema.Field field : each.getSchema().getFields()) {
          Object value = each.get(field.pos());
          row.put(field.name(), value == null ? null : value.toString());
        }
        rows.add(row);
      }
    }
  }

  private static void text(Path file, boolean isCsv, List<Map<String, String>> rows)
      throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      String[] header = isCsv ? reader.readLine().split(",") : null;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        rows.add(isCsv ? csv(header, line) : json(line));
      }
    }
  }

  private static Map<String, String> csv(String[] header, String line) {
    String[] cells = line.split(",", -1);
    if (cells.length != header.length) {
      return Map.of("torn", line);
    }
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < header.length; i++) {
      row.put(header[i], cells[i].isEmpty() ? null : cells[i]);
    }
    return row;
  }

  private static Map<String, String> json(String line) {
    try {
      Map<String, String> row = new LinkedHashMap<>();
      JsonNode tree = JSON.readTree(line);
      tree.properties().forEach(each -> row.put(each.getKey(), each.getValue().asText()));
      return row;
    } catch (IOException torn) {
      return Map.of("torn", line);
    }
  }

  static List<String> csvHeader(Path file) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return Arrays.asList(reader.readLine().split(","));
    }
  }
}
