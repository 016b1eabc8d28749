package giro.app;

import giro.lake.StoreFault;

/** Something the user can mend: one sentence and an exit code, no stack trace. */
final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int exitCode;

  private UserError(int exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  static UserError usage(String message) {
    return new UserError(ExitCode.SETTINGS, message, null);
  }

  static UserError failed(String message, Throwable cause) {
    return new UserError(ExitCode.FAILED, message, cause);
  }

  static UserError notWritable(String what, String path, Throwable cause) {
    return new UserError(
        ExitCode.SETTINGS,
        "Cannot write to the "
            + what
            + " folder "
            + path
            + ": "
            + cause.getMessage()
            + ". Give the user that runs Giro the right to write there, or set giro."
            + what
            + " to another place.",
        cause);
  }

  /** A place that has no space left, or did not answer as often as it was asked. */
  static UserError storeFailed(String what, String path, int attempts, Throwable cause) {
    StoreFault fault = StoreFault.of(cause).orElse(StoreFault.BROKEN);
    if (fault == StoreFault.NO_CLIENT) {
      String place = "the " + what + " folder " + path;
      return new UserError(ExitCode.SETTINGS, noClient(place, StoreFault.words(cause)), cause);
    }
    String message =
        fault == StoreFault.FULL
            ? "There is no space left for the " + what + " folder " + path + "; make room there."
            : "The store of the "
                + what
                + " folder "
                + path
                + " did not answer, asked "
                + attempts
                + " times ("
                + StoreFault.words(cause)
                + "). Run again when it does, or set giro."
                + what
                + " to another place.";
    return new UserError(ExitCode.FAILED, message, cause);
  }

  static String noClient(String place, String words) {
    return "Cannot use "
        + place
        + ": no jar on the class path knows such places ("
        + words
        + "); put the jars that do into a folder and name it in GIRO_EXTRA_JARS.";
  }

  static UserError noSuchThing(String what, String name, String hint) {
    return new UserError(ExitCode.SETTINGS, "There is no " + what + " " + name + ". " + hint, null);
  }

  int exitCode() {
    return exitCode;
  }
}
