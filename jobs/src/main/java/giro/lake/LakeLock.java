package giro.lake;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * Lets one run at a time into a lake: a file that only one can create. A lock whose process is
 * known to be dead (same host, no such process) is taken over.
 */
public final class LakeLock implements AutoCloseable {
  private final LakeFiles files;
  private final String path;

  private LakeLock(LakeFiles files, String path) {
    this.files = files;
    this.path = path;
  }

  /** Another run holds the lock. */
  public static final class Held extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Held(String lake, String holder) {
      super(
          "Cannot start: another run is at work on the lake "
              + lake
              + " ("
              + holder
              + "). Wait for it to end; if it is dead on another host, delete _giro/lock there.");
    }
  }

  /**
   * Takes the lock at once or gives up.
   *
   * @throws Held where another run has it
   */
  public static LakeLock take(LakeFiles files, String lake, String runId) throws IOException {
    String path = lake + "/_giro/lock";
    String own = "run " + runId + ", process " + ProcessHandle.current().pid() + ", host " + host();
    for (int attempt = 0; attempt < 3; attempt++) {
      if (files.create(path, own)) {
        return new LakeLock(files, path);
      }
      Optional<String> holder = files.read(path);
      if (holder.isPresent() && !isDead(holder.get())) {
        throw new Held(lake, holder.get());
      }
      files.delete(path);
    }
    throw new Held(lake, "several runs started at once");
  }

  private static boolean isDead(String holder) {
    String[] parts = holder.split(", ");
    if (parts.length != 3 || !parts[2].equals("host " + host())) {
      return false;
    }
    try {
      long pid = Long.parseLong(parts[1].substring("process ".length()));
      return ProcessHandle.of(pid).isEmpty();
    } catch (NumberFormatException e) {
      return false; // not written by us: leave it alone
    }
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }

  @Override
  public void close() throws IOException {
    files.delete(path);
  }
}
