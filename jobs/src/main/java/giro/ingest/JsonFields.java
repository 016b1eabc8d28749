package giro.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/** The fields of a JSON object as text, structs of text and maps of text. */
final class JsonFields implements RawRow.Fields {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MAX_SCALE = 1000;

  private final JsonNode node;

  JsonFields(JsonNode node) {
    this.node = node;
  }

  @Override
  public boolean isContainer(String name) {
    JsonNode value = node.get(name);
    return value != null && value.isContainerNode();
  }

  @Override
  public Object value(String name, DataType type) {
    return convert(node.get(name), type);
  }

  static Object convert(JsonNode value, DataType type) {
    if (value == null || value.isNull() || value.isMissingNode()) {
      return null;
    }
    if (type instanceof StructType struct) {
      return value.isObject() ? row(value, struct) : null;
    }
    if (type instanceof MapType) {
      return CollectionConverters.asScala(texts(value));
    }
    return text(value);
  }

  private static Row row(JsonNode value, StructType struct) {
    Object[] values = new Object[struct.size()];
    for (int i = 0; i < values.length; i++) {
      StructField field = struct.fields()[i];
      values[i] = convert(value.get(field.name()), field.dataType());
    }
    return RowFactory.create(values);
  }

  /**
   * An object's entries as text; anything but an object is one entry that marks a wrong type: the
   * reason's code with an empty text, which no object gives (see {@link #isWrongType}).
   */
  static Map<String, String> texts(JsonNode value) {
    JsonNode object = value.isTextual() ? parsed(value.textValue()) : value;
    Map<String, String> texts = new LinkedHashMap<>();
    if (object == null || !object.isObject()) {
      texts.put(Reasons.WRONG_TYPE, "");
      return texts;
    }
    object.properties().forEach(e -> putText(texts, e.getKey(), e.getValue()));
    return texts;
  }

  /** True where {@link #texts} found no object. */
  static boolean isWrongType(Map<String, String> texts) {
    return "".equals(texts.get(Reasons.WRONG_TYPE));
  }

  private static void putText(Map<String, String> texts, String name, JsonNode value) {
    String text = value.isArray() && value.size() == 1 ? text(value.get(0)) : text(value);
    boolean isLikeMark = name.equals(Reasons.WRONG_TYPE) && "".equals(text);
    if (text != null && !isLikeMark) {
      texts.put(name, text);
    }
  }

  private static JsonNode parsed(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return null; // texts() marks it as a wrong type
    }
  }

  private static String text(JsonNode value) {
    if (value.isNull()) {
      return null;
    }
    if (value.isBigDecimal()) {
      return digits(value.decimalValue());
    }
    return value.isValueNode() ? value.asText() : value.toString();
  }

  /** Written out unless that would be long: 1e999999999 would be a billion digits. */
  private static String digits(BigDecimal number) {
    return Math.abs((long) number.scale()) > MAX_SCALE ? number.toString() : number.toPlainString();
  }
}
