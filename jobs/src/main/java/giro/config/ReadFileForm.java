package giro.config;

import giro.ingest.FileForm;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashSet;
import java.util.List;

/** How a source's text files are laid out: the keys of a source beside its format. */
final class ReadFileForm {
  private ReadFileForm() {}

  static FileForm of(Section source) {
    List<String> columns = source.texts("columns");
    String headerFile = source.optionalText("header-file").orElse(null);
    if (new HashSet<>(columns).size() < columns.size()) {
      source.problem("columns", "name one column twice; give each a name of its own");
    }
    if (headerFile != null && !columns.isEmpty()) {
      source.problem("header-file", "names the columns, and so does columns; give one of the two");
    }
    if (headerFile != null && (headerFile.isBlank() || headerFile.contains("/"))) {
      source.problem("header-file", "must be a file's name without a folder");
    }
    return new FileForm(
        charset(source),
        separator(source),
        source.bool("escapes"),
        columns,
        headerFile,
        source.optionalText("records-at").orElse(null));
  }

  private static char separator(Section source) {
    String separator = source.text("separator");
    if (separator.length() != 1 || "\"\n\r".contains(separator)) {
      source.problem("separator", "must be one character, such as \";\"");
      return ',';
    }
    return separator.charAt(0);
  }

  private static String charset(Section source) {
    String name = source.text("charset");
    try {
      Charset charset = Charset.forName(name);
      if (!FileForm.hasPlainLineEnds(charset)) {
        source.problem(
            "charset", name + " writes a line end in several bytes; convert the files to UTF-8");
      }
      return charset.name();
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      source.problem("charset", name + " is no encoding that Java knows; try UTF-8, windows-1252");
      return "UTF-8";
    }
  }
}
