package giro.ingest;

/**
 * Follows the quotes of one CSV record over its lines (RFC 4180): a quote opens a quoted field only
 * where the field starts, and a closing one is followed by the separator or the line's end.
 * Anywhere else it is a character like others: {@code 5" screen}.
 */
final class CsvQuotes {
  private final char separator;
  private boolean isOpen;
  private boolean isBroken;

  CsvQuotes(char separator) {
    this.separator = separator;
  }

  /** Takes the record's next line. */
  void read(String line) {
    int at = isOpen ? closed(line, 0) : 0;
    while (at <= line.length()) {
      int field = blanksFrom(line, at);
      boolean isQuoted = field < line.length() && line.charAt(field) == '"';
      at = isQuoted ? closed(line, field + 1) : separatorFrom(line, at) + 1;
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
    int end = separatorFrom(line, quote + 1);
    isBroken |= blanksFrom(line, quote + 1) < end;
    return end + 1;
  }

  private int separatorFrom(String line, int from) {
    int end = line.indexOf(separator, from);
    return end < 0 ? line.length() : end;
  }

  private int blanksFrom(String line, int from) {
    int at = from;
    while (at < line.length() && line.charAt(at) <= ' ' && line.charAt(at) != separator) {
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
