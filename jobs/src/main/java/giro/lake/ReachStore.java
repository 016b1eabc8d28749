package giro.lake;

import java.io.IOException;
import java.time.Duration;

/**
 * Finds out whether a folder takes what is written there, before a night depends on it. A store
 * that does not answer is asked again a few times: it may be starting. One that answers no is not.
 */
public final class ReachStore {
  /** A client that is slow to give up is not asked again after this. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final LakeFiles files;
  private final StoreSettings settings;

  public ReachStore(LakeFiles files, StoreSettings settings) {
    this.files = files;
    this.settings = settings;
  }

  /**
   * Writes a small file below the folder and takes it away again.
   *
   * @throws IOException what the store said last
   */
  public void check(String folder) throws IOException {
    ask(() -> files.probe(folder));
  }

  /**
   * Asks whether a place is there, whatever the answer.
   *
   * @throws IOException what the store said last
   */
  public void reach(String folder) throws IOException {
    ask(() -> files.isReached(folder));
  }

  private interface Question {
    void ask() throws IOException;
  }

  private void ask(Question question) throws IOException {
    long began = System.nanoTime();
    for (int attempt = 1; ; attempt++) {
      try {
        question.ask();
        return;
      } catch (IOException e) {
        boolean isSilent = StoreFault.of(e).filter(StoreFault.UNREACHABLE::equals).isPresent();
        boolean isLate = System.nanoTime() - began > LONGEST.toNanos();
        if (!isSilent || isLate || attempt >= settings.attempts()) {
          throw e;
        }
        pause();
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(settings.pause().toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for a store", e);
    }
  }
}
