package giro.report;

import java.util.Locale;

/** What a reader of the page can choose by. */
enum Dimension {
  MARKET,
  MODEL,
  MONTH;

  /** As the page's script names it. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
