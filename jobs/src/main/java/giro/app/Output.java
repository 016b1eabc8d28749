package giro.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a command answers on standard output: text for people or one JSON object for programs. */
final class Output {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final boolean json;
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  Output(boolean json) {
    this.json = json;
  }

  boolean isJson() {
    return json;
  }

  /** Text for people; nothing under {@code --json}. */
  void text(String line) {
    if (!json) {
      out.println(line);
    }
  }

  /** The one result for programs; nothing without {@code --json}. */
  void result(Map<String, ?> result) {
    if (json) {
      try {
        out.println(JSON.writeValueAsString(result));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("A result could not be written as JSON", e);
      }
    }
  }
}
