package giro.app;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** A command in a JVM of its own, with the class path of the tests. */
final class GiroProcess {
  static final List<String> CLASS_PATH =
      List.of(
          System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
              .split(File.pathSeparator));

  private final List<String> command = new ArrayList<>();
  private final Path home;

  /** A command on places of its own below {@code home}, with nothing withheld. */
  GiroProcess(Path landing, Path home, String... arguments) {
    this.home = home;
    command.addAll(List.of(ProcessHandle.current().info().command().orElse("java"), "-Xmx1g"));
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(a -> a.startsWith("--add-opens") || a.startsWith("-Duser"))
        .forEach(command::add);
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:MetaspaceSize=256m",
            "-XX:ReservedCodeCacheSize=512m",
            "-cp",
            String.join(File.pathSeparator, CLASS_PATH),
            Main.class.getName()));
    command.addAll(List.of(arguments));
    for (String place : List.of("lake", "bi", "report")) {
      set(place, home.resolve(place).toString());
    }
    set("landing", landing.toAbsolutePath().toString());
    set("privacy.k", "1");
  }

  GiroProcess set(String key, String value) {
    command.addAll(List.of("--set", key + "=" + value));
    return this;
  }

  GiroProcess spark(String key, String value) {
    return set("spark.conf.\"" + key + "\"", "\"" + value + "\"");
  }

  /** Without compiling each query: for a few rows that takes longer than running it. */
  GiroProcess quickly() {
    return spark("spark.sql.codegen.wholeStage", "false")
        .spark("spark.sql.codegen.factoryMode", "NO_CODEGEN");
  }

  /**
   * Waits until something has happened or the process is over: for that, not for a time, as a busy
   * machine may take ten times as long as a quiet one.
   */
  static void await(Process process, Callable<Boolean> hasHappened) throws Exception {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(15);
    while (process.isAlive() && !hasHappened.call() && System.nanoTime() < end) {
      Thread.sleep(50);
    }
  }

  /** Waits for the end of a process that was told to end, or has little left to do. */
  static boolean ends(Process process) throws InterruptedException {
    return process.waitFor(5, TimeUnit.MINUTES);
  }

  /** Starts it; what it says goes to {@code log}. */
  Process start(Path log, Map<String, String> environment) throws IOException {
    ProcessBuilder process = new ProcessBuilder(command);
    process.directory(Files.createDirectories(home).toFile());
    process.environment().putAll(environment);
    return process.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }
}
