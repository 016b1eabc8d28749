package giro.app;

import giro.config.SettingsException;
import giro.ingest.LandingException;
import giro.lake.LakeLayout;
import giro.lake.LakeLock;
import giro.lake.StoreFault;
import giro.quality.CheckExpectations;
import giro.simulate.SimulationException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an error means to the user.
 *
 * @param message one sentence, or a few short ones: what is wrong, where, how to mend it
 * @param isOurs true for a bug of Giro's own, which is shown with its stack trace
 */
record Failure(int exitCode, String message, boolean isOurs) {
  static final Failure STOPPED =
      new Failure(
          ExitCode.FAILED, "Stopped before it was done; the next run undoes its half.", false);

  private static final String NEXT_RUN = " The next run undoes or completes what was half done.";

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("state", "failed");
    json.put("exit_code", exitCode);
    json.put("error", message);
    return json;
  }

  static Failure of(Throwable error) {
    if (error instanceof UserError user) {
      return new Failure(user.exitCode(), user.getMessage(), false);
    }
    if (error instanceof LandingException && isUnreachable(error)) {
      return new Failure(ExitCode.FAILED, error.getMessage(), false);
    }
    if (error instanceof SettingsException
        || error instanceof LandingException
        || error instanceof LakeLayout.Unlike
        || error instanceof SimulationException) {
      return new Failure(ExitCode.SETTINGS, error.getMessage(), false);
    }
    if (error instanceof CheckExpectations.Broken) {
      return new Failure(ExitCode.EXPECTATION, error.getMessage(), false);
    }
    if (error instanceof LakeLock.Held) {
      return new Failure(ExitCode.LOCKED, error.getMessage(), false);
    }
    Optional<StoreFault> fault = StoreFault.of(error);
    if (fault.isPresent()) {
      int code = fault.get() == StoreFault.NO_CLIENT ? ExitCode.SETTINGS : ExitCode.FAILED;
      return new Failure(code, of(fault.get(), StoreFault.words(error)), false);
    }
    return new Failure(
        ExitCode.FAILED, "Failed by a bug of Giro's own: " + error.getMessage(), true);
  }

  private static boolean isUnreachable(Throwable error) {
    return StoreFault.of(error).filter(StoreFault.UNREACHABLE::equals).isPresent();
  }

  private static String of(StoreFault fault, String words) {
    String said = words.isEmpty() ? "" : " (" + words + ")";
    return switch (fault) {
      case FULL ->
          "There is no space left where the lake, the BI tables or Spark's own folders stand"
              + said
              + ". Make room there and run again."
              + NEXT_RUN;
      case UNREACHABLE ->
          "A store did not answer in time" + said + ". Run again when it does." + NEXT_RUN;
      case NO_CLIENT -> UserError.noClient("a place of the settings", words);
      case EXECUTORS_LOST ->
          "Spark lost the executors that worked for it, most often because they had too little"
              + " memory. Give them more (spark.executor.memory, GIRO_MEMORY) and run again."
              + NEXT_RUN;
      case BROKEN -> "Failed to read or write" + said + "." + NEXT_RUN;
    };
  }
}
