package giro.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/** Nights over the fixture that several tests begin from or compare with. */
final class FixtureLake {
  static final Path LANDING = Path.of("src/test/resources/fixture/landing");
  static final String FIRST = "2026-06-29";
  static final String SECOND = "2026-06-30";

  private FixtureLake() {}

  /** Puts what the first night leaves below {@code home}. */
  static void afterFirst(Path home) throws Exception {
    PreparedLake.copy("fixture-first", home, at -> night(at, FIRST));
  }

  /** Where the second night alone, over all that landed, was run; to be read only. */
  static Path calm() throws Exception {
    return PreparedLake.made("fixture-calm", at -> night(at, SECOND));
  }

  private static void night(Path at, String date) {
    assertThat(Ran.quickly(LANDING, at, "run", "--date", date))
        .isEqualTo(new Ran(ExitCode.DONE, ""));
  }
}
