package giro.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** JSON lines: one object a line; blank lines are passed over. */
final class JsonRows implements RowReader {
  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build()
          .reader();

  private final LineSource lines;

  JsonRows(LineSource lines) {
    this.lines = lines;
  }

  @Override
  public RawRow next() throws IOException {
    while (lines.advance()) {
      if (lines.isTooLong() || !lines.isBlank()) {
        return row();
      }
    }
    return null;
  }

  private RawRow row() {
    if (lines.isTooLong()) {
      return RawRow.unreadable(lines.number(), LineSource.MAX_LINE, null, Reasons.ROW_TOO_LONG);
    }
    String text = lines.text();
    if (text == null) {
      return unreadable(Reasons.BROKEN_UTF8);
    }
    try {
      JsonNode node = JSON.readTree(text);
      if (node == null || !node.isObject()) {
        return unreadable(Reasons.NOT_AN_OBJECT);
      }
      return RawRow.of(lines.number(), lines.length(), lines.checksum(), new JsonFields(node));
    } catch (JsonProcessingException | ArithmeticException | NumberFormatException e) {
      // The latter two by numbers no decimal can hold: 1e-9999999999.
      return unreadable(Reasons.MALFORMED_JSON);
    }
  }

  private RawRow unreadable(String reason) {
    return RawRow.unreadable(lines.number(), lines.length(), lines.checksum(), reason);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
