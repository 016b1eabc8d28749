package giro.metric.person;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** A row of {@link ContentColumns} on its way out. */
final class FoundRow {
  private final Object[] values = new Object[ContentColumns.SCHEMA.length()];

  FoundRow(String found) {
    set(ContentColumns.FOUND, found);
  }

  FoundRow set(String column, Object value) {
    values[ContentColumns.SCHEMA.fieldIndex(column)] = value;
    return this;
  }

  Row row() {
    return RowFactory.create(values);
  }

  /** Laps of a stratum, and those of them with a lead. */
  static Row unread(String stratum, long[] laps) {
    return new FoundRow(ContentColumns.UNREAD)
        .set(ContentColumns.STRATUM, stratum)
        .set(ContentColumns.LAPS, laps[0])
        .set(ContentColumns.LAPS_WITH_LEAD, laps[1])
        .row();
  }
}
