package giro.app;

import giro.config.GiroSettings;
import giro.lake.LakeFiles;
import giro.lake.StoreTrouble;
import java.io.IOException;
import java.util.Optional;

/** Whether the places that the settings name can be used, before anything is read. */
final class Places {
  private final LakeFiles files;

  Places(LakeFiles files) {
    this.files = files;
  }

  /** Throws a {@link UserError} for the first place that cannot be used. */
  void check(GiroSettings settings) {
    writable("lake", settings.lake());
    writable("bi", settings.bi());
    writable("report", settings.report());
    reached("landing", settings.landing());
  }

  private void writable(String what, String folder) {
    try {
      files.probe(folder);
    } catch (IOException | RuntimeException e) {
      throw trouble(what, folder, e).orElseGet(() -> UserError.notWritable(what, folder, e));
    }
  }

  /** Whether it is there is for those to say who read it, and for a rebuild to ignore. */
  private void reached(String what, String folder) {
    try {
      files.isReached(folder);
    } catch (IOException | RuntimeException e) {
      trouble(what, folder, e)
          .ifPresent(
              told -> {
                throw told;
              });
    }
  }

  private static Optional<UserError> trouble(String what, String folder, Exception error) {
    return StoreTrouble.in(error)
        .map(told -> UserError.store("the " + what + " folder " + folder, told));
  }
}
