package giro.lake;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import org.apache.hadoop.fs.UnsupportedFileSystemException;

/**
 * What went wrong with a store, however deep below other errors it stands: Spark and Delta wrap
 * what a file system says, and an error that came from another process is left as text only.
 */
public enum StoreFault {
  /** No space is left, or none that this user may take. */
  FULL,
  /** Nobody answers, or not in time. */
  UNREACHABLE,
  /** No jar on the class path knows such places. */
  NO_CLIENT,
  /** Spark lost the processes that worked for it. */
  EXECUTORS_LOST,
  /** It answers, but cannot read or write. */
  BROKEN;

  /** Causes further down are a ring, or nothing that anybody would look for. */
  private static final int DEPTH = 30;

  /** Empty where the error is about no store at all. */
  public static Optional<StoreFault> of(Throwable error) {
    Optional<StoreFault> found = Optional.empty();
    Throwable cause = error;
    for (int depth = 0; cause != null && depth < DEPTH; depth++) {
      Optional<StoreFault> said = said(cause);
      if (said.isPresent() && said.get() != BROKEN) {
        return said;
      }
      found = found.or(() -> said);
      cause = cause.getCause();
    }
    return found;
  }

  /** The innermost words about it, which name the file where any do; empty for none. */
  public static String words(Throwable error) {
    String words = "";
    Throwable cause = error;
    for (int depth = 0; cause != null && depth < DEPTH; depth++) {
      boolean isAboutFiles =
          (cause instanceof IOException || cause instanceof ClassNotFoundException)
              && !isWrapping(cause);
      if (isAboutFiles && cause.getMessage() != null) {
        words = cause.getMessage().lines().findFirst().orElse("");
      }
      cause = cause.getCause();
    }
    return words;
  }

  private static boolean isWrapping(Throwable error) {
    return error.getCause() != null && String.valueOf(error.getCause()).equals(error.getMessage());
  }

  private static Optional<StoreFault> said(Throwable error) {
    String text = String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT);
    if (text.contains("no space left on device")
        || text.contains("disk quota exceeded")
        || error.getClass().getSimpleName().contains("QuotaExceeded")) {
      return Optional.of(FULL);
    }
    if (text.contains("executorlostfailure")
        || text.contains("executor lost")
        || text.contains("sparkcontext was shut down")
        || text.contains("no live executors")) {
      return Optional.of(EXECUTORS_LOST);
    }
    if (error instanceof UnsupportedFileSystemException
        || error instanceof ClassNotFoundException && text.contains("filesystem")) {
      return Optional.of(NO_CLIENT);
    }
    if (isUnreachable(error, text)) {
      return Optional.of(UNREACHABLE);
    }
    boolean isIo = error instanceof IOException || error instanceof UncheckedIOException;
    return isIo ? Optional.of(BROKEN) : Optional.empty();
  }

  private static boolean isUnreachable(Throwable error, String text) {
    return error instanceof ConnectException
        || error instanceof NoRouteToHostException
        || error instanceof InterruptedIOException
        || error instanceof UnknownHostException
        || error.getClass().getSimpleName().equals("ConnectTimeoutException")
        || text.contains("java.net.connectexception")
        || text.contains("java.net.sockettimeoutexception")
        || text.contains("java.net.unknownhostexception")
        || text.contains("unable to execute http request");
  }
}
