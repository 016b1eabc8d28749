package giro.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * Whole JSON documents, as APIs answer them and streams concatenate them: one after the other, with
 * or without anything between them. The items of the list at one field are the rows, read one by
 * one; the items of a list that is a document itself are rows too. A document without that list is
 * a row, unless it holds no text at all: then it is an answer that found nothing.
 */
final class JsonDocuments implements RowReader {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final JsonParser parser;
  private final String list;
  private long position;
  private boolean isInList;
  private boolean isListAField;
  private boolean hasEnded;

  /**
   * @param list the field of a document that holds its rows; {@link FileForm#DOCUMENTS} for none
   */
  JsonDocuments(InputStream in, String list) throws IOException {
    this.parser = JSON.createParser(in);
    this.list = list;
  }

  @Override
  public RawRow next() throws IOException {
    try {
      while (!hasEnded) {
        JsonNode item = isInList ? nextItem() : nextDocument();
        if (item != null) {
          return row(item);
        }
      }
      return null;
    } catch (JsonProcessingException | ArithmeticException | NumberFormatException e) {
      // Where a document breaks, nothing tells where the next one begins.
      hasEnded = true;
      return RawRow.unreadable(position + 1, -1, null, Reasons.MALFORMED_JSON);
    }
  }

  private RawRow row(JsonNode item) {
    position++;
    byte[] text = item.toString().getBytes(StandardCharsets.UTF_8);
    CRC32C crc = new CRC32C();
    crc.update(text, 0, text.length);
    String checksum = "crc32c:" + Long.toHexString(crc.getValue());
    return item.isObject()
        ? RawRow.of(position, text.length, checksum, new JsonFields(item))
        : RawRow.unreadable(position, text.length, checksum, Reasons.NOT_AN_OBJECT);
  }

  /** Null at the end of the list. */
  private JsonNode nextItem() throws IOException {
    if (parser.nextToken() != JsonToken.END_ARRAY) {
      return JSON.readTree(parser);
    }
    isInList = false;
    if (isListAField) {
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        parser.skipChildren();
      }
    }
    return null;
  }

  /** Null where the document has no row of its own: then its list is begun, or there is none. */
  private JsonNode nextDocument() throws IOException {
    JsonToken start = parser.nextToken();
    if (start == null) {
      hasEnded = true;
      return null;
    }
    if (start == JsonToken.START_ARRAY) {
      isInList = true;
      isListAField = false;
      return null;
    }
    if (start != JsonToken.START_OBJECT || list.equals(FileForm.DOCUMENTS)) {
      return JSON.readTree(parser);
    }
    ObjectNode document = JSON.createObjectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String field = parser.currentName();
      if (parser.nextToken() == JsonToken.START_ARRAY && field.equals(list)) {
        isInList = true;
        isListAField = true;
        return null;
      }
      document.set(field, JSON.readTree(parser));
    }
    return saysSomething(document) ? document : null;
  }

  private static boolean saysSomething(ObjectNode document) {
    for (JsonNode value : document) {
      if (value.isTextual() || (value.isContainerNode() && !value.isEmpty())) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
