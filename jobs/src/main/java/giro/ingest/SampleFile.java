package giro.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import giro.ingest.SourceSample.FieldType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;

/** The form of one landing file and the types of its fields, from its first bytes and rows. */
final class SampleFile {
  private static final int ROWS = 50;
  private static final int DEPTH = 3;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** A name, and no value of somebody's: see {@link #isHeader}. */
  private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\d _.$/-]{0,63}");

  private static final Pattern NAMING =
      Pattern.compile(
          "(?i).*(id|date|data|datum|time|type|typ|name|mail|phone|number|no|nr|num|code|key|customer|cliente|event).*");

  private final Path file;
  private final Configuration hadoop;
  private final Map<String, FieldType> fields = new LinkedHashMap<>();
  private char separator = ',';
  private boolean isUtf8 = true;
  private String recordsAt;
  private int width;

  SampleFile(Path file, Configuration hadoop) {
    this.file = file;
    this.hadoop = hadoop;
  }

  /**
   * @param header names of columns that stand in a file of their own; empty for none
   */
  SourceSample sample(String source, int files, List<String> header) throws IOException {
    String format = read(header);
    return new SourceSample(source, files, format, separator, isUtf8, recordsAt, width, fields);
  }

  private String read(List<String> header) throws IOException {
    String start;
    try (InputStream in = LineSource.bytes(file, hadoop)) {
      start = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
    }
    if (start.startsWith("Obj")) {
      avro();
      return "avro";
    }
    if (start.equals("PAR1")) {
      parquet();
      return "parquet";
    }
    String text = start.replace("\u00ef\u00bb\u00bf", "").strip();
    if (text.startsWith("{") || text.startsWith("[")) {
      json();
      return "json";
    }
    return text(header);
  }

  private void avro() throws IOException {
    try (DataFileStream<GenericRecord> records =
        new DataFileStream<>(LineSource.bytes(file, hadoop), new GenericDatumReader<>())) {
      for (int i = 0; i < ROWS && records.hasNext(); i++) {
        note("", JSON.readTree(records.next().toString()), 0);
      }
    }
  }

  private void parquet() throws IOException {
    try (ParquetReader<Group> records =
        ParquetReader.builder(new GroupReadSupport(), file).withConf(hadoop).build()) {
      Group record = records.read();
      for (int i = 0; i < ROWS && record != null; i++, record = records.read()) {
        for (var field : record.getType().getFields()) {
          note(field.getName(), ParquetJson.field(record, field), 1);
        }
      }
    }
  }

  /** Objects a line, or documents; what a line alone cannot say is where the first one ends. */
  private void json() throws IOException {
    boolean isLines = firstLineIsAnObject();
    try (JsonParser parser = JSON.createParser(LineSource.bytes(file, hadoop))) {
      int rows = 0;
      while (rows < ROWS && parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
          recordsAt = FileForm.DOCUMENTS; // items of a list that is the document itself
          continue;
        }
        if (!parser.currentToken().isStructStart()) {
          continue;
        }
        JsonNode document = JSON.readTree(parser);
        String list = isLines && rows > 0 ? null : listOfObjects(document);
        if (list != null) {
          recordsAt = list;
        }
        for (JsonNode row : list == null ? List.of(document) : document.get(list)) {
          rows++;
          note("", row, 0);
        }
      }
    } catch (JsonProcessingException e) {
      if (fields.isEmpty()) {
        throw e;
      }
    }
    if (recordsAt == null && !isLines) {
      recordsAt = FileForm.DOCUMENTS;
    }
  }

  private boolean firstLineIsAnObject() throws IOException {
    try (LineSource lines = LineSource.open(file, StandardCharsets.UTF_8, hadoop)) {
      while (lines.advance()) {
        if (!lines.isTooLong() && !lines.isBlank()) {
          String line = lines.text();
          try (JsonParser parser = JSON.createParser(line == null ? "" : line)) {
            JsonNode first = JSON.readTree(parser);
            return first != null && first.isObject() && parser.nextToken() == null;
          } catch (JsonProcessingException e) {
            return false; // goes on in the next line
          }
        }
      }
      return false;
    }
  }

  /** The only list of objects of a document that says little else. */
  private static String listOfObjects(JsonNode document) {
    List<String> lists = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : document.properties()) {
      JsonNode value = field.getValue();
      if (value.isArray() && !value.isEmpty() && value.get(0).isObject()) {
        lists.add(field.getKey());
      } else if (value.isObject()) {
        return null;
      }
    }
    return lists.size() == 1 && document.size() <= 6 ? lists.get(0) : null;
  }

  private void note(String name, JsonNode value, int depth) {
    if (value.isObject() && depth < DEPTH) {
      for (Map.Entry<String, JsonNode> field : value.properties()) {
        if (NAME.matcher(field.getKey()).matches()) {
          String path = name.isEmpty() ? field.getKey() : name + "." + field.getKey();
          note(path, field.getValue(), depth + 1);
        }
      }
    } else if (!name.isEmpty()) {
      boolean isEmpty = value.isNull() || (value.isContainerNode() && value.isEmpty());
      FieldType type =
          isEmpty
              ? FieldType.NOTHING
              : FieldType.of(value.isValueNode() ? value.asText() : value.toString());
      fields.merge(name, type, FieldType::and);
    }
  }

  private String text(List<String> header) throws IOException {
    List<String> lines = lines();
    if (lines.isEmpty()) {
      return "csv";
    }
    String first = lines.get(0);
    separator = mostOf(first);
    boolean isTsv = separator == '\t';
    List<String> names = header.isEmpty() ? cells(first) : header;
    if (header.isEmpty() && !isHeader(names)) {
      width = names.size();
      return isTsv ? "tsv" : "csv";
    }
    names.forEach(name -> fields.put(name.strip(), FieldType.NOTHING));
    for (String line : lines.subList(header.isEmpty() ? 1 : 0, lines.size())) {
      List<String> cells = cells(line);
      for (int i = 0; i < names.size() && cells.size() == names.size(); i++) {
        fields.merge(names.get(i).strip(), FieldType.of(cells.get(i)), FieldType::and);
      }
    }
    separator = isTsv ? ',' : separator;
    return isTsv ? "tsv" : "csv";
  }

  private List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>();
    Charset latin = Charset.forName("windows-1252");
    try (LineSource utf8 = LineSource.open(file, StandardCharsets.UTF_8, hadoop);
        LineSource other = LineSource.open(file, latin, hadoop)) {
      while (lines.size() < ROWS && utf8.advance() && other.advance()) {
        String line = utf8.isTooLong() ? "" : utf8.text();
        isUtf8 &= line != null;
        lines.add(line == null ? String.valueOf(other.text()) : line);
      }
    }
    return lines;
  }

  private static char mostOf(String line) {
    char most = ',';
    for (char c : new char[] {',', ';', '\t', '|'}) {
      if (count(line, c) > count(line, most)) {
        most = c;
      }
    }
    return most;
  }

  private static long count(String line, char wanted) {
    return line.chars().filter(c -> c == wanted).count();
  }

  /** Good enough for types: a separator in quotes gives a row of another width, passed over. */
  private List<String> cells(String line) {
    String[] cells = line.split(Pattern.quote(String.valueOf(separator)), -1);
    return Arrays.stream(cells).map(c -> c.replaceAll("^\"|\"$", "")).toList();
  }

  /**
   * Names all of them, each once, and one at least says what a name of a column says: a first line
   * of somebody's data must not be shown as one.
   */
  private static boolean isHeader(List<String> cells) {
    return cells.size() > 1
        && new HashSet<>(cells).size() == cells.size()
        && cells.stream().allMatch(c -> NAME.matcher(c.strip()).matches())
        && cells.stream().filter(c -> NAMING.matcher(c).matches()).count() * 3 >= cells.size();
  }
}
