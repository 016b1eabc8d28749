package giro.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the words of a text say of an experience, by a reviewed list per language. Says nothing
 * where it is not sure: one weak word, or words that contradict each other.
 *
 * <p>The sum of the words' weights {@code s} becomes {@code s / sqrt(s^2 + 15)}: C. J. Hutto, E.
 * Gilbert, "VADER: a parsimonious rule-based model for sentiment analysis of social media text",
 * ICWSM 2014. A negation turns the words near it over, at three quarters of their weight.
 */
final class Lexicon {
  private static final Map<String, Lexicon> BY_LANGUAGE =
      Map.of("en", read("en"), "it", read("it"));

  /** A negation reaches no further than its part of the sentence. */
  private static final Pattern PARTS = Pattern.compile("[.,;:!?()\n]+");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}']+");
  private static final int REACH_OF_NOT = 3;
  private static final double TURNED = -0.75;
  private static final double NORMAL = 15;
  private static final double SURE_SUM = 1.5;
  private static final double SURE_SHARE = 0.5;

  private final Map<String, Double> weights = new HashMap<>();
  private final Set<String> negations = new HashSet<>();

  private Lexicon() {}

  /** The list of a language such as {@code it} or {@code it-IT}; empty where there is none. */
  static Optional<Lexicon> of(String language) {
    if (language == null) {
      return Optional.empty();
    }
    String code = language.trim().toLowerCase(Locale.ROOT);
    return Optional.ofNullable(BY_LANGUAGE.get(code.length() > 2 ? code.substring(0, 2) : code));
  }

  /** From -1 to 1; null for an unknown language, no text, or where the words do not decide. */
  static Double sentiment(String text, String language) {
    return text == null ? null : of(language).map(lexicon -> lexicon.judged(text)).orElse(null);
  }

  private Double judged(String text) {
    double sum = 0;
    double strength = 0;
    for (String part : PARTS.split(plain(text))) {
      int sinceNot = REACH_OF_NOT;
      for (String word : BETWEEN_WORDS.split(part)) {
        Double weight = weights.get(word);
        if (weight != null) {
          double said = sinceNot < REACH_OF_NOT ? TURNED * weight : weight;
          sum += said;
          strength += Math.abs(said);
        }
        sinceNot = negations.contains(word) ? 0 : sinceNot + 1;
      }
    }
    boolean isSure = strength >= SURE_SUM && Math.abs(sum) >= SURE_SHARE * strength;
    return isSure ? (Double) (sum / Math.sqrt(sum * sum + NORMAL)) : null;
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
  }

  private static Lexicon read(String language) {
    String name = "/giro/lexicon/" + language + ".txt";
    Lexicon lexicon = new Lexicon();
    try (InputStream in = Lexicon.class.getResourceAsStream(name);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          lexicon.add(line.split(" "));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lexicon;
  }

  private void add(String[] line) {
    if (line[1].equals("not")) {
      negations.add(line[0]);
    } else {
      weights.put(line[0], Double.valueOf(line[1]));
    }
  }
}
