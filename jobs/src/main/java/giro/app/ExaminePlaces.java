package giro.app;

import giro.config.GiroSettings;
import giro.config.PrivacyKey;
import giro.ingest.LandingException;
import giro.ingest.SampleLanding;
import giro.lake.LakeFiles;
import giro.lake.LakeLayout;
import giro.lake.LakeLock;
import giro.lake.ReachStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;

/** Whether what the settings name is there and can be used. */
final class ExaminePlaces {
  private static final long LEAST_SPACE = 1L << 30;

  private final GiroSettings settings;
  private final LakeFiles files;
  private final Configuration hadoop = new Configuration();

  ExaminePlaces(GiroSettings settings) {
    this.settings = settings;
    this.files = new LakeFiles(hadoop);
  }

  List<Finding> findings() {
    List<Finding> found = new ArrayList<>();
    found.add(key());
    found.add(landing());
    found.add(writable("lake", settings.lake()));
    found.add(writable("bi", settings.bi()));
    found.add(writable("report", settings.report()));
    if (!settings.lake().contains("://")) {
      found.add(ExamineMachine.space("disk", Path.of(settings.lake()), LEAST_SPACE));
    }
    found.add(lock());
    found.add(layout());
    return found;
  }

  private Finding key() {
    if (!PrivacyKey.isDemo(settings.privacy())) {
      return Finding.ok("key", "set, key-id " + settings.privacy().keyId());
    }
    String saw = "the demo's public key";
    return settings.environment().equals("demo")
        ? Finding.ok("key", saw + ", environment demo")
        : Finding.warning(
            "key",
            saw,
            "give a secret of 16 characters or more in GIRO_PRIVACY_KEY before real data is read");
  }

  /** Folders that are no source are the likely mistake of a first day. */
  private Finding landing() {
    try {
      Set<String> known =
          settings.ingest().sources().stream().map(s -> s.name()).collect(Collectors.toSet());
      Set<String> landed = new TreeSet<>();
      SampleLanding.of(settings.landing(), hadoop).forEach(sample -> landed.add(sample.source()));
      Set<String> strangers = new TreeSet<>(landed);
      strangers.removeAll(known);
      String saw = settings.landing() + " with " + String.join(", ", landed);
      if (landed.isEmpty()) {
        return Finding.warning(
            "landing",
            "no rows in " + settings.landing(),
            "land files as SOURCE/date=YYYY-MM-DD/FILE below it");
      }
      return strangers.isEmpty()
          ? Finding.ok("landing", saw)
          : Finding.warning(
              "landing",
              saw,
              "no source is called "
                  + String.join(", ", strangers)
                  + "; add it under giro.sources");
    } catch (LandingException | IllegalArgumentException e) {
      return Finding.problem("landing", settings.landing(), e.getMessage());
    }
  }

  private Finding writable(String what, String folder) {
    try {
      new ReachStore(files, settings.store()).check(folder);
      return Finding.ok(what, folder + " can be written to");
    } catch (IOException | RuntimeException e) {
      return Finding.problem(
          what,
          folder + " cannot be written to (" + e.getMessage() + ")",
          "give this user the right to, or set giro." + what + " to another place");
    }
  }

  private Finding lock() {
    try {
      Optional<String> holder = LakeLock.holder(files, settings.lake());
      return holder.isEmpty()
          ? Finding.ok("lock", "free")
          : Finding.warning("lock", holder.get(), "wait for it to end before you start a night");
    } catch (IOException e) {
      return Finding.problem("lock", "cannot be read (" + e.getMessage() + ")", "look at the lake");
    }
  }

  private Finding layout() {
    try {
      LakeLayout.check(files, settings.lake());
      return Finding.ok("layout", "the lake is one that this Giro knows, or new");
    } catch (IOException | LakeLayout.Unlike e) {
      return Finding.problem("layout", "the lake is another Giro's", e.getMessage());
    }
  }
}
