package giro.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Tab-separated lines without quotes. Where backslashes escape, a tab, a line end or a backslash
 * behind one is text, so that a row may run over lines.
 */
final class TsvRows implements RowReader {
  private static final int MAX_LINES = 200;

  private final LineSource lines;
  private final boolean hasEscapes;
  private Map<String, Integer> header;
  private int width;

  /**
   * @param columns null where the first line names them
   */
  TsvRows(LineSource lines, List<String> columns, boolean hasEscapes) throws IOException {
    this.lines = lines;
    this.hasEscapes = hasEscapes;
    try {
      List<String> names = columns == null ? firstLine() : columns;
      header = ColumnNames.byName(names);
      width = names.size();
    } catch (IOException | RuntimeException e) {
      lines.close();
      throw e;
    }
  }

  /** An empty file has no header and no rows. */
  private List<String> firstLine() throws IOException {
    if (!lines.advance()) {
      return List.of();
    }
    String text = lines.isTooLong() ? null : lines.text();
    if (text == null) {
      throw new IOException("no readable header");
    }
    return cells(text);
  }

  @Override
  public RawRow next() throws IOException {
    while (lines.advance()) {
      if (lines.isTooLong()) {
        return RawRow.unreadable(lines.number(), LineSource.MAX_LINE, null, Reasons.ROW_TOO_LONG);
      }
      if (!lines.isBlank()) {
        return row();
      }
    }
    return null;
  }

  private RawRow row() throws IOException {
    long number = lines.number();
    long length = lines.length();
    String checksum = lines.checksum();
    String text = lines.text();
    String reason = text == null ? Reasons.BROKEN_UTF8 : null;
    for (int more = 0; reason == null && goesOn(text); more++) {
      boolean hasMore = more < MAX_LINES && lines.advance() && !lines.isTooLong();
      String next = hasMore ? lines.text() : null;
      if (next == null || (long) text.length() + next.length() > LineSource.MAX_LINE) {
        reason = Reasons.WRONG_COLUMN_COUNT;
      } else {
        text = text + '\n' + next;
        length = text.length();
      }
    }
    if (reason != null) {
      return RawRow.unreadable(number, length, checksum, reason);
    }
    List<String> cells = cells(text);
    return cells.size() == width
        ? RawRow.of(number, length, checksum, new CellFields(header, cells.toArray(String[]::new)))
        : RawRow.unreadable(number, length, checksum, Reasons.WRONG_COLUMN_COUNT);
  }

  /** True where the line's end is escaped. */
  private boolean goesOn(String text) {
    int at = text.length();
    while (at > 0 && text.charAt(at - 1) == '\\') {
      at--;
    }
    return hasEscapes && (text.length() - at) % 2 == 1;
  }

  private List<String> cells(String text) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\t') {
        cells.add(cell.toString());
        cell.setLength(0);
      } else if (c == '\\' && isEscape(text, i)) {
        cell.append(text.charAt(++i));
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }

  private boolean isEscape(String text, int at) {
    return hasEscapes && at + 1 < text.length() && "\t\n\\".indexOf(text.charAt(at + 1)) >= 0;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
