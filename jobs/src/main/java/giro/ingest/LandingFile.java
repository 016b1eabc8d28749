package giro.ingest;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * One file of the landing zone.
 *
 * @param path as the file system opens it
 * @param name path below the landing zone: {@code web/date=2026-01-05/part-0.avro}
 * @param source the folder's source
 * @param folderDate the folder's date
 * @param landingDate the night it counts for: its folder's date, or the run that found it if later
 * @param format avro, json, csv, tsv or parquet, by the file's ending, else as configured
 * @param size bytes
 * @param modifiedMillis modification time
 */
record LandingFile(
    String path,
    String name,
    String source,
    LocalDate folderDate,
    LocalDate landingDate,
    String format,
    long size,
    long modifiedMillis)
    implements Serializable {

  /** The same file, counting for another night. */
  LandingFile landedOn(LocalDate night) {
    return new LandingFile(path, name, source, folderDate, night, format, size, modifiedMillis);
  }

  /** The format a file's ending tells, or {@code configured} where it tells none. */
  static String formatOf(String fileName, String configured) {
    String plain = fileName.toLowerCase(java.util.Locale.ROOT);
    plain = plain.endsWith(".gz") ? plain.substring(0, plain.length() - 3) : plain;
    if (plain.endsWith(".json") || plain.endsWith(".jsonl") || plain.endsWith(".ndjson")) {
      return "json";
    }
    for (String format : new String[] {"avro", "csv", "tsv", "parquet"}) {
      if (plain.endsWith("." + format)) {
        return format;
      }
    }
    return configured;
  }
}
