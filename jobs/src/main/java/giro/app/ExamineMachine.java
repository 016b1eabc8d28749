package giro.app;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;

/** Whether this machine can run nights: what no setting says. */
final class ExamineMachine {
  private static final long GIB = 1L << 30;
  private static final int OLDEST_JDK = 17;
  private static final int NEWEST_TRIED_JDK = 17;
  private static final long LEAST_HEAP = 2 * GIB;
  private static final long LEAST_TEMP = GIB;
  private static final long LITTLE_SPACE = 5 * GIB;

  private final Map<String, String> environment;

  ExamineMachine(Map<String, String> environment) {
    this.environment = environment;
  }

  List<Finding> findings() {
    return new ArrayList<>(List.of(jdk(), maven(), memory(), cores(), timeZone(), temp()));
  }

  private static Finding jdk() {
    int version = Runtime.version().feature();
    String saw = "Java " + Runtime.version() + " in " + System.getProperty("java.home");
    if (version < OLDEST_JDK) {
      return Finding.problem("jdk", saw, "install a JDK 17 and put it first on the PATH");
    }
    return version > NEWEST_TRIED_JDK
        ? Finding.warning("jdk", saw, "Giro is tested on 17; if Spark complains, use that")
        : Finding.ok("jdk", saw);
  }

  /** Needed to build, not to run. */
  private Finding maven() {
    for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator)) {
      Path mvn = Path.of(folder.isEmpty() ? "." : folder).resolve("mvn");
      if (Files.isExecutable(mvn)) {
        return Finding.ok("maven", mvn.toString());
      }
    }
    return Finding.warning(
        "maven",
        "no mvn on the PATH",
        "install Maven before the sources change; Giro is built with it");
  }

  private static Finding memory() {
    long heap = Runtime.getRuntime().maxMemory();
    String saw = gib(heap) + " of heap" + machineMemory();
    return heap < LEAST_HEAP * 9 / 10
        ? Finding.problem("memory", saw, "set GIRO_MEMORY=2g or more, 4g for real data")
        : Finding.ok("memory", saw);
  }

  private static String machineMemory() {
    return java.lang.management.ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? " on a machine of " + gib(system.getTotalMemorySize())
        : "";
  }

  private static Finding cores() {
    int cores = Runtime.getRuntime().availableProcessors();
    return cores < 2
        ? Finding.warning("cores", "1", "a night works, but nothing of it runs side by side")
        : Finding.ok("cores", String.valueOf(cores));
  }

  private static Finding timeZone() {
    String zone = TimeZone.getDefault().getID();
    return zone.equals("UTC") || zone.equals("Etc/UTC")
        ? Finding.ok("time zone", "UTC")
        : Finding.warning(
            "time zone", zone, "start Java with -Duser.timezone=UTC, as scripts/giro does");
  }

  /** Where Spark puts what does not fit into memory. */
  private static Finding temp() {
    Path temp = Path.of(System.getProperty("java.io.tmpdir"));
    if (!Files.isWritable(temp)) {
      return Finding.problem(
          "temp", temp + " cannot be written to", "set GIRO_JAVA_OPTS=-Djava.io.tmpdir=FOLDER");
    }
    return space("temp", temp, LEAST_TEMP);
  }

  /**
   * The space left where a folder is or will be.
   *
   * @param least with fewer bytes a night cannot end
   */
  static Finding space(String about, Path folder, long least) {
    Path there = folder.toAbsolutePath();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    try {
      FileStore store = Files.getFileStore(there);
      long left = store.getUsableSpace();
      String saw = gib(left) + " free in " + folder;
      if (left < least) {
        return Finding.problem(about, saw, "make room, or name another place");
      }
      return left < LITTLE_SPACE
          ? Finding.warning(about, saw, "make room before the history grows")
          : Finding.ok(about, saw);
    } catch (IOException e) {
      return Finding.warning(about, "the space in " + folder + " is unknown", "look yourself");
    }
  }

  private static String gib(long bytes) {
    return String.format(Locale.ROOT, "%.1f GiB", (double) bytes / GIB);
  }
}
