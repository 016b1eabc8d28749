package giro.app;

import static org.assertj.core.api.Assertions.assertThat;

import giro.config.Presets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What a newcomer's first command writes, and what check makes of it. */
class InitCommandTest {
  static final java.util.List<String> PRESETS = Presets.NAMES;
  private static final Path EXPORTS = Path.of("src/test/resources/presets");

  @TempDir Path home;

  @ParameterizedTest
  @FieldSource("PRESETS")
  void anExportIsKnownByItsFields(String preset) throws IOException {
    String source = Presets.named(preset).source();
    Path night = night(source);
    try (Stream<Path> files = Files.list(EXPORTS.resolve(preset))) {
      for (Path file : files.toList()) {
        Files.copy(file, night.resolve(file.getFileName()));
      }
    }
    String written = init();
    assertThat(written).contains(source + " {\n      preset = " + preset + "\n");
    assertThat(written)
        .as("types of fields, never their values")
        .doesNotContain(
            "ana.", "Torino", "3471234567", "example.com", "Rossi", "bc2e92ec", "1684731058");
    assertThat(check()).contains("schema " + preset).doesNotContain("no rule knows");
  }

  @Test
  void rowsInTheCommonFormNeedNoMapping() throws IOException {
    land(
        "events",
        "a.jsonl",
        """
        {"event_id":"e1","event_type":"page_view","occurred_at":"2026-01-05T10:00:00Z","identifiers":{"login":"ana"}}
        """);
    String written = init();
    assertThat(written)
        .contains("common form", "events {", "format = json")
        .doesNotContain("mapping {");
    assertThat(check()).contains("events: json, schema none (common touch fields)");
  }

  @Test
  void theShippedSampleIsKnownAsGirosOwn() throws IOException {
    Path sample = Path.of("../sample-data/landing").toAbsolutePath().normalize();
    String said = Ran.answer("init", "--landing", sample.toString(), "--out", conf());
    assertThat(said)
        .contains("web: ", "dealer: ", "call_center: ", "avro", "csv")
        .doesNotContain("map ", "guessed");
    assertThat(check()).contains("dealer: csv, schema dealer");
  }

  @Test
  void anUnknownFileGetsAMappingByTheNamesOfItsFields() throws IOException {
    land(
        "visits",
        "a.csv",
        "ticket_no;Visit Day;visitor_email;country;seats\n17;2026-01-05;ana@example.com;ita;2\n");
    String written = init();
    assertThat(written)
        .contains(
            "visits {",
            "separator = \";\"",
            "event_id = \"ticket_no\"",
            "occurred_at = \"`Visit Day`\"",
            "\"identifiers.email\" = \"visitor_email\"",
            "market = \"market_of(country)\"",
            "# event_type = \"...\"    missing",
            "Visit Day (day)",
            "seats (number)")
        .doesNotContain("ana@");
    assertThat(check())
        .contains(
            "sources.visits.mapping: event_type is not mapped",
            "privacy.key: the demo's public key is in use");
  }

  @Test
  void aFirstLineOfSomebodysDataIsNotShownAsNames() throws IOException {
    land("visits", "a.csv", "anna,rossi,torino,rosso\nugo,bianchi,roma,blu\n");
    assertThat(init()).contains("No line names the 4 columns").doesNotContain("rossi", "torino");
  }

  @Test
  void whatIsThereIsNotOverwrittenAndWhatIsNotThereIsNamed() throws IOException {
    Ran none = Ran.of("init", "--landing", home.resolve("nowhere").toString(), "--out", conf());
    assertThat(none.exitCode()).isEqualTo(ExitCode.SETTINGS);
    assertThat(none.errors()).contains("there is no folder");
    Ran empty = Ran.of("init", "--landing", home.toString(), "--out", conf());
    assertThat(empty.errors()).contains("No rows lie in");
    Ran unknown = Ran.of("init", "--preset", "ga5", "--out", conf());
    assertThat(unknown.errors()).contains("There is no preset ga5. Did you mean ga4?");
    assertThat(Path.of(conf())).doesNotExist();

    Files.writeString(Path.of(conf()), "mine");
    Ran again = Ran.of("init", "--preset", "ga4", "--out", conf());
    assertThat(again.exitCode()).isEqualTo(ExitCode.SETTINGS);
    assertThat(again.errors()).contains("is there already");
    assertThat(Path.of(conf())).hasContent("mine");
  }

  @Test
  void presetsAreWrittenBeforeAnythingLands() throws IOException {
    Ran.answer("init", "--preset", "ga4", "--preset", "hotline=genesys", "--out", conf());
    assertThat(Files.readString(Path.of(conf())))
        .contains("web { preset = ga4 }", "hotline { preset = genesys }");
    assertThat(check()).contains("hotline: json, schema genesys");
  }

  @Test
  void checkNamesEventTypesThatNoRuleKnows() {
    assertThat(
            Ran.answer(
                "check",
                "--set",
                "sources.web.mapping.event_type=\"CASE a WHEN 'x' THEN 'page_view' ELSE 'pageview' END\""))
        .contains("sources.web.mapping: event_type: no rule knows pageview;");
  }

  private String conf() {
    return home.resolve("giro.conf").toString();
  }

  private Path night(String source) throws IOException {
    return Files.createDirectories(home.resolve("landing/" + source + "/date=2026-01-06"));
  }

  private void land(String source, String name, String text) throws IOException {
    Files.write(night(source).resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }

  private String init() throws IOException {
    Ran.answer("init", "--landing", home.resolve("landing").toString(), "--out", conf());
    return Files.readString(Path.of(conf()));
  }

  private String check() {
    return Ran.answer("check", "--config", conf());
  }
}
