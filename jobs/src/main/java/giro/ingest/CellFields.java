package giro.ingest;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Cells of a text row by column name; {@code identifiers.login} columns make up the identifiers
 * map.
 */
record CellFields(Map<String, Integer> header, String[] values) implements RawRow.Fields {
  @Override
  public Object value(String name, DataType type) {
    if (type instanceof MapType) {
      Map<String, String> entries = entries(name + ".");
      String json = cell(name);
      if (json != null) {
        entries.putAll(JsonFields.texts(TextNode.valueOf(json)));
      }
      return entries.isEmpty() ? null : CollectionConverters.asScala(entries);
    }
    return type instanceof StructType ? null : cell(name);
  }

  private String cell(String name) {
    Integer column = header.get(name);
    String value = column == null ? null : values[column];
    return value == null || value.isEmpty() ? null : value;
  }

  private Map<String, String> entries(String prefix) {
    Map<String, String> entries = new LinkedHashMap<>();
    for (String column : header.keySet()) {
      if (column.startsWith(prefix) && cell(column) != null) {
        entries.put(column.substring(prefix.length()), cell(column));
      }
    }
    return entries;
  }
}
