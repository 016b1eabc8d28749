package giro.ingest;

import java.io.IOException;

/** A landing file that cannot be read for a reason that has a code of its own. */
final class UnreadableFileException extends IOException {
  private static final long serialVersionUID = 1L;
  private final String reason;

  /**
   * @param reason one of {@link Reasons}
   */
  UnreadableFileException(String reason) {
    super(reason);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
