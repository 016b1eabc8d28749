package giro.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A table for the template: every text is escaped there.
 *
 * @param caption what the rows are
 * @param headers one a column; the first column holds names, the others numbers
 * @param rows cells in the order of the headers
 */
record TableView(String caption, List<String> headers, List<Line> rows) {

  /** One row. */
  record Line(List<Cell> cells) {}

  /** One cell; it carries its column's header for screens too narrow for a table. */
  record Cell(String header, String text, boolean isName) {}

  /** Starts a table. */
  static Builder of(String caption, String... headers) {
    return new Builder(caption, List.of(headers));
  }

  /** Collects rows. */
  static final class Builder {
    private final String caption;
    private final List<String> headers;
    private final List<Line> rows = new ArrayList<>();

    private Builder(String caption, List<String> headers) {
      this.caption = caption;
      this.headers = headers;
    }

    /** Adds a row with one text for each header. */
    Builder row(String... texts) {
      if (texts.length != headers.size()) {
        throw new IllegalArgumentException(
            "Cannot put " + texts.length + " cells under " + headers.size() + " headers");
      }
      List<Cell> cells = new ArrayList<>();
      for (int i = 0; i < texts.length; i++) {
        cells.add(new Cell(headers.get(i), texts[i], i == 0));
      }
      rows.add(new Line(cells));
      return this;
    }

    TableView build() {
      return new TableView(caption, headers, List.copyOf(rows));
    }
  }
}
