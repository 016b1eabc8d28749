package giro.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From what a source writes to what a table may hold. */
class IdentifiersTest {
  private final IdentifierForms forms =
      new IdentifierForms(
          new IngestSettings(
              List.of(),
              LocalDate.EPOCH,
              Duration.ZERO,
              100,
              Map.of(
                  "US", new MarketSettings("US", "US", true),
                  "UK", new MarketSettings("UK", "GB", false)),
              Map.of("login", List.of("(?i)^(null|guest)$"), "phone", List.of("^\\+390000"))));
  private final Masking masking = new Masking(new KeyedHash("a key of the tests"));

  @Test
  void timesAreIsoWithAZoneOrADate() {
    long noon = Instant.parse("2026-01-05T12:00:00Z").getEpochSecond() * 1_000_000;
    for (String same :
        List.of(
            "2026-01-05T12:00:00Z",
            " 2026-01-05 12:00:00Z ",
            "2026-01-05T13:00+01:00",
            "2026-01-05T13:00:00.000+0100",
            "2026-01-05t06:30:00-05:30")) {
      assertThat(OccurredAt.micros(same)).as(same).isEqualTo(noon);
    }
    assertThat(OccurredAt.micros("2026-01-05")).isEqualTo(noon - 43_200_000_000L);
    assertThat(OccurredAt.isDate("2026-01-05")).isTrue();
    for (String none :
        List.of(
            "",
            "soon",
            "T",
            "2026-01-05T12:00:00",
            "2026-02-30",
            "2026-02-30T00:00:00Z",
            "2026-02-29 10:00:00+01:00",
            "2026-04-31t00:00:00Z",
            "05/01/2026")) {
      assertThat(OccurredAt.micros(none)).as(none).isNull();
    }
    assertThat(OccurredAt.micros(null)).isNull();
  }

  @Test
  void aPhoneIsReadByItsMarket() {
    assertThat(forms.normal("phone", "06 1234 5678", "IT"))
        .as("Italy keeps its leading zero")
        .isEqualTo("+390612345678");
    assertThat(forms.normal("phone", "0039 06/12345678", "IT")).isEqualTo("+390612345678");
    assertThat(forms.normal("phone", "06 12 34 56 78", "FR")).isEqualTo("+33612345678");
    assertThat(forms.normal("phone", "020 7946 0018", "UK")).isEqualTo("+442079460018");
    assertThat(forms.normal("phone", "06 1234 5678", null)).as("whose number plan?").isNull();
    assertThat(forms.normal("phone", "call me", "IT")).isNull();
    assertThat(forms.normal("phone", "00000000", "IT")).as("blocked").isNull();
  }

  @Test
  void anEmailIsTrimmedAndInLowerCase() {
    assertThat(forms.normal("email", " Ana.Rossi@Example.COM ", "IT"))
        .isEqualTo("ana.rossi@example.com");
    for (String none : List.of("ana", "ana@", "@example.com", "a b@example.com", " ")) {
      assertThat(forms.normal("email", none, "IT")).as(none).isNull();
    }
  }

  @Test
  void aVinHasACheckDigitWhereItsMarketUsesIt() {
    assertThat(forms.normal("vin", "1m8gdm9axkp042788", "US")).isEqualTo("1M8GDM9AXKP042788");
    assertThat(forms.normal("vin", "1M8GDM9A1KP042788", "US")).as("mistyped").isNull();
    assertThat(forms.normal("vin", "1M8GDM9A1KP042788", "IT")).isEqualTo("1M8GDM9A1KP042788");
    assertThat(forms.normal("vin", "1M8GDM9AOKP042788", "IT")).as("no letter O").isNull();
    assertThat(forms.normal("vin", "1M8GDM9AXKP04278", "IT")).as("16 signs").isNull();
  }

  @Test
  void aKindIsAPlainNameAndNeverAValue() {
    assertThat(
            forms.byKind(
                Map.of("Email", "a", " login ", "b", "crm_id", "c", "phone", " ", "ana@x.it", "d")))
        .containsExactlyInAnyOrderEntriesOf(Map.of("email", "a", "login", "b", "crm_id", "c"));
    assertThat(forms.byKind(Map.of("LOGIN", "other", "login", "ana")))
        .as("the exact name goes first")
        .isEqualTo(Map.of("login", "ana"));
    assertThat(
            forms.byKind(
                Map.of("3331234567", "1", "x".repeat(33), "1", "VF7SXHMZ6JT500001", "1", "", "1")))
        .isEmpty();
  }

  @Test
  void wordsThatMeanNobodyIdentifyNobody() {
    assertThat(forms.normal("login", "Guest", "IT")).isNull();
    assertThat(forms.normal("login", "guesthouse", "IT")).isEqualTo("guesthouse");
  }

  @Test
  void aHashDependsOnKeyKindAndValueAlone() {
    KeyedHash hash = new KeyedHash("one");
    assertThat(hash.of("email", "ana@example.com"))
        .matches("[0-9a-f]{32}")
        .isEqualTo(new KeyedHash("one").of("email", "ana@example.com"))
        .isNotEqualTo(new KeyedHash("two").of("email", "ana@example.com"))
        .isNotEqualTo(hash.of("login", "ana@example.com"));
  }

  @Test
  void textThatLooksLikeAnIdentifierIsMasked() {
    for (String secret :
        List.of(
            "ana.rossi@example.com",
            "+39 333 1234567",
            "333-123-4567",
            "347 / 555 - 0777",
            "VF7SXHMZ6JT500001",
            "vf7sc9hxc12345678")) {
      String masked = masking.mask("write to " + secret + " please");
      assertThat(masked).as(secret).startsWith("write to ").endsWith(" please");
      assertThat(masked).doesNotContain(secret).contains("#");
      assertThat(masking.mask("again " + secret))
          .as("equal stays equal")
          .isEqualTo("again " + masked.substring("write to ".length(), masked.length() - 7));
    }
    for (String sound :
        List.of(
            "order O-1, 5 stars, 12 May",
            "internationalisation",
            "on 2026-05-12 at 10:30",
            "summer_sale_2026")) {
      assertThat(masking.mask(sound)).isEqualTo(sound);
    }
    assertThat(masking.mask("car_vf7sc9hxc12345678")).startsWith("car_vin#");
    assertThat(masking.maskEmails("post-123456789012"))
        .as("an id may be a long number")
        .isEqualTo("post-123456789012");
    assertThat(masking.maskEmails("by ana@x.it")).startsWith("by email#").doesNotContain("ana");
  }

  @Test
  void aHostileTextIsMaskedInTimeToo() {
    List<String> hostile =
        List.of(
            "@" + "a".repeat(65_000),
            "a@b" + ".b".repeat(32_000),
            "a@".repeat(32_000),
            "1 ".repeat(32_000),
            "1 / ".repeat(16_000),
            "a1".repeat(32_000),
            "A".repeat(65_000) + "@");
    for (String text : hostile) {
      assertTimeoutPreemptively(
          Duration.ofSeconds(2), () -> masking.mask(text), text.substring(0, 8));
    }
  }
}
