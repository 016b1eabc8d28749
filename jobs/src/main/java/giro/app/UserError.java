package giro.app;

import giro.lake.StoreTrouble;

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

  /** A place of another machine that does not answer, or that nothing here can speak to. */
  static UserError store(String place, StoreTrouble trouble) {
    return new UserError(
        trouble.isSettings() ? ExitCode.SETTINGS : ExitCode.FAILED,
        "Cannot use " + place + ": " + trouble.reason() + ".",
        null);
  }

  static UserError noSuchThing(String what, String name, String hint) {
    return new UserError(ExitCode.SETTINGS, "There is no " + what + " " + name + ". " + hint, null);
  }

  int exitCode() {
    return exitCode;
  }
}
