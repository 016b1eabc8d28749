package giro.ingest;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * CSV with double quotes (RFC 4180), its separator a comma unless told otherwise. A quoted field
 * may run over lines; a quote that is never closed costs its own line only, not the rest of the
 * file.
 */
final class CsvRows implements RowReader {
  private static final int MAX_LINES = 200;

  /** A physical line; text is null where it is not UTF-8 or too long. */
  private record Line(long number, int length, String text, String checksum, String reason) {}

  private final LineSource lines;
  private final char separator;
  private final CsvParser parser;
  private final Deque<Line> ahead = new ArrayDeque<>();
  private Map<String, Integer> header;
  private int width;

  /**
   * @param columns null where the first line names them
   */
  CsvRows(LineSource lines, List<String> columns, char separator) throws IOException {
    this.lines = lines;
    this.separator = separator;
    CsvParserSettings settings = new CsvParserSettings();
    settings.setMaxCharsPerColumn(-1);
    settings.setMaxColumns(20_000);
    settings.setNullValue(null);
    settings.setEmptyValue("");
    settings.getFormat().setLineSeparator("\n");
    settings.setLineSeparatorDetectionEnabled(false);
    settings.getFormat().setComment('\0');
    settings.getFormat().setDelimiter(separator);
    this.parser = new CsvParser(settings);
    try {
      lines.endAtLoneReturns();
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
    Line line = nextLine();
    if (line == null) {
      return List.of();
    }
    CsvQuotes quotes = new CsvQuotes(separator);
    quotes.read(line.text == null ? "" : line.text);
    String[] names = line.text == null || quotes.isOpen() ? null : cells(line.text);
    if (names == null) {
      throw new IOException("no readable header");
    }
    return Arrays.asList(names);
  }

  @Override
  public RawRow next() throws IOException {
    Line line = nextLine();
    while (line != null && line.text != null && line.text.isBlank()) {
      line = nextLine();
    }
    if (line == null) {
      return null;
    }
    if (line.reason != null) {
      return unreadable(line, line.reason);
    }
    return record(line);
  }

  private RawRow record(Line first) throws IOException {
    CsvQuotes quotes = new CsvQuotes(separator);
    quotes.read(first.text);
    if (!quotes.isOpen()) {
      String[] values = cells(first.text);
      return isWhole(values)
          ? readable(first, first.text, values)
          : unreadable(first, Reasons.WRONG_COLUMN_COUNT);
    }
    RawRow joined = quotes.isBroken() ? null : joined(first, quotes);
    return joined == null ? unreadable(first, Reasons.UNCLOSED_QUOTE) : joined;
  }

  /** The record over several lines; null, with the lines put back, where they do not make one. */
  private RawRow joined(Line first, CsvQuotes quotes) throws IOException {
    StringBuilder text = new StringBuilder(first.text);
    Deque<Line> taken = new ArrayDeque<>();
    while (quotes.isOpen() && !quotes.isBroken() && taken.size() < MAX_LINES) {
      Line more = nextLine();
      if (more == null) {
        break;
      }
      taken.addLast(more);
      if (more.text == null || text.length() + more.text.length() > LineSource.MAX_LINE) {
        break;
      }
      text.append('\n').append(more.text);
      quotes.read(more.text);
    }
    if (!quotes.isOpen() && !quotes.isBroken()) {
      String[] values = cells(text.toString());
      if (isWhole(values)) {
        return readable(first, text.toString(), values);
      }
    }
    while (!taken.isEmpty()) {
      ahead.addFirst(taken.pollLast());
    }
    return null;
  }

  private boolean isWhole(String[] values) {
    return values != null && values.length == width;
  }

  private RawRow readable(Line line, String text, String[] values) {
    return RawRow.of(line.number, text.length(), line.checksum, new CellFields(header, values));
  }

  private static RawRow unreadable(Line line, String reason) {
    return RawRow.unreadable(line.number, line.length, line.checksum, reason);
  }

  /** Null for a blank line and for one with more columns than the parser takes. */
  private String[] cells(String text) {
    try {
      return parser.parseLine(text);
    } catch (TextParsingException e) {
      return null; // the caller rejects the row by its number of columns
    }
  }

  private Line nextLine() throws IOException {
    if (!ahead.isEmpty()) {
      return ahead.pollFirst();
    }
    if (!lines.advance()) {
      return null;
    }
    if (lines.isTooLong()) {
      return new Line(lines.number(), LineSource.MAX_LINE, null, null, Reasons.ROW_TOO_LONG);
    }
    String text = lines.text();
    String reason = text == null ? Reasons.BROKEN_UTF8 : null;
    return new Line(lines.number(), lines.length(), text, lines.checksum(), reason);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
