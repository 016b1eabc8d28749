package giro.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import giro.lake.TableUse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.spark.SparkContext;

/**
 * Which stage of a night read what and wrote what, in which version: noted as it happens, told as
 * OpenLineage events. A dataset of the lake has its Delta version, a published one the run id. What
 * is set aside within a night is no dataset. Thread-safe.
 */
final class Lineage implements TableUse {
  private static final String PRODUCER = "urn:giro:" + CodeVersion.get();
  private static final String SCHEMA =
      "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent";
  private static final String FACETS = "https://openlineage.io/spec/facets/1-0-0/";
  private static final String NAMESPACE = "giro";

  /** The same whichever command runs it: a catalogue follows a job from night to night. */
  private static final String JOB = "night";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final SparkContext spark;
  private final Clock clock;
  private final Map<String, Uses> stages = new LinkedHashMap<>();
  private final Map<String, String> before = new LinkedHashMap<>();
  private final List<Set<String>> shared = new ArrayList<>();

  Lineage(SparkContext spark, Clock clock) {
    this.spark = spark;
    this.clock = clock;
  }

  /** Where a lake keeps the events of a run. */
  static String place(String lake, String runId) {
    return lake + "/_giro/lineage/" + runId + ".jsonl";
  }

  /** What a stage used, by place; the version is empty where there is none. */
  private static final class Uses {
    private final Map<String, String> inputs = new TreeMap<>();
    private final Map<String, String> outputs = new TreeMap<>();
    private Instant last = Instant.EPOCH;
  }

  @Override
  public void read(String place, long version) {
    note(place, String.valueOf(version), true);
  }

  @Override
  public void written(String place, long version) {
    note(place, String.valueOf(version), false);
  }

  /** A place without versions was read. */
  void read(String place) {
    note(place, "", true);
  }

  /** A table was written for readers; its version is the run. */
  void published(String bi, String table, String runId) {
    note(bi + "/" + table, runId, false);
  }

  /** The later stage reads what the earlier one set aside: what went in there goes in here. */
  void handsOn(String earlier, String later) {
    before.put(later, earlier);
  }

  /** What the first of these stages reads is worked out for all of them. */
  void share(Set<String> sharing) {
    shared.add(sharing);
  }

  private synchronized void note(String place, String version, boolean isInput) {
    String stage = StageScope.current(spark);
    if (stage != null) {
      Uses uses = stages.computeIfAbsent(stage, s -> new Uses());
      (isInput ? uses.inputs : uses.outputs).put(place, version);
      uses.last = clock.instant();
    }
  }

  /**
   * One event a line: the run's start, a completion for each stage with the run as its parent, the
   * run's completion.
   */
  synchronized String events(String runId, Instant started) {
    List<Map<String, Object>> events = new ArrayList<>();
    events.add(event("START", started, runId, JOB, new Uses()));
    Uses all = new Uses();
    stages.forEach(
        (stage, own) -> {
          Uses uses = complete(stage, own);
          Map<String, Object> event =
              event("COMPLETE", own.last, runId + "/" + stage, JOB + "." + stage, uses);
          event.put("run", run(runId + "/" + stage, parent(runId)));
          events.add(event);
          all.inputs.putAll(uses.inputs);
          all.outputs.putAll(uses.outputs);
        });
    events.add(event("COMPLETE", clock.instant(), runId, JOB, all));
    StringBuilder lines = new StringBuilder();
    for (Map<String, Object> event : events) {
      lines.append(json(event)).append('\n');
    }
    return lines.toString();
  }

  /** With what other stages read for this one. */
  private Uses complete(String stage, Uses own) {
    Uses uses = new Uses();
    Uses earlier = stages.get(before.getOrDefault(stage, ""));
    if (earlier != null) {
      uses.inputs.putAll(earlier.inputs);
      uses.inputs.putAll(earlier.outputs);
    }
    for (Set<String> sharing : shared) {
      if (sharing.contains(stage)) {
        stages.forEach(
            (other, its) -> uses.inputs.putAll(sharing.contains(other) ? its.inputs : Map.of()));
      }
    }
    uses.inputs.putAll(own.inputs);
    uses.outputs.putAll(own.outputs);
    return uses;
  }

  private static Map<String, Object> event(
      String type, Instant at, String run, String job, Uses uses) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("eventType", type);
    event.put("eventTime", at.toString());
    event.put("run", run(run, Map.of()));
    event.put("job", Map.of("namespace", NAMESPACE, "name", job));
    event.put("inputs", datasets(uses.inputs));
    event.put("outputs", datasets(uses.outputs));
    event.put("producer", PRODUCER);
    event.put("schemaURL", SCHEMA);
    return event;
  }

  private static Map<String, Object> run(String run, Map<String, Object> facets) {
    return Map.of("runId", uuid(run), "facets", facets);
  }

  private static Map<String, Object> parent(String runId) {
    return Map.of(
        "parent",
        facet(
            "ParentRunFacet",
            Map.of(
                "run",
                Map.of("runId", uuid(runId)),
                "job",
                Map.of("namespace", NAMESPACE, "name", JOB))));
  }

  private static List<Map<String, Object>> datasets(Map<String, String> places) {
    List<Map<String, Object>> datasets = new ArrayList<>();
    places.forEach((place, version) -> datasets.add(dataset(place, version)));
    return datasets;
  }

  /** Named as OpenLineage names places: a scheme with its bucket, then the path in it. */
  private static Map<String, Object> dataset(String place, String version) {
    URI uri = place.contains(":/") ? URI.create(place.replace(" ", "%20")) : null;
    boolean isLocal = uri == null || "file".equals(uri.getScheme());
    String path = uri == null ? place : uri.getPath();
    Map<String, Object> facets =
        version.isEmpty()
            ? Map.of()
            : Map.of(
                "version", facet("DatasetVersionDatasetFacet", Map.of("datasetVersion", version)));
    return Map.of(
        "namespace",
        isLocal ? "file" : uri.getScheme().replace("s3a", "s3") + "://" + uri.getAuthority(),
        "name",
        isLocal ? Path.of(path).toAbsolutePath().normalize().toString() : path.replaceAll("^/", ""),
        "facets",
        facets);
  }

  private static Map<String, Object> facet(String name, Map<String, Object> values) {
    Map<String, Object> facet = new LinkedHashMap<>(values);
    facet.put("_producer", PRODUCER);
    facet.put("_schemaURL", FACETS + name + ".json#/$defs/" + name);
    return facet;
  }

  /** The same each time it is told, so that a record told twice is one. */
  private static String uuid(String of) {
    return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Lineage could not be written as JSON", e);
    }
  }
}
