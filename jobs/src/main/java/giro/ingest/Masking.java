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
          "(?<![\\p{L}\\p{N}])(?=[A-HJ-NPR-Z0-9]{0,16}\\d)(?=[A-HJ-NPR-Z0-9]{0,16}[A-HJ-NPR-Z])"
              + "[A-HJ-NPR-Z0-9]{17}(?![\\p{L}\\p{N}])",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PHONE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:\\+|00)?\\d(?:[ \u00a0./()-]{0,3}\\d){8,14}(?![\\p{L}\\p{N}])");

  /** What stands in the place of a masked part. */
  static final Pattern MARK = Pattern.compile("(email|vin|phone)#[0-9a-f]{8}");

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

  /** Hides e-mails only: for ids, which may be long numbers and must go on naming one thing. */
  String maskEmails(String text) {
    return text == null || text.indexOf('@') < 0 ? text : replace(text, EMAIL, "email");
  }

  /** True where {@link #mask} would change the text. */
  static boolean mayIdentify(String text) {
    return mayHold(text)
        && (EMAIL.matcher(text).find() || VIN.matcher(text).find() || PHONE.matcher(text).find());
  }

  /** Each of the three shapes has an at sign, nine digits or a word of seventeen signs. */
  private static boolean mayHold(String text) {
    int digits = 0;
    int word = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isDigit = c >= '0' && c <= '9';
      digits += isDigit ? 1 : 0;
      word = isDigit || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ? word + 1 : 0;
      if (c == '@' || digits == 9 || word == 17) {
        return true;
      }
    }
    return false;
  }

  private String replace(String text, Pattern pattern, String shape) {
    return pattern
        .matcher(text)
        .replaceAll(match -> shape + "#" + hash.of("mask", match.group()).substring(0, 8));
  }
}
