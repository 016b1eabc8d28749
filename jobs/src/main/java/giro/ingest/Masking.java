package giro.ingest;

import java.util.regex.Pattern;

/**
 * Hides text shaped like an e-mail, a phone number or a VIN. The mask carries a short keyed hash,
 * so that equal texts stay equal and two order numbers that look like phones stay two.
 */
final class Masking {
  // Starts where a word starts and never goes back: a long text stays linear and off the stack.
  private static final Pattern EMAIL =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}._%+-]++"
              + "@[\\p{L}\\p{N}-]++(?:\\.[\\p{L}\\p{N}-]++)++");
  private static final Pattern VIN =
      Pattern.compile(
          "\\b(?=[A-HJ-NPR-Z0-9]{0,16}\\d)(?=[A-HJ-NPR-Z0-9]{0,16}[A-HJ-NPR-Z])[A-HJ-NPR-Z0-9]{17}\\b");
  private static final Pattern PHONE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:\\+|00)?\\d(?:[ ./()-]{0,2}\\d){8,14}(?![\\p{L}\\p{N}])");

  private final KeyedHash hash;

  Masking(KeyedHash hash) {
    this.hash = hash;
  }

  /** The text with every such part replaced; the same text where there is none. */
  String mask(String text) {
    if (text == null || !mayHold(text)) {
      return text;
    }
    String masked = replace(text, EMAIL, "email");
    masked = replace(masked, VIN, "vin");
    return replace(masked, PHONE, "phone");
  }

  /** Each of the three shapes has an at sign or at least eight digits or capitals. */
  private static boolean mayHold(String text) {
    int signs = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '@') {
        return true;
      }
      signs += (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ? 1 : 0;
    }
    return signs >= 9;
  }

  private String replace(String text, Pattern pattern, String shape) {
    return pattern
        .matcher(text)
        .replaceAll(match -> shape + "#" + hash.of("mask", match.group()).substring(0, 8));
  }
}
