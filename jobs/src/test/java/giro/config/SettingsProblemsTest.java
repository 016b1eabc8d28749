package giro.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import giro.model.table.JourneyTouches;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsProblemsTest {

  @TempDir Path dir;

  @Test
  void allProblemsOfAFileComeInOneAnswerWithTheirLines() {
    List<String> problems =
        problems(
            """
            giro {
              environment = prod
              lapz.inactivity = 10 days
              laps {
                inactivity = soon
                acquisition = "even_type = 'x'"
              }
              sources.dealer.format = cvs
              conversion.windows.zmot-fmott = 10 days
              moments.rules = [
                { id = a, moment = ZMOT, when = "event_type = 'a'" }
                { id = b, moment = ZMAT, when = "event_type = 'b" }
              ]
            }""");

    assertThat(problems)
        .containsExactlyInAnyOrder(
            at(2, "environment: \"prod\" is not one of demo, test, production"),
            at(3, "lapz: is not a key that Giro knows; did you mean laps?"),
            at(5, "laps.inactivity: \"soon\" is not a duration such as 90 days"),
            at(6, "laps.acquisition: names the unknown column even_type; did you mean event_type?"),
            at(
                8,
                "sources.dealer.format: \"cvs\" is not one of avro, json, csv, tsv, parquet; did you mean csv?"),
            at(
                9,
                "conversion.windows.zmot-fmott: is not a pair that is measured; did you mean zmot-fmot?"),
            at(
                12,
                "moments.rules[2].moment: \"ZMAT\" is not one of STIMULUS, ZMOT, FMOT, SMOT, UMOT, NONE; did you mean ZMOT?"),
            at(
                12,
                "rule b: when does not parse: Syntax error at or near ''' (at character 14 of the condition)"));
  }

  @Test
  void aWindowLongerThanInactivityIsRefusedPerVehicleType() {
    assertThat(
            problems(
                "giro.conversion.windows { zmot-fmot { new = 190 days }, fmot-zmot { used = 91 days } }"))
        .satisfiesExactlyInAnyOrder(
            p ->
                assertThat(p)
                    .contains("zmot-fmot.new")
                    .contains("longer than laps.inactivity (180 days)"),
            p ->
                assertThat(p)
                    .contains("fmot-zmot.used")
                    .contains("laps.inactivity-used (90 days)"));
    assertThat(
            problems(
                "giro.conversion.windows.stimulus-zmot { markets { DE { used = 100 days } } }"))
        .singleElement()
        .asString()
        .contains("stimulus-zmot.markets.DE.used");
    assertThat(problems("giro.laps.inactivity = 60 days"))
        .as("the shipped windows do not fit any more: the shorter gap is to blame")
        .isNotEmpty()
        .allMatch(p -> p.startsWith(dir.resolve("giro.conf") + ":1: "));
  }

  @Test
  void theDemoKeyIsRefusedInProduction() {
    assertThat(
            problems("giro { environment = production, privacy.key = ${giro.privacy.demo-key} }"))
        .singleElement()
        .asString()
        .contains("privacy.key: is the demo key, which production refuses")
        .contains("GIRO_PRIVACY_KEY");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mode = any_order, exclusions = [{after = a, before = b, when = "true"}] | exclusions: means nothing with mode = any_order
          mode = any_order, steps = [{name = a, when = "true", within = 3 days}] | within means nothing with mode = any_order
          steps = [{name = a, when = "true", optional = true}]  | steps: has optional steps only
          mode = odered                                         | did you mean ordered?
          by = [market, model, channel, dealer_id]              | by: has more than 3 columns
          by = [colour]                                         | colour is not a column of journey_touches
          steps = []                                            | steps: has no step
          steps = [{name = a, when = "true"}, {name = a, when = "true"}] | two steps named a
          steps = [{name = a, when = "stage = 'x'"}]            | unknown column stage
          exclusions = [{after = b, before = a, when = "true"}] | must name two steps in their order
          """)
  void aFunnelThatCannotBeComputedIsRefusedByName(String text, String problem) {
    String steps = "steps = [{name = a, when = \"true\"}, {name = b, when = \"is_acquisition\"}]";

    assertThat(problems("giro.funnels.x { " + steps + "\n" + text + " }"))
        .anyMatch(line -> line.contains("funnels.x") && line.contains(problem));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          laps.inactivity            | must be key=value
          lapz.inactivity=9 days     | --set lapz.inactivity: lapz: is not a key that Giro knows
          laps.inactivity=9 dys      | --set laps.inactivity: laps.inactivity: "9 dys" is not a duration
          laps=5                     | laps: must be a block
          moments.rules={}           | moments.rules: must be a list
          sources.web.schema=wub     | "wub" is not under giro.schemas; did you mean web?
          sources.web.mapping={occured_at = "x"} | sources.web.mapping.occured_at: is not a field of a touch; did you mean occurred_at?
          identity.kinds={phone{one-per-person=true},email{one-per-person=true}} | identity.kinds: has more than 3 kinds with one-per-person
          identity.kinds.device.caps={logn = 3}  | identity.kinds.device.caps.logn: is not a kind
          identity.blocked=["("]     | is not a regular expression
          privacy.k=0                | 0 is too small
          """)
  void aSingleSettingIsCheckedLikeAFile(String set, String problem) {
    assertThat(refused(Optional.empty(), List.of(set))).anyMatch(line -> line.contains(problem));
  }

  @Test
  void aFileThatCannotBeReadSaysWhere() {
    assertThat(problems("giro {\n  laps { inactivity = 3 days\n"))
        .singleElement()
        .asString()
        .contains("giro.conf")
        .contains("cannot be read");
    assertThat(refused(Optional.of(dir.resolve("absent.conf")), List.of()))
        .singleElement()
        .asString()
        .contains("absent.conf: --config: is not a file");
    assertThat(problems("laps.inactivity = 3 days"))
        .singleElement()
        .asString()
        .contains("put all settings in giro { ... }");
    assertThat(problems("giro.lake = ${nowhere}")).singleElement().asString().contains("nowhere");
  }

  @Test
  void whatMetricsOfServiceAreToldIsChecked() {
    List<String> problems =
        problems(
            """
            giro.metrics {
              business-hours {
                default.zone = "Mars/Base"
                IT { days = [ someday ], from = "9", holidays = [ "31-12" ] }
                DE { from = "18:00", to = "09:00" }
              }
              handoffs.expected = [ "marketing sales" ]
              loss-reasons.product = [ price ]
              experience {
                positive-from = -0.5
                negative-to = often
                generations.x = [ 1965 ]
              }
            }""");

    assertThat(problems)
        .contains(
            at(
                3,
                "metrics.business-hours.default.zone: \"Mars/Base\" is not a time zone; give it as Europe/Rome"),
            at(4, "metrics.business-hours.IT.from: \"9\" is not a time of day; give it as 09:00"),
            at(
                4,
                "metrics.business-hours.IT.holidays: \"31-12\" is not a day; give 2026-04-06, or 12-25 for every year"),
            at(
                5,
                "metrics.business-hours.DE.to: must be later than from; 24:00 is the end of the day"),
            at(
                7,
                "metrics.handoffs.expected: \"marketing sales\" is no way; give it as \"marketing > sales\""),
            at(11, "metrics.experience.negative-to: \"often\" is not a number from -1 to 1"),
            at(12, "metrics.experience.generations.x: \"1965\" is not a decade; give it as 1980"))
        .anyMatch(
            problem -> problem.contains("metrics.business-hours.IT.days: \"someday\" is not one"))
        .anyMatch(problem -> problem.contains("has price, which price has too"));
  }

  private String at(int line, String text) {
    return dir.resolve("giro.conf") + ":" + line + ": " + text;
  }

  private List<String> problems(String text) {
    try {
      Path file = Files.writeString(dir.resolve("giro.conf"), text);
      return refused(Optional.of(file), List.of());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<String> refused(Optional<Path> file, List<String> sets) {
    SettingsException refused =
        catchThrowableOfType(
            SettingsException.class,
            () -> ReadSettings.of(file, sets, JourneyTouches.CONTRACT.schema()));
    assertThat(refused).as("the settings are refused").isNotNull();
    return refused.problems();
  }
}
