package giro.config;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import giro.metric.person.AttributionSettings.Spend;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The file of what was spent: CSV with a header, read and checked before any data is. */
final class ReadSpend {
  private static final String KEY = "spend";
  private static final List<String> COLUMNS =
      List.of("month", "market", "model", "channel", "campaign", "amount", "currency");
  private static final List<String> MAY_BE_EMPTY = List.of("model", "campaign");
  private static final String NO_CAMPAIGN = "unknown";

  private final Section attribution;
  private final String path;
  private final List<String> header = new ArrayList<>();

  ReadSpend(Section attribution, String path) {
    this.attribution = attribution;
    this.path = path;
  }

  /** The rows without mistakes; every mistake is said. */
  List<Spend> read() {
    List<Spend> spend = new ArrayList<>();
    List<String> lines = lines();
    CsvParser parser = parser();
    for (int i = 0; i < lines.size(); i++) {
      List<String> fields = fields(parser, lines.get(i));
      if (i == 0) {
        fields.forEach(name -> header.add(name.strip().replace("\uFEFF", "")));
        if (!new TreeSet<>(header).equals(new TreeSet<>(COLUMNS)) || header.size() != 7) {
          problem(1, "has another header than " + String.join(",", COLUMNS) + "; give it this one");
          return List.of();
        }
      } else if (!lines.get(i).isBlank()) {
        add(i + 1, fields, spend);
      }
    }
    return spend;
  }

  private List<String> lines() {
    try {
      List<String> lines = Files.readAllLines(Path.of(path), StandardCharsets.UTF_8);
      if (lines.isEmpty()) {
        problem(1, "is empty; give a header and a row for each spend");
      }
      return lines;
    } catch (IOException | InvalidPathException e) {
      attribution.problem(
          KEY, path + " is not a UTF-8 file of this machine that can be read; check the path");
      return List.of();
    }
  }

  private static CsvParser parser() {
    CsvParserSettings settings = new CsvParserSettings();
    settings.setNullValue("");
    settings.setEmptyValue("");
    settings.setIgnoreLeadingWhitespaces(false);
    settings.setIgnoreTrailingWhitespaces(false);
    settings.getFormat().setComment('\0');
    return new CsvParser(settings);
  }

  private static List<String> fields(CsvParser parser, String line) {
    String[] fields = parser.parseLine(line);
    return fields == null ? List.of() : List.of(fields);
  }

  private void add(int line, List<String> fields, List<Spend> spend) {
    if (fields.size() != header.size()) {
      problem(line, "has " + fields.size() + " fields, not " + header.size() + "; quote commas");
      return;
    }
    Map<String, String> row = new HashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      row.put(header.get(i), fields.get(i).strip());
    }
    for (String column : COLUMNS) {
      if (row.get(column).isEmpty() && !MAY_BE_EMPTY.contains(column)) {
        problem(line, "has no " + column + "; give one");
        return;
      }
    }
    String month = month(line, row.get("month"));
    Double amount = amount(line, row.get("amount"));
    String currency = row.get("currency");
    if (!currency.matches("[A-Z]{3}")) {
      problem(line, "has the currency \"" + currency + "\"; give three capitals such as EUR");
      return;
    }
    if (month != null && amount != null) {
      String campaign = row.get("campaign").isEmpty() ? NO_CAMPAIGN : row.get("campaign");
      String channel = row.get("channel");
      spend.add(
          new Spend(
              month, row.get("market"), row.get("model"), channel, campaign, amount, currency));
    }
  }

  /** The first day of a month, be it given as a month or as that day. */
  private String month(int line, String text) {
    try {
      YearMonth month =
          YearMonth.parse(text.matches("\\d{4}-\\d{2}-01") ? text.substring(0, 7) : text);
      return month.atDay(1).toString();
    } catch (DateTimeException e) {
      problem(line, "has the month \"" + text + "\"; give it as 2026-03");
      return null;
    }
  }

  private Double amount(int line, String text) {
    try {
      double amount = Double.parseDouble(text);
      if (Double.isFinite(amount) && amount >= 0) {
        return amount;
      }
    } catch (NumberFormatException e) {
      // said below, as a number out of range is
    }
    problem(line, "has the amount \"" + text + "\"; give a number, 0 or more, such as 1250.50");
    return null;
  }

  private void problem(int line, String what) {
    attribution.problem(KEY, path + " line " + line + " " + what);
  }
}
