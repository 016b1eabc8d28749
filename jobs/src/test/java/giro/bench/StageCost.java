package giro.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What one stage of a run cost; the tasks' part is added up from Spark's event log. */
final class StageCost {
  private final String name;
  private final double wallSeconds;
  private final double cpuSeconds;
  private final long peakDisk;
  private final long endedAt;
  private double taskCpuSeconds;
  private long rowsRead;
  private long bytesRead;
  private long bytesWritten;
  private long bytesShuffled;
  private long bytesSpilled;

  /**
   * @param cpuSeconds of the whole process, the driver's planning and compiling included
   * @param peakDisk the most bytes on disk while it ran, of all stages' files
   * @param endedAt milliseconds since 1970
   */
  StageCost(String name, double wallSeconds, double cpuSeconds, long peakDisk, long endedAt) {
    this.name = name;
    this.wallSeconds = wallSeconds;
    this.cpuSeconds = cpuSeconds;
    this.peakDisk = peakDisk;
    this.endedAt = endedAt;
  }

  long endedAt() {
    return endedAt;
  }

  /** Adds a finished task's metrics, as Spark's event log has them. */
  void add(JsonNode metrics) {
    taskCpuSeconds += metrics.path("Executor CPU Time").asLong() / 1e9;
    rowsRead += metrics.path("Input Metrics").path("Records Read").asLong();
    bytesRead += metrics.path("Input Metrics").path("Bytes Read").asLong();
    bytesWritten += metrics.path("Output Metrics").path("Bytes Written").asLong();
    bytesShuffled += metrics.path("Shuffle Write Metrics").path("Shuffle Bytes Written").asLong();
    bytesSpilled += metrics.path("Disk Bytes Spilled").asLong();
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("stage", name);
    json.put("wall_seconds", wallSeconds);
    json.put("cpu_seconds", cpuSeconds);
    json.put("task_cpu_seconds", taskCpuSeconds);
    json.put("rows_read", rowsRead);
    json.put("bytes_read", bytesRead);
    json.put("bytes_written", bytesWritten);
    json.put("bytes_shuffled", bytesShuffled);
    json.put("bytes_spilled", bytesSpilled);
    json.put("peak_disk_bytes", peakDisk);
    return json;
  }

  String line() {
    double mib = 1 << 20;
    return String.format(
        "  %-28s %8.1f %8.1f %8.1f %12d %9.1f %9.1f %9.1f %9.1f",
        name,
        wallSeconds,
        cpuSeconds,
        taskCpuSeconds,
        rowsRead,
        bytesRead / mib,
        bytesWritten / mib,
        bytesShuffled / mib,
        peakDisk / mib);
  }
}
