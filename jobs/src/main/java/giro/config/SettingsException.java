package giro.config;

import java.util.List;

/**
 * The user's settings cannot be used. The message lists every problem at once, one per line, each
 * with file and line, key, what is wrong and how to mend it; never a secret.
 */
public final class SettingsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  SettingsException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** One line per problem, in the order they were met. */
  public List<String> problems() {
    return problems;
  }
}
