package giro.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import giro.ingest.SourceSettings;
import giro.model.table.JourneyTouches;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source that names a preset has it in place of what is shipped, below its own entries. */
class PresetSettingsTest {
  @TempDir Path dir;

  @Test
  void everyShippedFileIsAPresetThatCanBeNamed() throws IOException, URISyntaxException {
    Path shipped = Path.of(Presets.class.getResource("/giro/presets/ga4.conf").toURI()).getParent();
    try (Stream<Path> files = Files.list(shipped)) {
      assertThat(files.map(f -> f.getFileName().toString().replace(".conf", "")))
          .containsExactlyInAnyOrderElementsOf(Presets.NAMES);
    }
    for (String name : Presets.NAMES) {
      SourceSettings source = source("giro.sources.web { preset = " + name + " }", "web");
      assertThat(source.schema()).isEqualTo(name);
      assertThat(source.presetMapping()).containsKeys("event_id", "event_type", "occurred_at");
      assertThat(source.presetMapping().keySet()).anyMatch(t -> t.startsWith("identifiers."));
    }
  }

  @Test
  void theSourcesOwnEntriesGoBeforeThePresets() {
    SourceSettings web =
        source(
            """
            giro.sources.web {
              preset = ga4
              lateness = 9 days
              mapping { model = "param_of(event_params, 'vehicle')" }
            }""",
            "web");
    assertThat(web.format()).as("of the preset, not avro as shipped for web").isEqualTo("json");
    assertThat(web.lateness()).hasDays(9);
    assertThat(web.mapping()).containsOnlyKeys("model");
    assertThat(web.presetMapping()).containsKeys("model", "event_type");
    assertThat(web.attributes()).contains("order_number");
  }

  @Test
  void aPresetServesASourceOfAnyName() {
    SourceSettings shop = source("giro.sources.shop { preset = adobe }", "shop");
    assertThat(shop.form().headerFile()).isEqualTo("column_headers.tsv");
    assertThat(shop.form().hasEscapes()).isTrue();
  }

  @Test
  void anUnknownPresetIsNamedWithTheNearest() {
    assertThat(problems("giro.sources.web.preset = ga5"))
        .containsExactly(
            "giro.conf:1: sources.web.preset: \"ga5\" is no preset; did you mean ga4?");
    assertThat(problems("giro.sources.web.preset = matomo"))
        .singleElement()
        .asString()
        .contains("there are ga4, snowplow");
  }

  @Test
  void aFormThatCannotBeReadIsNamed() {
    assertThat(
            problems(
                """
                giro.sources.web {
                  format = tsv, charset = UTF-16, separator = "::", header-file = "a/b"
                  columns = [ a, b, a ]
                }"""))
        .containsExactlyInAnyOrder(
            "giro.conf:2: sources.web.charset: UTF-16 writes a line end in several bytes; convert the files to UTF-8",
            "giro.conf:2: sources.web.separator: must be one character, such as \";\"",
            "giro.conf:2: sources.web.header-file: names the columns, and so does columns; give one of the two",
            "giro.conf:2: sources.web.header-file: must be a file's name without a folder",
            "giro.conf:3: sources.web.columns: name one column twice; give each a name of its own");
  }

  private SourceSettings source(String conf, String name) {
    return read(conf).ingest().sources().stream()
        .filter(s -> s.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<String> problems(String conf) {
    SettingsException refused = catchThrowableOfType(SettingsException.class, () -> read(conf));
    return refused.problems().stream().map(p -> p.replace(dir + "/", "")).toList();
  }

  private GiroSettings read(String conf) {
    try {
      Path file = Files.writeString(dir.resolve("giro.conf"), conf);
      return ReadSettings.of(Optional.of(file), List.of(), JourneyTouches.CONTRACT.schema());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
