package giro.app;

/** What a scheduler can tell from how the program ended. */
final class ExitCode {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int SETTINGS = 2;
  static final int EXPECTATION = 3;
  static final int LOCKED = 4;

  private ExitCode() {}
}
