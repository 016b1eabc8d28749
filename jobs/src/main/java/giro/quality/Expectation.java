package giro.quality;

import java.util.Optional;

/**
 * A sentence about a table that must be true before anything is published.
 *
 * @param name what is expected, as the message shows it
 * @param table the table it is about
 * @param condition one Spark SQL boolean over the whole table (an aggregate, such as {@code
 *     bool_and(...)}); only false breaks the expectation, null (nothing to judge) does not
 * @param severity stop: nothing is published; warn: the run says so and goes on
 * @param owner who is asked when it breaks
 * @param names a Spark SQL text over the whole table that names what breaks it, for the message;
 *     empty for none
 */
public record Expectation(
    String name,
    String table,
    String condition,
    Severity severity,
    String owner,
    Optional<String> names) {

  /** What a broken expectation does to the run. */
  public enum Severity {
    STOP,
    WARN
  }
}
