package giro.config;

import giro.quality.Expectation;
import giro.quality.Expectation.Severity;
import java.util.List;
import java.util.Optional;

/** {@code giro.expectations}. */
final class ReadExpectations {

  private final Section giro;

  ReadExpectations(Section giro) {
    this.giro = giro;
  }

  List<Expectation> read() {
    return giro.list("expectations").stream().map(ReadExpectations::expectation).toList();
  }

  private static Expectation expectation(Section section) {
    String condition = section.words("condition");
    if (!condition.isBlank()) {
      ConditionText.checkSyntax(section, "condition", condition);
    }
    Optional<String> names = section.optionalText("names");
    names.ifPresent(text -> ConditionText.checkSyntax(section, "names", text));
    Expectation read =
        new Expectation(
            section.words("name"),
            section.words("table"),
            condition,
            section.oneOf("severity", List.of("stop", "warn")).equals("warn")
                ? Severity.WARN
                : Severity.STOP,
            section.words("owner"),
            names);
    section.close();
    return read;
  }
}
