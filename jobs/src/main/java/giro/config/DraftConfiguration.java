package giro.config;

import giro.config.Presets.Preset;
import giro.ingest.SourceSample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a first configuration from what a landing zone looks like, with comments. */
public final class DraftConfiguration {
  private static final int NAMES_A_LINE = 100;

  private final List<Preset> presets = Presets.NAMES.stream().map(Presets::named).toList();
  private final List<String> notes = new ArrayList<>();

  /**
   * A draft.
   *
   * @param text the file
   * @param notes what was found of each source, and what is missing, a line each
   */
  public record Draft(String text, List<String> notes) {}

  private DraftConfiguration() {}

  /**
   * @param landing as the settings name it
   * @param samples what lies there; empty for nothing yet
   * @param chosen presets by source, instead of what would be recognised
   */
  public static Draft of(String landing, List<SourceSample> samples, Map<String, String> chosen) {
    DraftConfiguration draft = new DraftConfiguration();
    Map<String, String> blocks = new LinkedHashMap<>();
    for (SourceSample sample : samples) {
      blocks.put(
          sample.source(), draft.block(sample, Optional.ofNullable(chosen.get(sample.source()))));
    }
    chosen.forEach(
        (source, preset) ->
            blocks.computeIfAbsent(source, s -> draft.awaited(s, Presets.named(preset))));
    return new Draft(text(landing, String.join("\n", blocks.values())), draft.notes);
  }

  private static String text(String landing, String sources) {
    return """
        # Written by giro init: read it through, then giro check. What is left out is as shipped; every
        # setting stands with its default in reference.conf.
        giro {
          # production refuses the demo's public key.
          environment = test

          # What arrives, as LANDING/SOURCE/date=YYYY-MM-DD/FILES, and where everything goes.
          landing = %s
          lake = %s
          bi = %s
          report = %s

          # The secret of the keyed hashes that stand for identifiers: 16 characters or more, from the
          # environment. Keep it; another key makes other hashes.
          privacy.key = ${?GIRO_PRIVACY_KEY}

          sources {
        %s  }
        }
        """
        .formatted(
            quoted(landing),
            beside(landing, "lake"),
            beside(landing, "bi"),
            beside(landing, "report"),
            sources.indent(4).replaceAll("(?m)[ ]+$", ""));
  }

  /** Everything in one place, where the landing folder's name tells that it is one of several. */
  private static String beside(String landing, String name) {
    String place = landing.endsWith("/landing") ? landing : "data/landing";
    return quoted(place.substring(0, place.length() - "landing".length()) + name);
  }

  private String awaited(String source, Preset preset) {
    notes.add(
        source + ": nothing landed yet; preset " + preset.name() + " (" + preset.title() + ")");
    return "# " + preset.title() + ".\n" + source + " { preset = " + preset.name() + " }\n";
  }

  private String block(SourceSample sample, Optional<String> chosen) {
    Optional<Preset> preset =
        chosen
            .map(Presets::named)
            .or(() -> presets.stream().filter(p -> isOf(p, sample)).findFirst());
    String seen = fields(sample);
    if (preset.isPresent()) {
      note(sample, "preset " + preset.get().name() + " (" + preset.get().title() + ")");
      return "# "
          + preset.get().title()
          + ".\n# What the preset maps is in docs/presets.md; your own mapping wins.\n"
          + seen
          + sample.source()
          + " {\n  preset = "
          + preset.get().name()
          + "\n  # mapping { model = \"...\" }\n}\n";
    }
    if (sample.fields().keySet().containsAll(List.of("event_id", "event_type", "occurred_at"))) {
      note(sample, "rows in the common form, no mapping needed");
      return "# Rows in the common form: no mapping needed.\n" + plain(sample);
    }
    if (ShippedSources.maps(sample)) {
      note(sample, "as Giro's own event schema has it, no mapping needed");
      return "# As Giro's own event schema of this source has it: no mapping needed.\n"
          + plain(sample);
    }
    return mapped(sample, seen);
  }

  private String mapped(SourceSample sample, String seen) {
    GuessMapping guess = GuessMapping.of(sample);
    note(
        sample,
        guess.missing().isEmpty()
            ? "mapping guessed from the fields' names: read it through"
            : "not recognised; map " + String.join(", ", guess.missing()));
    StringBuilder block = new StringBuilder();
    block.append("# Guessed from the fields' names: read it through. An event_type that no rule\n");
    block.append("# knows is kept as UNCLASSIFIED: map it to one of giro/moments.conf.\n");
    block.append(seen).append(sample.source()).append(" {\n");
    block.append(form(sample).indent(2)).append("  schema = null\n  mapping {\n");
    guess
        .mapping()
        .forEach((target, sql) -> block.append("    " + key(target) + " = " + quoted(sql) + "\n"));
    guess
        .missing()
        .forEach(target -> block.append("    # " + key(target) + " = \"...\"    missing\n"));
    return block.append("  }\n}\n").toString();
  }

  private static String plain(SourceSample sample) {
    return sample.source() + " {\n" + form(sample).indent(2) + "}\n";
  }

  private static String form(SourceSample sample) {
    List<String> lines = new ArrayList<>(List.of("format = " + sample.format()));
    if (sample.separator() != ',' && sample.format().equals("csv")) {
      lines.add("separator = " + quoted(String.valueOf(sample.separator())));
    }
    if (!sample.isUtf8()) {
      lines.add("charset = windows-1252");
    }
    if (sample.recordsAt() != null) {
      lines.add("records-at = " + quoted(sample.recordsAt()));
    }
    if (sample.width() > 0) {
      lines.add(
          "# No line names the " + sample.width() + " columns: do so in columns = [ a, b, ... ].");
    }
    return String.join("\n", lines);
  }

  private static boolean isOf(Preset preset, SourceSample sample) {
    if (preset.recognise().isEmpty()) {
      return sample.width() > 0
          && preset.settings().getString("format").equals(sample.format())
          && preset.settings().getStringList("columns").size() == sample.width();
    }
    return preset.recognise().stream()
        .allMatch(
            field ->
                sample.fields().keySet().stream()
                    .anyMatch(seen -> seen.equals(field) || seen.startsWith(field + ".")));
  }

  private void note(SourceSample sample, String what) {
    String files = sample.files() == 1 ? "1 file" : sample.files() + " files";
    notes.add(sample.source() + ": " + files + ", " + sample.format() + "; " + what);
  }

  /** The fields with their types, as a comment. */
  private static String fields(SourceSample sample) {
    StringBuilder text = new StringBuilder();
    StringBuilder line = new StringBuilder("# Fields seen:");
    String all =
        sample.fields().entrySet().stream()
            .map(f -> " " + f.getKey() + " (" + f.getValue().words() + ")")
            .collect(Collectors.joining(",\u0000"));
    for (String field : all.isEmpty() ? new String[0] : all.split("\u0000")) {
      if (line.length() + field.length() > NAMES_A_LINE) {
        text.append(line).append('\n');
        line = new StringBuilder("#  ");
      }
      line.append(field);
    }
    return all.isEmpty() ? "" : text.append(line).append(".\n").toString();
  }

  private static String key(String target) {
    return target.contains(".") ? quoted(target) : target;
  }

  private static String quoted(String text) {
    return com.typesafe.config.ConfigUtil.quoteString(text);
  }
}
