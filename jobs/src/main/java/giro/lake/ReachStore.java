package giro.lake;

import java.io.IOException;

/**
 * Finds out whether a folder takes what is written there, before a night depends on it. A store
 * that does not answer is asked again a few times: it may be starting. One that answers no is not.
 */
public final class ReachStore {
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
    for (int attempt = 1; ; attempt++) {
      try {
        String probe = folder + "/_giro_probe";
        files.replace(probe, "");
        files.delete(probe);
        return;
      } catch (IOException e) {
        boolean isSilent = StoreFault.of(e).filter(StoreFault.UNREACHABLE::equals).isPresent();
        if (!isSilent || attempt >= settings.attempts()) {
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
