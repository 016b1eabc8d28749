package giro.config;

import giro.ingest.SourceSettings;
import giro.moment.Nearest;
import giro.moment.RuleColumns;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** One block of {@code giro.sources}, with the preset it names. */
final class ReadSource {

  private static final List<String> FORMATS = List.of("avro", "json", "csv", "tsv", "parquet");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
  private static final String IDENTIFIERS = "identifiers.";
  private static final String ATTRIBUTES = "attributes.";

  private final Section defaults;
  private final Map<String, Section> schemas;
  private final List<String> attributesOfAll;
  private final List<String> targets;

  ReadSource(Section giro, List<String> attributesOfAll, Set<String> kinds) {
    this.defaults = giro.section("source-defaults");
    this.schemas = giro.sections("schemas");
    this.attributesOfAll = attributesOfAll;
    this.targets = targets(kinds);
    schemas.values().forEach(this::checkSchema);
  }

  SourceSettings read(String name, Section own) {
    if (!NAME.matcher(name).matches()) {
      own.problem("", "names a landing folder: use lower case letters, digits and _");
    }
    Section section = own.orElse(defaults);
    section.optionalText("preset"); // Layers put it in
    String schema = section.optionalText("schema").orElse(null);
    Map<String, String> mapping = mapping(section);
    Map<String, String> preset = preset(section, schema);
    SourceSettings read =
        new SourceSettings(
            name,
            section.oneOf("format", FORMATS),
            ReadFileForm.of(section),
            schema,
            section.duration("clock-uncertainty"),
            section.duration("lateness"),
            section.bool("required"),
            mapping,
            preset,
            attributes(section, schema, List.of(mapping, preset)));
    section.close();
    return read;
  }

  private void checkSchema(Section schema) {
    mapping(schema);
    schema.texts("attributes");
    schema.close();
  }

  private Map<String, String> preset(Section section, String schema) {
    if (schema == null) {
      return Map.of();
    }
    if (!schemas.containsKey(schema)) {
      String near =
          Nearest.of(schema, schemas.keySet()).map(n -> "; did you mean " + n + "?").orElse("");
      section.problem("schema", "\"" + schema + "\" is not under giro.schemas" + near);
      return Map.of();
    }
    return schemas.get(schema).textByName("mapping");
  }

  private Map<String, String> mapping(Section section) {
    Map<String, String> mapping = section.textByName("mapping");
    mapping.forEach(
        (target, sql) -> {
          Section at = section.section("mapping");
          if (!target.startsWith(ATTRIBUTES) && !targets.contains(target)) {
            String near =
                Nearest.of(target, targets).map(n -> "; did you mean " + n + "?").orElse("");
            at.problem(target, "is not a field of a touch" + near);
          }
          ConditionText.checkSyntax(at, target, sql);
        });
    return mapping;
  }

  /** What is mapped by name is allowed by that. */
  private Set<String> attributes(
      Section section, String schema, List<Map<String, String>> mappings) {
    Set<String> allowed = new TreeSet<>(attributesOfAll);
    allowed.addAll(section.texts("attributes"));
    if (schemas.containsKey(schema == null ? "" : schema)) {
      allowed.addAll(schemas.get(schema).texts("attributes"));
    }
    for (Map<String, String> mapping : mappings) {
      for (String target : mapping.keySet()) {
        if (target.startsWith(ATTRIBUTES)) {
          allowed.add(target.substring(ATTRIBUTES.length()));
        }
      }
    }
    return allowed;
  }

  private static List<String> targets(Set<String> kinds) {
    Set<String> targets = new HashSet<>(RuleColumns.names());
    targets.removeAll(List.of("source", "attributes"));
    targets.addAll(List.of("event_id", "received_at", "consent"));
    kinds.forEach(kind -> targets.add(IDENTIFIERS + kind));
    return new ArrayList<>(new TreeSet<>(targets));
  }
}
