package giro.lake;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Optional;
import org.apache.hadoop.fs.UnsupportedFileSystemException;

/**
 * Why a place of another machine could not be used, told from an error of its file system.
 *
 * @param isSettings true where it will be the same the next time; false where the place did not
 *     answer and may do so later
 * @param reason without a full stop
 */
public record StoreTrouble(boolean isSettings, String reason) {

  /** Empty for errors that are about something else, such as a right that is missing. */
  public static Optional<StoreTrouble> in(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnsupportedFileSystemException
          || (cause instanceof ClassNotFoundException && isFileSystem(cause))) {
        return Optional.of(
            new StoreTrouble(
                true,
                "no jar on the class path knows such places ("
                    + cause.getMessage()
                    + "); put the jars that do into a folder and name it in GIRO_EXTRA_JARS"));
      }
      if (cause instanceof ConnectException
          || cause instanceof UnknownHostException
          || cause instanceof NoRouteToHostException
          || cause instanceof InterruptedIOException) {
        return Optional.of(
            new StoreTrouble(
                false, "it does not answer (" + root(cause) + "); run again when it does"));
      }
    }
    return Optional.empty();
  }

  private static boolean isFileSystem(Throwable missing) {
    return String.valueOf(missing.getMessage()).contains("FileSystem");
  }

  /** What is said last is nearest to the wire; a host without an address is only named. */
  private static String root(Throwable error) {
    Throwable root = error;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root instanceof UnknownHostException
        ? "unknown host " + root.getMessage()
        : String.valueOf(root.getMessage());
  }
}
