package giro.ingest;

/**
 * Follows the quotes of one CSV record over its lines (RFC 4180): a quote opens a quoted field only
 * where the field starts, and a closing one is followed by a comma or the line's end. Anywhere else
 * it is a character like others: {@code 5" screen}.
 */
final class CsvQuotes {
  private boolean isOpen;
  private boolean isBroken;

  /** Takes the record's next line. */
  void read(String line) {
    int at = isOpen ? closed(line, 0) : 0;
    while (at <= line.length()) {
      int field = blanksFrom(line, at);
      boolean isQuoted = field < line.length() && line.charAt(field) == '"';
      at = isQuoted ? closed(line, field + 1) : commaFrom(line, at) + 1;
    }
  }

  /** Where the next field starts, after the quoted one whose text starts at {@code from}. */
  private int closed(String line, int from) {
    int quote = line.indexOf('"', from);
    while (quote >= 0 && quote + 1 < line.length() && line.charAt(quote + 1) == '"') {
      quote = line.indexOf('"', quote + 2);
    }
    isOpen = quote < 0;
    if (isOpen) {
      return line.length() + 1;
    }
    int comma = commaFrom(line, quote + 1);
    isBroken |= blanksFrom(line, quote + 1) < comma;
    return comma + 1;
  }

  private static int commaFrom(String line, int from) {
    int comma = line.indexOf(',', from);
    return comma < 0 ? line.length() : comma;
  }

  private static int blanksFrom(String line, int from) {
    int at = from;
    while (at < line.length() && line.charAt(at) <= ' ') {
      at++;
    }
    return at;
  }

  /** True where the record goes on in the next line. */
  boolean isOpen() {
    return isOpen;
  }

  /** True where something follows a closing quote. */
  boolean isBroken() {
    return isBroken;
  }
}
