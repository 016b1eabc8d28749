package giro.ingest;

import org.apache.spark.sql.types.DataType;

/**
 * One row as a reader found it, its values as text: or the reason why it could not be read.
 *
 * @param position line or record in the file, from 1
 * @param length bytes, characters or -1 when the format does not tell
 * @param checksum of the row's bytes or text; null when the format does not tell
 * @param fields gives a field's value for a wanted type: text, a struct of texts or a map of texts
 * @param reason null for a readable row
 */
record RawRow(long position, long length, String checksum, Fields fields, String reason) {

  /** Looks a field up; null where the row has none. */
  interface Fields {
    Object value(String name, DataType type);

    /** True where the field is known to hold an object or an array, which no text can stand for. */
    default boolean isContainer(String name) {
      return false;
    }
  }

  static RawRow of(long position, long length, String checksum, Fields fields) {
    return new RawRow(position, length, checksum, fields, null);
  }

  static RawRow unreadable(long position, long length, String checksum, String reason) {
    return new RawRow(position, length, checksum, null, reason);
  }
}
