package giro.lake;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets one run at a time into a lake: a file that only one can create. A lock that is known to be
 * dead is taken over: its process on this host is gone, or started after the lock was written and
 * only has the number of the one that wrote it; or the lock does not say whose it is and is older
 * than a minute, so that nobody is just writing it.
 */
public final class LakeLock implements AutoCloseable {
  private static final Duration WRITING = Duration.ofMinutes(1);
  private static final Duration CLOCK_SLACK = Duration.ofSeconds(1);
  private static final int ATTEMPTS = 5;
  private static final Pattern HOLDER =
      Pattern.compile("run (?<run>.+), process (?<process>\\d{1,18}), host (?<host>.+)");

  private final LakeFiles files;
  private final String path;
  private final String own;

  private LakeLock(LakeFiles files, String path, String own) {
    this.files = files;
    this.path = path;
    this.own = own;
  }

  /** Another run holds the lock. */
  public static final class Held extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Held(String lake, String holder, String advice) {
      super(
          "Cannot start: another run is at work on the lake "
              + lake
              + " ("
              + holder
              + "). "
              + advice);
    }
  }

  /**
   * Takes the lock at once or gives up.
   *
   * @throws Held where another run has it
   */
  public static LakeLock take(LakeFiles files, String lake, String runId) throws IOException {
    String path = place(lake);
    String own = "run " + runId + ", process " + ProcessHandle.current().pid() + ", host " + host();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (files.create(path, own)) {
        return new LakeLock(files, path, own);
      }
      Optional<String> holder = files.read(path);
      Optional<Instant> written = files.written(path);
      if (holder.isEmpty() || written.isEmpty()) {
        continue; // let go since
      }
      if (!isDead(holder.get(), written.get())) {
        throw new Held(lake, named(holder.get()), advice(holder.get()));
      }
      removeDead(files, path, holder.get());
    }
    throw new Held(lake, "several runs started at once", "Start again when they have ended.");
  }

  /** The live run that holds the lock, if one does. */
  public static Optional<String> holder(LakeFiles files, String lake) throws IOException {
    String path = place(lake);
    Optional<String> holder = files.read(path);
    Optional<Instant> written = files.written(path);
    return holder.isEmpty() || written.isEmpty() || isDead(holder.get(), written.get())
        ? Optional.empty()
        : Optional.of(named(holder.get()));
  }

  /**
   * Removes a dead lock, one starter at a time: whoever comes later looks again and finds that the
   * lock is no longer the one it judged.
   */
  private static void removeDead(LakeFiles files, String path, String dead) throws IOException {
    String claim = path + ".removal";
    if (!files.create(claim, "")) {
      Optional<Instant> claimed = files.written(claim);
      if (claimed.isPresent() && isOld(claimed.get())) {
        files.delete(claim); // of a starter that was stopped in between
      }
      return;
    }
    try {
      Optional<String> now = files.read(path);
      Optional<Instant> written = files.written(path);
      if (now.isPresent()
          && written.isPresent()
          && now.get().equals(dead)
          && isDead(dead, written.get())) {
        files.delete(path);
      }
    } finally {
      files.delete(claim);
    }
  }

  private static boolean isDead(String holder, Instant written) {
    Matcher of = HOLDER.matcher(holder);
    if (!of.matches()) {
      return isOld(written);
    }
    if (!of.group("host").equals(host())) {
      return false;
    }
    Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(of.group("process")));
    if (process.isEmpty()) {
      return true;
    }
    Instant latest = written.plus(CLOCK_SLACK);
    return process.get().info().startInstant().filter(latest::isBefore).isPresent();
  }

  private static boolean isOld(Instant written) {
    return written.plus(WRITING).isBefore(Instant.now());
  }

  private static String place(String lake) {
    return lake + "/_giro/lock";
  }

  private static String named(String holder) {
    return HOLDER.matcher(holder).matches() ? holder : "its lock does not say which";
  }

  private static String advice(String holder) {
    Matcher of = HOLDER.matcher(holder);
    if (!of.matches()) {
      return "Start again in a minute: a lock that still does not say whose it is is dead then.";
    }
    return of.group("host").equals(host())
        ? "Wait for process " + of.group("process") + " on this host to end, or stop it."
        : "Wait for it to end; if it is dead on its host, delete _giro/lock in the lake.";
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }

  /** Lets go of the lock; one that somebody else has taken meanwhile stays theirs. */
  @Override
  public void close() throws IOException {
    if (files.read(path).filter(own::equals).isPresent()) {
      files.delete(path);
    }
  }
}
