package giro.app;

import giro.config.SettingsException;
import giro.ingest.LandingException;
import giro.lake.LakeLock;
import giro.quality.CheckExpectations;
import giro.simulate.SimulationException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: {@code giro COMMAND [options]}. */
@Command(
    name = "giro",
    description = "Moments of truth on a circular customer journey: a nightly pipeline.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    subcommands = {
      DemoCommand.class,
      RunCommand.class,
      BackfillCommand.class,
      RebuildCommand.class,
      SimulateCommand.class,
      CheckCommand.class,
      ExportCommand.class,
      ShowCommand.class,
      LinkCommand.class,
      UnlinkCommand.class,
      SensitivityCommand.class,
      HistoryCommand.class,
      TidyCommand.class,
      ForgetCommand.class,
      TablesCommand.class,
      ViewsCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:failed",
      "2:settings or usage",
      "3:an expectation failed, nothing published",
      "4:another run holds the lock"
    })
public final class Main {
  private Main() {}

  /** Prints the version the build wrote. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"giro " + CodeVersion.get()};
    }
  }

  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Runs a command and gives its exit code. */
  static int run(String... args) {
    boolean isDebug = Arrays.asList(args).contains("--debug");
    return new CommandLine(new Main())
        .setExecutionExceptionHandler(
            (error, command, parsed) -> {
              Failure failure = Failure.of(error);
              command.getErr().println(failure.message());
              if (isDebug || failure.isOurs()) {
                error.printStackTrace(command.getErr());
              }
              return failure.exitCode();
            })
        .execute(args);
  }

  /** What an error means to the user. */
  record Failure(int exitCode, String message, boolean isOurs) {
    static Failure of(Throwable error) {
      if (error instanceof UserError user) {
        return new Failure(user.exitCode(), user.getMessage(), false);
      }
      if (error instanceof SettingsException
          || error instanceof LandingException
          || error instanceof SimulationException) {
        return new Failure(ExitCode.SETTINGS, error.getMessage(), false);
      }
      if (error instanceof CheckExpectations.Broken) {
        return new Failure(ExitCode.EXPECTATION, error.getMessage(), false);
      }
      if (error instanceof LakeLock.Held) {
        return new Failure(ExitCode.LOCKED, error.getMessage(), false);
      }
      if (error instanceof UncheckedIOException || error instanceof java.io.IOException) {
        return new Failure(
            ExitCode.FAILED, "Failed to read or write: " + error.getMessage(), false);
      }
      return new Failure(
          ExitCode.FAILED, "Failed by a bug of Giro's own: " + error.getMessage(), true);
    }
  }
}
