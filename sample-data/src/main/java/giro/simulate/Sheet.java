package giro.simulate;

import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** One row being filled in: what is not set, or set to 0 or to nothing, stays null. */
final class Sheet {
  final GenericRecord row;

  Sheet(Schema schema) {
    this.row = new GenericData.Record(schema);
  }

  Sheet set(String field, Object value) {
    if (value != null) {
      row.put(field, value);
    }
    return this;
  }

  Sheet when(boolean condition, String field, Object value) {
    return condition ? set(field, value) : this;
  }

  /** A number that is known only when it is not 0. */
  Sheet known(String field, int value) {
    return value == 0 ? this : set(field, value);
  }

  /** A nested record of this row, made on first use. */
  Sheet part(String field) {
    Schema union = row.getSchema().getField(field).schema();
    Sheet part = new Sheet(union.getTypes().get(1));
    row.put(field, part.row);
    return part;
  }
}
