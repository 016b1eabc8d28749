package giro.metric.person;

import giro.metric.Packed;
import giro.model.measure.Incidence;
import giro.model.measure.Interval;
import giro.model.table.TableContract;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** A row of a published table on its way out; what is not set is null. */
final class GoldRow {
  private static final byte NULL = 0;
  private static final byte TEXT = 1;
  private static final byte LONG = 2;
  private static final byte DOUBLE = 3;
  private static final byte INT = 4;
  private static final byte TRUE = 5;
  private static final byte FALSE = 6;
  private static final byte DATE = 7;

  private final Object[] values;
  private final TableContract table;

  GoldRow(TableContract table) {
    this.table = table;
    this.values = new Object[table.columns().size()];
    setIfThere("is_rounded", false);
    setIfThere("is_withheld", false);
  }

  /** A row with the key, persons, counts and sums of a cell where the table has such columns. */
  static GoldRow of(TableContract table, Cell cell) {
    GoldRow row = new GoldRow(table);
    CellShape shape = cell.shape();
    for (int i = 0; i < shape.key().size(); i++) {
      row.setKey(shape.key().get(i), cell.key().get(i));
    }
    row.setIfThere("persons", cell.persons());
    shape.counts().forEach(name -> row.setIfThere(name, cell.count(name)));
    shape.sums().forEach(name -> row.setIfThere(name, cell.sum(name)));
    return row;
  }

  /**
   * Sets a column.
   *
   * @throws IllegalArgumentException where the table has no such column
   */
  GoldRow set(String column, Object value) {
    int place = table.columnNames().indexOf(column);
    if (place < 0) {
      throw new IllegalArgumentException(table.name() + " has no column " + column);
    }
    values[place] = typed(table.columns().get(place).type(), value);
    return this;
  }

  /** Sets {@code column_low} and {@code column_high}; both stay null without an interval. */
  GoldRow ends(String column, Interval interval) {
    return interval == null
        ? this
        : set(column + "_low", interval.low()).set(column + "_high", interval.high());
  }

  /** Sets a column and its ends; all stay null where nobody was followed. */
  GoldRow incidence(String column, Incidence incidence) {
    return incidence == null
        ? this
        : set(column, incidence.incidence()).ends(column, incidence.interval());
  }

  /** Sets a column where the table has it. */
  GoldRow setIfThere(String column, Object value) {
    return table.columnNames().contains(column) ? set(column, value) : this;
  }

  /** A key value of a cell that the table does not name is the cell's own affair. */
  private void setKey(String column, String value) {
    setIfThere(column, value);
  }

  /** Key values are texts in cells. */
  private static Object typed(String type, Object value) {
    if (value == null) {
      return null;
    }
    return switch (type) {
      case "date" -> value instanceof String text ? Date.valueOf(text) : value;
      case "int" -> value instanceof String text ? (Object) Integer.valueOf(text) : value;
      case "bigint" ->
          value instanceof String text
              ? (Object) Long.valueOf(text)
              : value instanceof Number number ? (Object) number.longValue() : value;
      case "double" -> value instanceof Number number ? (Object) number.doubleValue() : value;
      case "boolean" -> value instanceof String text ? (Object) Boolean.valueOf(text) : value;
      default -> value;
    };
  }

  Object get(String column) {
    return values[table.columnNames().indexOf(column)];
  }

  Row row() {
    return RowFactory.create(values);
  }

  /** The values one after the other. */
  void write(DataOutputStream out) throws IOException {
    for (Object value : values) {
      if (value == null) {
        out.writeByte(NULL);
      } else if (value instanceof String text) {
        out.writeByte(TEXT);
        Packed.text(out, text);
      } else if (value instanceof Long number) {
        out.writeByte(LONG);
        out.writeLong(number);
      } else if (value instanceof Double number) {
        out.writeByte(DOUBLE);
        out.writeDouble(number);
      } else if (value instanceof Integer number) {
        out.writeByte(INT);
        out.writeInt(number);
      } else if (value instanceof Boolean is) {
        out.writeByte(is ? TRUE : FALSE);
      } else if (value instanceof Date day) {
        out.writeByte(DATE);
        out.writeLong(day.toLocalDate().toEpochDay());
      } else {
        throw new IllegalArgumentException("A row cannot hold " + value.getClass());
      }
    }
  }

  /** What {@link #write} wrote of a table so wide. */
  static Row read(DataInputStream in, int columns) throws IOException {
    Object[] values = new Object[columns];
    for (int i = 0; i < columns; i++) {
      byte kind = in.readByte();
      values[i] =
          switch (kind) {
            case NULL -> null;
            case TEXT -> Packed.text(in);
            case LONG -> in.readLong();
            case DOUBLE -> in.readDouble();
            case INT -> in.readInt();
            case TRUE -> true;
            case FALSE -> false;
            case DATE -> Date.valueOf(LocalDate.ofEpochDay(in.readLong()));
            default -> throw new IOException("A row does not hold kind " + kind);
          };
    }
    return RowFactory.create(values);
  }

  static List<Row> rows(List<GoldRow> rows) {
    return rows.stream().map(GoldRow::row).toList();
  }
}
