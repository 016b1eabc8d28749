package giro.report;

import java.util.Set;

/**
 * What a reader of the page chose to see.
 *
 * @param market as in the tables, or {@code (all)}
 * @param model the same
 * @param month first day of a UTC month, such as 2026-03-01, or {@code (all)}
 */
public record Slice(String market, String model, String month) {
  /** Nothing chosen. */
  public static final Slice ALL = new Slice(PageTables.ALL, PageTables.ALL, PageTables.ALL);

  /** The same choice for something that knows only these dimensions. */
  Slice within(Set<Dimension> reach) {
    return new Slice(
        reach.contains(Dimension.MARKET) ? market : PageTables.ALL,
        reach.contains(Dimension.MODEL) ? model : PageTables.ALL,
        reach.contains(Dimension.MONTH) ? month : PageTables.ALL);
  }

  Slice overAllMonths() {
    return new Slice(market, model, PageTables.ALL);
  }
}
