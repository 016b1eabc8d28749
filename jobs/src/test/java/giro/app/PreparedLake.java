package giro.app;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileUtil;

/**
 * What several tests begin from: made by the first of all forks that asks for it, and copied for
 * each, which takes milliseconds where a night takes half a minute.
 */
final class PreparedLake {
  /** Forks of one run of the tests share; without that name each JVM has its own. */
  private static final String RUN =
      System.getProperty("giro.test.run", "jvm-" + ProcessHandle.current().pid());

  private static final Path ALL = Path.of("target/prepared").toAbsolutePath();

  private PreparedLake() {}

  /** What puts a lake with all around it (lake, bi, report) below a folder. */
  interface Making {
    void at(Path home) throws Exception;
  }

  /** Puts a copy of the lake of this name below {@code home}. */
  static void copy(String name, Path home, Making making) throws Exception {
    copy(made(name, making), home);
  }

  /** The lake of this name, to be read only. */
  static synchronized Path made(String name, Making making) throws Exception {
    Path run = ALL.resolve(RUN);
    Path made = run.resolve(name);
    try (FileChannel file = locked(ALL.resolveSibling("prepared.lock"))) {
      if (!Files.exists(run)) {
        Files.createDirectories(run);
        dropFormer();
      }
    }
    try (FileChannel file = locked(run.resolve(name + ".lock"))) {
      if (!Files.exists(made)) {
        Path beginning = Files.createTempDirectory(run, name);
        making.at(beginning);
        Files.move(beginning, made);
      }
    }
    return made;
  }

  /** Those of runs that are long over; another may be at work in this checkout. */
  private static void dropFormer() {
    long yesterday = System.currentTimeMillis() - TimeUnit.DAYS.toMillis(1);
    for (File former : ALL.toFile().listFiles()) {
      if (former.lastModified() < yesterday) {
        FileUtil.fullyDelete(former);
      }
    }
  }

  /** Waits for another fork; let go of with the channel. */
  private static FileChannel locked(Path place) throws IOException {
    FileChannel file = FileChannel.open(place, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    file.lock();
    return file;
  }

  /** Copies all that is below a folder. */
  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : (Iterable<Path>) all::iterator) {
        Path place = to.resolve(from.relativize(each).toString());
        if (!Files.isDirectory(place)) {
          Files.copy(each, place);
        }
      }
    }
  }
}
