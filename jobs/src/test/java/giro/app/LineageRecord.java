package giro.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The lineage that a lake's first run left, as a collector of OpenLineage events reads it. */
record LineageRecord(String runId, List<JsonNode> events) {
  static LineageRecord first(Path lake) throws IOException {
    try (Stream<Path> records = Files.list(lake.resolve("_giro/lineage"))) {
      Path first = records.min(Comparator.naturalOrder()).orElseThrow();
      List<JsonNode> events = new ArrayList<>();
      for (String line : Files.readAllLines(first)) {
        events.add(JsonMapper.builder().build().readTree(line));
      }
      return new LineageRecord(first.getFileName().toString().replace(".jsonl", ""), events);
    }
  }

  List<String> types() {
    return events.stream().map(event -> event.get("eventType").asText()).toList();
  }

  /** Datasets of a stage as {@code name@version}; the version is empty where there is none. */
  List<String> inputs(String stage) {
    return datasets(stage, "inputs");
  }

  List<String> outputs(String stage) {
    return datasets(stage, "outputs");
  }

  private List<String> datasets(String stage, String side) {
    List<String> found = new ArrayList<>();
    for (JsonNode event : events) {
      if (event.at("/job/name").asText().equals("night." + stage)) {
        for (JsonNode dataset : event.get(side)) {
          String version = dataset.at("/facets/version/datasetVersion").asText();
          found.add(dataset.get("name").asText() + "@" + version);
        }
      }
    }
    return found;
  }
}
