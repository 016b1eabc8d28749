package giro.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A running process and the folders it writes: CPU and peak memory as Linux counts them, and the
 * most bytes seen in the folders, looked at once a second.
 */
final class WatchedProcess {
  private static final double TICKS_A_SECOND = 100;

  private final Process process;
  private final List<Path> folders;
  private long peakMemory;
  private long peakDisk;
  private long peakDiskOfStage;

  WatchedProcess(Process process, List<Path> folders) {
    this.process = process;
    this.folders = folders;
  }

  /** User and system CPU-seconds so far; NaN once the process has ended. */
  double cpuSeconds() {
    try {
      String stat = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_A_SECOND;
    } catch (IOException e) {
      return Double.NaN;
    }
  }

  /** Looks once a second until the process ends. */
  void watch() {
    while (process.isAlive()) {
      look();
      try {
        Thread.sleep(1000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  long peakMemory() {
    return peakMemory;
  }

  long peakDisk() {
    return Math.max(peakDisk, bytes());
  }

  /** The most bytes seen since this was last asked. */
  synchronized long takePeakDiskOfStage() {
    note(bytes());
    long peak = peakDiskOfStage;
    peakDiskOfStage = 0;
    return peak;
  }

  private synchronized void note(long bytes) {
    peakDisk = Math.max(peakDisk, bytes);
    peakDiskOfStage = Math.max(peakDiskOfStage, bytes);
  }

  private void look() {
    note(bytes());
    Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
    try (Stream<String> lines = Files.lines(status)) {
      lines
          .filter(line -> line.startsWith("VmHWM:"))
          .forEach(line -> peakMemory = Long.parseLong(line.replaceAll("\\D", "")) * 1024);
    } catch (IOException | UncheckedIOException e) {
      // It ended between two looks; what was seen stands.
      return;
    }
  }

  private long bytes() {
    return folders.stream().mapToLong(WatchedProcess::bytes).sum();
  }

  /** Bytes of the files under a folder; files that vanish meanwhile count for nothing. */
  static long bytes(Path folder) {
    if (!Files.exists(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.mapToLong(WatchedProcess::size).sum();
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }

  private static long size(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.size(file) : 0;
    } catch (NoSuchFileException e) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
