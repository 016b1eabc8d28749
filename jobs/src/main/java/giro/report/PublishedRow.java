package giro.report;

import giro.model.measure.Interval;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * One row of a published table.
 *
 * @param values by column, dates as text; a column that an older table does not have is null
 */
public record PublishedRow(Map<String, Object> values) {
  /** Keeps a copy. */
  public PublishedRow {
    values = Collections.unmodifiableMap(new HashMap<>(values));
  }

  /** Empty where nothing is said. */
  String text(String column) {
    Object value = values.get(column);
    return value == null ? "" : value.toString();
  }

  /** Null where it is withheld or unknown. */
  Long count(String column) {
    return values.get(column) instanceof Number number ? number.longValue() : null;
  }

  Double number(String column) {
    return values.get(column) instanceof Number number ? number.doubleValue() : null;
  }

  boolean flag(String column) {
    return Boolean.TRUE.equals(values.get(column));
  }

  LocalDate date(String column) {
    return text(column).isEmpty() ? null : LocalDate.parse(text(column));
  }

  /** Null unless both ends are known. */
  Interval interval(String low, String high) {
    Double lowest = number(low);
    Double highest = number(high);
    return lowest == null || highest == null ? null : new Interval(lowest, highest);
  }

  boolean isWithheld() {
    return flag(Cells.IS_WITHHELD);
  }

  boolean isAll(String column) {
    return PageTables.ALL.equals(values.get(column));
  }
}
