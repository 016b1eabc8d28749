package giro.ingest;

import java.io.Closeable;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;

/** Reads one landing file row by row, whatever its format, without ever keeping it whole. */
interface RowReader extends Closeable {
  /**
   * The next row, or null at the end.
   *
   * @throws IOException where the rest of the file cannot be read; rows given so far stand
   */
  RawRow next() throws IOException;

  /** Opens the reader of the file's format. */
  static RowReader open(LandingFile file, Configuration hadoop) throws IOException {
    return switch (file.format()) {
      case "json" -> new JsonRows(LineSource.open(file, hadoop));
      case "csv" -> new CsvRows(LineSource.open(file, hadoop));
      case "avro" -> new AvroRows(file, hadoop);
      case "parquet" -> new ParquetRows(file, hadoop);
      default -> throw new IOException("no reader for format " + file.format());
    };
  }
}
