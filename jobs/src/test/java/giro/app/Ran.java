package giro.app;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A command that was run in this process: how it ended and what it said. */
record Ran(int exitCode, String errors) {

  /** Runs a command on places of its own below {@code home}, with nothing withheld. */
  static Ran on(Path landing, Path home, String... command) {
    return on(landing, home, true, command);
  }

  /** The same without compiling each query: for a few rows that takes longer than running it. */
  static Ran quickly(Path landing, Path home, String... command) {
    return on(landing, home, false, command);
  }

  private static Ran on(Path landing, Path home, boolean isCompiled, String... command) {
    return of(placed(landing, home, isCompiled, command));
  }

  /** What a command that ends well says, run {@link #quickly}. */
  static String answerOn(Path landing, Path home, String... command) {
    return answer(placed(landing, home, false, command));
  }

  private static String[] placed(Path landing, Path home, boolean isCompiled, String... command) {
    List<String> all = new ArrayList<>(List.of(command));
    for (String place : List.of("lake", "bi", "report")) {
      all.addAll(List.of("--set", place + "=" + home.resolve(place)));
    }
    all.addAll(List.of("--set", "landing=" + landing, "--set", "privacy.k=1", "--quiet"));
    all.addAll(List.of("--set", "spark.conf.\"spark.sql.codegen.wholeStage\"=" + isCompiled));
    String mode = isCompiled ? "FALLBACK" : "NO_CODEGEN";
    all.addAll(List.of("--set", "spark.conf.\"spark.sql.codegen.factoryMode\"=" + mode));
    return all.toArray(String[]::new);
  }

  static Ran of(String... command) {
    return of(new ByteArrayOutputStream(), command);
  }

  /** What a command that ends well says on standard output. */
  static String answer(String... command) {
    ByteArrayOutputStream answered = new ByteArrayOutputStream();
    Ran ran = of(answered, command);
    if (ran.exitCode() != ExitCode.DONE) {
      throw new AssertionError(ran.toString());
    }
    return answered.toString(StandardCharsets.UTF_8);
  }

  /**
   * @param answered takes what the command says on standard output
   */
  static Ran of(ByteArrayOutputStream answered, String... command) {
    PrintStream before = System.err;
    PrintStream out = System.out;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (PrintStream to = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      System.setErr(to);
      System.setOut(new PrintStream(answered, true, StandardCharsets.UTF_8));
      int code = Main.run(command);
      return new Ran(code, said.toString(StandardCharsets.UTF_8));
    } finally {
      System.setErr(before);
      System.setOut(out);
    }
  }
}
