package giro.ingest;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** Where the columns of a CSV or TSV file have their names from. */
final class ColumnNames {
  private ColumnNames() {}

  /**
   * The cells that name the columns: as configured, or of the header file; null where the file's
   * own first line does.
   *
   * @throws UnreadableFileException where the header file is not there or has no line
   */
  static List<String> given(LandingFile file, FileForm form, Configuration hadoop)
      throws IOException {
    if (!form.columns().isEmpty()) {
      return form.columns();
    }
    return form.headerFile() == null ? null : ofHeaderFile(file, form, hadoop);
  }

  private static List<String> ofHeaderFile(LandingFile file, FileForm form, Configuration hadoop)
      throws IOException {
    Path night = new Path(file.path()).getParent();
    for (Path folder : List.of(night, night.getParent())) {
      Path header = new Path(folder, form.headerFile());
      if (header.getFileSystem(hadoop).exists(header)) {
        return of(header, form, hadoop);
      }
    }
    throw new UnreadableFileException(Reasons.MISSING_HEADER_FILE);
  }

  /** The cells of a file's first line. */
  static List<String> of(Path header, FileForm form, Configuration hadoop) throws IOException {
    try (LineSource lines = LineSource.open(header, form.readAs(), hadoop)) {
      String line = lines.advance() ? lines.text() : null;
      if (line == null || line.isBlank()) {
        throw new UnreadableFileException(Reasons.MISSING_HEADER_FILE);
      }
      String separator = line.indexOf('\t') >= 0 ? "\t" : String.valueOf(form.separator());
      return List.of(line.split(java.util.regex.Pattern.quote(separator)));
    }
  }

  /** Column by name; a name that comes twice is the last one's. */
  static Map<String, Integer> byName(List<String> cells) {
    Map<String, Integer> header = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      header.put(cells.get(i) == null ? "" : cells.get(i).strip(), i);
    }
    return header;
  }
}
