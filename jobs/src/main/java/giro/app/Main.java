package giro.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
      InitCommand.class,
      CheckCommand.class,
      ExportCommand.class,
      ShowCommand.class,
      LinkCommand.class,
      UnlinkCommand.class,
      SensitivityCommand.class,
      HistoryCommand.class,
      ReclassifyCommand.class,
      ReplayCommand.class,
      TidyCommand.class,
      ForgetCommand.class,
      TablesCommand.class,
      ViewsCommand.class,
      DoctorCommand.class,
      CompletionCommand.class
    },
    footer = {
      "%nExamples:",
      "  giro demo                                    the sample, and a page to look at",
      "  giro init --landing data/landing             a configuration from your own files",
      "  giro check --config giro.conf                what is missing in it",
      "  giro run --date 2026-10-31 --config giro.conf"
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
  private static volatile boolean isStopping;
  private static volatile boolean isRunning;
  private static final Logger LOG = LoggerFactory.getLogger(Main.class);

  private Main() {}

  /** True where everything on standard error is a JSON object a line: {@code GIRO_LOG=json}. */
  static boolean logsJson() {
    return "json".equals(System.getProperty("giro.log.format"));
  }

  /** Prints the version the build wrote. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"giro " + CodeVersion.get()};
    }
  }

  public static void main(String[] args) {
    Runtime.getRuntime().addShutdownHook(new Thread(Main::stopping));
    System.exit(run(args));
  }

  /**
   * From here on whatever fails does so because the process was told to stop. Libraries' threads
   * that are cut short print their stack traces past every logger, so standard error is closed to
   * them.
   */
  private static void stopping() {
    isStopping = true;
    if (isRunning) {
      PrintStream toUser = System.err;
      System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
      Configurator.setRootLevel(Level.OFF);
      toUser.println(Failure.STOPPED.message());
    }
  }

  /** All commands with their options. */
  static CommandLine commands() {
    return new CommandLine(new Main());
  }

  /** Runs a command and gives its exit code. */
  static int run(String... args) {
    boolean isDebug = Arrays.asList(args).contains("--debug");
    boolean isJson = Arrays.asList(args).contains("--json");
    isRunning = true;
    int code =
        commands()
            .setParameterExceptionHandler(new UsageErrors(new Output(isJson)))
            .setExecutionExceptionHandler(
                (error, command, parsed) -> {
                  Failure failure = isStopping ? Failure.STOPPED : Failure.of(error);
                  new Output(isJson).result(failure.json());
                  if (isStopping) {
                    return failure.exitCode(); // it was said already
                  }
                  if (logsJson()) {
                    LOG.error(failure.message(), isDebug || failure.isOurs() ? error : null);
                    return failure.exitCode();
                  }
                  command.getErr().println(failure.message());
                  if (isDebug || failure.isOurs()) {
                    error.printStackTrace(command.getErr());
                  }
                  return failure.exitCode();
                })
            .execute(args);
    isRunning = false;
    return code;
  }
}
