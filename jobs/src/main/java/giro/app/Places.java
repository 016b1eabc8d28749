package giro.app;

import giro.config.GiroSettings;
import giro.lake.LakeFiles;
import giro.lake.ReachStore;
import giro.lake.StoreFault;
import java.io.IOException;

/** Whether the places that the settings name can be used, before anything is read. */
final class Places {
  private final GiroSettings settings;
  private final ReachStore stores;

  Places(LakeFiles files, GiroSettings settings) {
    this.settings = settings;
    this.stores = new ReachStore(files, settings.store());
  }

  /** Throws a {@link UserError} for the first place that cannot be used. */
  void check() {
    writable("lake", settings.lake());
    writable("bi", settings.bi());
    writable("report", settings.report());
    reached("landing", settings.landing());
  }

  private void writable(String what, String folder) {
    try {
      stores.check(folder);
    } catch (IOException | RuntimeException e) {
      throw isSilent(e)
          ? UserError.storeFailed(what, folder, settings.store().attempts(), e)
          : UserError.notWritable(what, folder, e);
    }
  }

  /** Whether it is there is for those to say who read it, and for a rebuild to ignore. */
  private void reached(String what, String folder) {
    try {
      stores.reach(folder);
    } catch (IOException | RuntimeException e) {
      if (isSilent(e)) {
        throw UserError.storeFailed(what, folder, settings.store().attempts(), e);
      }
    }
  }

  private static boolean isSilent(Exception error) {
    return StoreFault.of(error).filter(fault -> fault != StoreFault.BROKEN).isPresent();
  }
}
