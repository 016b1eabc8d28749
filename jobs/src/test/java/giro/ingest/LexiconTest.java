package giro.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconTest {
  @ParameterizedTest
  @CsvSource({
    "it, 'Personale gentilissimi, consegna puntuale: consiglio!', good",
    "it-IT, 'Pessimo servizio, tre mesi di attesa e nessuno risponde', bad",
    "it, 'Non sono soddisfatto, officina lenta', bad",
    "en, 'Excellent dealer and a smooth delivery', good",
    "EN, 'Not reliable, rude staff', bad",
    "en, 'No problems, a reliable car', good",
    "en, 'Great car but terrible, slow service: good and bad', unsure",
    "en, 'I was late', unsure",
    "it, 'Ho comprato una macchina', unsure",
    "de, 'Ausgezeichnet', unsure"
  })
  void theWordsDecideOrNobodyDoes(String language, String text, String judged) {
    Double sentiment = Lexicon.sentiment(text, language);
    switch (judged) {
      case "good" -> assertThat(sentiment).isBetween(0.2, 1.0);
      case "bad" -> assertThat(sentiment).isBetween(-1.0, -0.2);
      default -> assertThat(sentiment).isNull();
    }
  }

  @Test
  void withoutATextOrALanguageThereIsNothingToSay() {
    assertThat(Lexicon.sentiment(null, "it")).isNull();
    assertThat(Lexicon.sentiment("Ottimo", null)).isNull();
    assertThat(Lexicon.sentiment("", "it")).isNull();
  }

  @Test
  void everyListIsWhole() {
    assertThat(Lexicon.of("en")).isPresent();
    assertThat(Lexicon.of("it")).isPresent();
  }
}
