package giro.ingest;

import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How a source's text files are laid out, where that is not what their format says by itself.
 *
 * @param charset name of the encoding; one in which a line feed is the byte 10
 * @param separator between the cells of a CSV
 * @param hasEscapes true where a backslash in a TSV takes the special meaning from the tab, line
 *     end or backslash behind it
 * @param columns names of the columns of CSV or TSV files that have no header line; else empty
 * @param headerFile name of the file beside the data, or in the source's folder, whose first line
 *     is the header of CSV or TSV files; null for none
 * @param recordsAt for JSON: null where each line is an object; else files are whole documents, one
 *     after the other, and each item of the list at this field is a row ({@code .}: each document)
 */
public record FileForm(
    String charset,
    char separator,
    boolean hasEscapes,
    List<String> columns,
    String headerFile,
    String recordsAt)
    implements Serializable {

  /** The form of {@code recordsAt} in which each document, or item of a list of them, is a row. */
  static final String DOCUMENTS = ".";

  /** UTF-8, comma, header in the first line, an object a line. */
  public static final FileForm PLAIN = new FileForm("UTF-8", ',', false, List.of(), null, null);

  public FileForm {
    columns = List.copyOf(columns);
  }

  /** True where lines of the encoding end at the byte 10, so that they can be found unread. */
  public static boolean hasPlainLineEnds(Charset charset) {
    return charset.canEncode()
        && "\n".getBytes(charset).length == 1
        && "\n".getBytes(charset)[0] == '\n';
  }

  Charset readAs() {
    return charset.equalsIgnoreCase("UTF-8") ? StandardCharsets.UTF_8 : Charset.forName(charset);
  }

  /** True for a file that says how others are to be read and holds no rows itself. */
  boolean isHeader(String fileName) {
    return fileName.equals(headerFile);
  }
}
