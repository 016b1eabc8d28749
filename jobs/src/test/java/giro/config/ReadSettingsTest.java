package giro.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import giro.identity.KindSettings;
import giro.ingest.SourceSettings;
import giro.metric.FunnelSettings;
import giro.model.domain.ConversionPair;
import giro.model.table.JourneyTouches;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadSettingsTest {

  private static final long DAY = Duration.ofDays(1).toNanos() / 1000;

  @TempDir Path dir;

  @Test
  void whatGiroShipsIsWhole() {
    GiroSettings shipped = read("");

    assertThat(shipped.environment()).isEqualTo("demo");
    assertThat(shipped.ingest().sources())
        .extracting(SourceSettings::name)
        .containsExactly("app", "call_center", "dealer", "review", "social", "web");
    assertThat(shipped.identity().kinds())
        .extracting(KindSettings::kind)
        .containsExactly(
            "crm_id", "login", "email", "phone", "handle", "vin", "device", "cookie", "household");
    assertThat(shipped.laps().inactivityUsed()).isEqualTo(Duration.ofDays(90));
    assertThat(shipped.funnels())
        .extracting(FunnelSettings::name)
        .containsExactly("linear", "moments");
    assertThat(shipped.publish().k()).isEqualTo(10);
    assertThat(shipped.ingest().blocked().get("phone")).anyMatch("+390000000000"::matches);
  }

  @Test
  void theShippedWindowsAreTheDefaultsOfThePairs() {
    GiroSettings shipped = read("");

    for (ConversionPair pair : ConversionPair.values()) {
      assertThat(shipped.windows().micros(pair, "IT", false) / DAY)
          .as(pair.key())
          .isEqualTo(pair.defaultDaysNew());
      assertThat(shipped.windows().micros(pair, null, true) / DAY)
          .as(pair.key())
          .isEqualTo(pair.defaultDaysUsed());
    }
  }

  @Test
  void aMinimalFileIsEnough() throws URISyntaxException {
    Path minimal = Path.of(getClass().getResource("minimal.conf").toURI());

    GiroSettings settings =
        ReadSettings.of(Optional.of(minimal), List.of(), JourneyTouches.CONTRACT.schema());

    assertThat(settings.fingerprint()).isEqualTo(read("").fingerprint());
  }

  @Test
  void aWindowIsOneDurationOrDiffersByCarAndMarket() {
    GiroSettings settings =
        read(
            """
            giro.conversion.windows {
              zmot-fmot = 60 days
              fmot-acquisition { new = 80 days, markets { DE { new = 100 days }, FR = 10 days } }
            }""");

    assertThat(days(settings, ConversionPair.ZMOT_FMOT, "DE", true)).isEqualTo(60);
    assertThat(days(settings, ConversionPair.FMOT_ACQUISITION, "IT", false)).isEqualTo(80);
    assertThat(days(settings, ConversionPair.FMOT_ACQUISITION, "IT", true)).isEqualTo(45);
    assertThat(days(settings, ConversionPair.FMOT_ACQUISITION, "DE", false)).isEqualTo(100);
    assertThat(days(settings, ConversionPair.FMOT_ACQUISITION, "DE", true)).isEqualTo(45);
    assertThat(days(settings, ConversionPair.FMOT_ACQUISITION, "FR", true)).isEqualTo(10);
  }

  @Test
  void singleSettingsWinOverTheFileAndTheLastOverTheFirst() {
    Path file = write("giro.laps.reentry = 20 days");

    GiroSettings settings =
        ReadSettings.of(
            Optional.of(file),
            List.of(
                "laps.reentry=10 days",
                "giro.laps.reentry=12 days",
                "landing=s3a://bucket/landing",
                "funnels.linear.by=[market]"),
            JourneyTouches.CONTRACT.schema());

    assertThat(settings.laps().reentry()).isEqualTo(Duration.ofDays(12));
    assertThat(settings.landing()).isEqualTo("s3a://bucket/landing");
    assertThat(settings.funnels().get(0).by()).containsExactly("market");
    assertThat(settings.funnels().get(0).steps())
        .as("a single setting replaces nothing else")
        .hasSize(4);
  }

  @Test
  void aFunnelOfOnesOwnReplacesTheShippedOneOfThatName() {
    GiroSettings settings =
        read(
            """
            giro.funnels {
              linear { window = 90 days, steps = [ { name = all, when = "moment = 'ZMOT'" } ] }
              moments = null
            }""");

    FunnelSettings linear = settings.funnels().get(0);
    assertThat(settings.funnels()).hasSize(1);
    assertThat(linear.by()).as("nothing of the shipped one shines through").isEmpty();
    assertThat(linear.unit()).isEqualTo("person");
  }

  @Test
  void rulesOfOnesOwnReplaceTheShippedListWhole() {
    GiroSettings settings =
        read(
            """
            giro.moments { version = 7, rules = [
              { id = only, moment = ZMOT, when = "event_type = 'x'", phase = [waiting, owner] } ] }""");

    assertThat(settings.rules().version()).isEqualTo(7);
    assertThat(settings.rules().rules()).hasSize(1);
    assertThat(settings.rules().outcomes().get(0).phases()).hasSize(2);
  }

  @Test
  void aSourceOfOnesOwnNeedsNoJava() {
    GiroSettings settings =
        read(
            """
            giro.sources.fair {
              format = csv, clock-uncertainty = 24 hours
              mapping { event_id = "concat('f-', id)", identifiers.email = mail, "attributes.stand" = stand }
            }""");

    SourceSettings fair =
        settings.ingest().sources().stream()
            .filter(source -> source.name().equals("fair"))
            .findFirst()
            .orElseThrow();
    assertThat(fair.mapping()).containsEntry("identifiers.email", "mail");
    assertThat(fair.attributes()).contains("stand", "order_number");
    assertThat(fair.clockUncertainty()).isEqualTo(Duration.ofHours(24));
    assertThat(fair.lateness()).as("as every source").isEqualTo(Duration.ofDays(3));
    assertThat(fair.schema()).isNull();
  }

  @Test
  void theFingerprintTellsMeaningAndNoPlacesOrSecrets() {
    String shipped = read("").fingerprint();

    assertThat(read("giro { lake = elsewhere, privacy.key = other, spark.master = \"local[1]\" }"))
        .extracting(GiroSettings::fingerprint)
        .isEqualTo(shipped);
    assertThat(read("giro.laps.reentry = 31 days").fingerprint()).isNotEqualTo(shipped);
  }

  @Test
  void theKeyIsNeverShown() {
    assertThat(read("giro.privacy.key = a-very-secret-key").toString())
        .doesNotContain("a-very-secret-key");
    assertThatThrownBy(() -> read("giro { environment = production, privacy.key = secret-1 }"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("privacy.key: is shorter than 16 characters")
        .hasMessageNotContaining("secret-1");
  }

  private static long days(
      GiroSettings settings, ConversionPair pair, String market, boolean used) {
    return settings.windows().micros(pair, market, used) / DAY;
  }

  private GiroSettings read(String text) {
    return ReadSettings.of(Optional.of(write(text)), List.of(), JourneyTouches.CONTRACT.schema());
  }

  private Path write(String text) {
    try {
      return Files.writeString(dir.resolve("giro.conf"), text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
