package giro.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import giro.metric.person.AttributionSettings.Spend;
import giro.metric.person.MetricSettings;
import giro.metric.person.TouchKind;
import giro.model.table.JourneyTouches;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadMetricsTest {
  @TempDir Path dir;

  @Test
  void theLineIsTheConfiguredLinearFunnel() {
    MetricSettings own =
        read(
            "giro.funnels.linear { window = 90 days, steps = ["
                + " { name = attract, when = \"event_type = 'a'\" },"
                + " { name = close, when = is_acquisition } ] }");
    assertThat(own.touches().get(TouchKind.ATTRACT)).isEqualTo("event_type = 'a'");
    assertThat(own.touches().get(TouchKind.CONVERT))
        .as("the funnel has no such step")
        .isEqualTo("linear_stage = 'convert'");
    assertThat(own.line().window()).isEqualTo(Duration.ofDays(90));

    MetricSettings without = read("giro.funnels.linear = null");
    assertThat(without.touches().get(TouchKind.ATTRACT)).contains("linear_stage = 'attract'");
    assertThat(without.line().window()).isEqualTo(Duration.ofDays(360));
  }

  @Test
  void kindsOfSourcesMayBeAddedAndTakenAway() {
    assertThat(
            read("giro.metrics.source-kinds { tv = \"event_type = 'tv'\", video = null }")
                .sourceKinds()
                .conditions())
        .containsKeys("tv", "article")
        .doesNotContainKey("video");
    assertThatThrownBy(() -> read("giro.metrics.source-kinds { other = \"event_type = 'tv'\" }"))
        .hasMessageContaining("metrics.source-kinds.other: cannot be a kind of source");
  }

  @Test
  void spendIsReadFromAFile() {
    Path file =
        write(
            "spend.csv",
            """
            month,market,model,channel,campaign,amount,currency
            2026-03,IT,,web,"spring, again",1250.50,EUR
            2026-04-01,IT,C3,dealer,,10,EUR

            """);
    assertThat(read("giro.metrics.attribution.spend = \"" + file + "\"").attribution().spend())
        .containsExactly(
            new Spend("2026-03-01", "IT", "", "web", "spring, again", 1250.5, "EUR"),
            new Spend("2026-04-01", "IT", "C3", "dealer", "unknown", 10, "EUR"));
    assertThat(read("").attribution().spend()).isEmpty();
  }

  @Test
  void everyMistakeInTheSpendIsSaidWithItsLine() {
    Path file =
        write(
            "spend.csv",
            """
            month,market,model,channel,campaign,amount,currency
            March,IT,,web,x,1,EUR
            2026-03,IT,,web,x,-1,EUR
            2026-03,IT,,web,x,1,euro
            2026-03,,,web,x,1,EUR
            2026-03,IT,,web,x,1,000,EUR
            """);
    assertThatThrownBy(() -> read("giro.metrics.attribution.spend = \"" + file + "\""))
        .hasMessageContaining("spend.csv line 2 has the month \"March\"; give it as 2026-03")
        .hasMessageContaining("line 3 has the amount \"-1\"; give a number, 0 or more")
        .hasMessageContaining("line 4 has the currency \"euro\"")
        .hasMessageContaining("line 5 has no market; give one")
        .hasMessageContaining("line 6 has 8 fields, not 7; quote commas");
    assertThatThrownBy(() -> read("giro.metrics.attribution.spend = /no/such/file"))
        .hasMessageContaining("/no/such/file is not a UTF-8 file of this machine");
    Path other = write("other.csv", "month,market\n");
    assertThatThrownBy(() -> read("giro.metrics.attribution.spend = \"" + other + "\""))
        .hasMessageContaining("line 1 has another header than month,market,model,channel");
  }

  @Test
  void otherSpendIsAnotherMeaningOfTheFigures() {
    String header = "month,market,model,channel,campaign,amount,currency\n";
    String first = fingerprint(write("spend.csv", header + "2026-03,IT,,web,x,1,EUR\n"));
    assertThat(fingerprint(write("moved.csv", header + "2026-03,IT,,web,x,1,EUR\n")))
        .as("the same content elsewhere")
        .isEqualTo(first);
    assertThat(fingerprint(write("spend.csv", header + "2026-03,IT,,web,x,2,EUR\n")))
        .as("other content under the same name")
        .isNotEqualTo(first);
  }

  private String fingerprint(Path spend) {
    Path file = write("giro.conf", "giro.metrics.attribution.spend = \"" + spend + "\"");
    return ReadSettings.of(Optional.of(file), List.of(), JourneyTouches.CONTRACT.schema())
        .fingerprint();
  }

  @Test
  void limitsOfTheMethodsAreChecked() {
    assertThatThrownBy(
            () ->
                read(
                    "giro.metrics.attribution { markov-order = 9, shapley-exact-up-to = 30, half-life = 0 days }"))
        .hasMessageContaining("markov-order: 9 is too large; give at most 5")
        .hasMessageContaining("shapley-exact-up-to: 30 is too large; give at most 20")
        .hasMessageContaining("half-life: must be longer than zero");
  }

  private MetricSettings read(String settings) {
    Path file = write("giro.conf", settings);
    return ReadSettings.of(Optional.of(file), List.of(), JourneyTouches.CONTRACT.schema())
        .metrics();
  }

  private Path write(String name, String text) {
    try {
      return Files.writeString(dir.resolve(name), text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
