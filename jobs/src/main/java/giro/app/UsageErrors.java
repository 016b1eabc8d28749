package giro.app;

import giro.moment.Nearest;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * A command line that cannot be read: one sentence, the nearest word that is known, where to look.
 */
final class UsageErrors implements IParameterExceptionHandler {
  private final Output output;

  UsageErrors(Output output) {
    this.output = output;
  }

  @Override
  public int handleParseException(ParameterException error, String[] args) {
    CommandLine command = error.getCommandLine();
    String message = message(error, command, args);
    PrintWriter err = command.getErr();
    err.println(message);
    err.println("See " + command.getCommandSpec().qualifiedName() + " --help.");
    err.flush();
    output.result(Map.of("state", "failed", "exit_code", ExitCode.SETTINGS, "error", message));
    return ExitCode.SETTINGS;
  }

  private static String message(ParameterException error, CommandLine command, String[] args) {
    if (error instanceof UnmatchedArgumentException unmatched) {
      return unknown(unmatched.getUnmatched().get(0), command);
    }
    // What is missing may be there, mistyped.
    Optional<String> mistyped =
        error instanceof MissingParameterException ? mistyped(command, args) : Optional.empty();
    if (mistyped.isPresent()) {
      return unknown(mistyped.get(), command);
    }
    String said = error.getMessage();
    return said.equals("Missing required subcommand") ? "Say what to do: giro COMMAND." : said;
  }

  private static Optional<String> mistyped(CommandLine command, String[] args) {
    List<String> known = options(command);
    return Stream.of(args)
        .filter(word -> word.matches("--[a-z].*"))
        .filter(word -> !known.contains(word.replaceFirst("=.*", "")))
        .findFirst();
  }

  /** An option by itself: what it was given may be an identifier. */
  private static String unknown(String word, CommandLine command) {
    boolean isOption = word.startsWith("-");
    boolean isCommand = !isOption && !command.getSubcommands().isEmpty();
    String name = isOption ? word.replaceFirst("=.*", "") : word;
    String what = isOption ? "option" : isCommand ? "command" : "further argument";
    List<String> known =
        isOption ? options(command) : new ArrayList<>(command.getSubcommands().keySet());
    Optional<String> near = isOption || isCommand ? Nearest.of(name, known) : Optional.empty();
    return command.getCommandSpec().qualifiedName()
        + " has no "
        + what
        + (isOption || isCommand ? " " + name : "")
        + "."
        + near.map(n -> " Did you mean " + n + "?").orElse("");
  }

  private static List<String> options(CommandLine command) {
    List<String> names = new ArrayList<>();
    command.getCommandSpec().options().forEach(o -> names.addAll(List.of(o.names())));
    return names;
  }
}
