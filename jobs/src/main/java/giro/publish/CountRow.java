package giro.publish;

import giro.model.table.TableContract;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A row of a table of counts by column name, and what becomes of it. */
final class CountRow {
  private static final String IS_WITHHELD = "is_withheld";
  private static final String IS_ROUNDED = "is_rounded";

  /** The columns of a table by name, shared by its rows. */
  static final class Columns {
    private final TableContract table;
    private final Map<String, Integer> places = new HashMap<>();

    Columns(TableContract table) {
      this.table = table;
      for (TableContract.Column column : table.columns()) {
        places.put(column.name(), places.size());
      }
    }

    private int place(String name) {
      Integer place = places.get(name);
      if (place == null) {
        throw new IllegalArgumentException(table.name() + " has no column " + name);
      }
      return place;
    }
  }

  private final Columns columns;
  private final Object[] values;
  private boolean isWithheld;
  private boolean isRounded;

  /**
   * @param values in the order of the table's columns; become the row's own
   */
  CountRow(Columns columns, Object[] values) {
    this.columns = columns;
    this.values = values;
  }

  boolean has(String column) {
    return columns.places.containsKey(column);
  }

  Object value(String column) {
    return values[columns.place(column)];
  }

  /** 0 for null. */
  long count(String column) {
    return value(column) == null ? 0 : (Long) value(column);
  }

  Double number(String column) {
    return (Double) value(column);
  }

  void set(String column, Object value) {
    values[columns.place(column)] = value;
  }

  void withhold() {
    isWithheld = true;
    isRounded = false;
  }

  void markRounded() {
    isRounded = !isWithheld;
  }

  boolean isWithheld() {
    return isWithheld;
  }

  boolean isRounded() {
    return isRounded;
  }

  /** What readers see: no measure where the row is withheld. */
  Object[] shown() {
    set(IS_WITHHELD, isWithheld);
    set(IS_ROUNDED, isRounded);
    if (isWithheld) {
      List<TableContract.Column> all = columns.table.columns();
      for (int i = 0; i < values.length; i++) {
        if (isMeasure(columns.table, all.get(i))) {
          values[i] = null;
        }
      }
    }
    return values;
  }

  /** True for what a withheld row does not show. */
  static boolean isMeasure(TableContract table, TableContract.Column column) {
    return !table.key().contains(column.name())
        && (column.type().equals("bigint") || column.type().equals("double"));
  }
}
