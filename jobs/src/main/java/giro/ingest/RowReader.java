package giro.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** Reads one landing file row by row, whatever its format, without ever keeping it whole. */
interface RowReader extends Closeable {
  /**
   * The next row, or null at the end.
   *
   * @throws IOException where the rest of the file cannot be read; rows given so far stand
   */
  RawRow next() throws IOException;

  /** Opens the reader of the file's format and its source's form. */
  static RowReader open(LandingFile file, FileForm form, Configuration hadoop) throws IOException {
    return switch (file.format()) {
      case "json" ->
          form.recordsAt() == null
              ? new JsonRows(lines(file, form, hadoop))
              : new JsonDocuments(
                  LineSource.bytes(new Path(file.path()), hadoop), form.recordsAt());
      case "csv" -> {
        List<String> columns = ColumnNames.given(file, form, hadoop);
        yield new CsvRows(lines(file, form, hadoop), columns, form.separator());
      }
      case "tsv" -> {
        List<String> columns = ColumnNames.given(file, form, hadoop);
        yield new TsvRows(lines(file, form, hadoop), columns, form.hasEscapes());
      }
      case "avro" -> new AvroRows(file, hadoop);
      case "parquet" -> new ParquetRows(file, hadoop);
      default -> throw new IOException("no reader for format " + file.format());
    };
  }

  private static LineSource lines(LandingFile file, FileForm form, Configuration hadoop)
      throws IOException {
    return LineSource.open(new Path(file.path()), form.readAs(), hadoop);
  }
}
