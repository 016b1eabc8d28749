package giro.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import org.apache.spark.SparkContext;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/**
 * What Spark's tasks did for a run, by stage of the run: the rows and bytes they touched and the
 * CPU time they took. What the driver does by itself, planning, listing and small published files
 * among it, is in none of these.
 */
final class TaskWork implements AutoCloseable {
  /** Longer than events of finished tasks are ever under way; what is not told by then is left. */
  private static final long PATIENCE_MILLIS = 10_000;

  private final SparkContext spark;
  private final Listener listener = new Listener();

  private TaskWork(SparkContext spark) {
    this.spark = spark;
  }

  /** Counts from now on, until closed. */
  static TaskWork of(SparkContext spark) {
    TaskWork work = new TaskWork(spark);
    spark.addSparkListener(work.listener);
    return work;
  }

  /**
   * Tasks of one stage.
   *
   * @param rowsRead records read from files or from what a query kept
   * @param bytesRead of the same
   * @param rowsWritten records written to files
   * @param bytesWritten of the same
   * @param bytesShuffled written for other tasks
   * @param cpuSeconds of the tasks' threads
   */
  record Done(
      long tasks,
      long rowsRead,
      long bytesRead,
      long rowsWritten,
      long bytesWritten,
      long bytesShuffled,
      double cpuSeconds) {
    static final Done NOTHING = new Done(0, 0, 0, 0, 0, 0, 0);

    Done plus(Done other) {
      return new Done(
          tasks + other.tasks,
          rowsRead + other.rowsRead,
          bytesRead + other.bytesRead,
          rowsWritten + other.rowsWritten,
          bytesWritten + other.bytesWritten,
          bytesShuffled + other.bytesShuffled,
          cpuSeconds + other.cpuSeconds);
    }

    private static Done of(TaskMetrics task) {
      return new Done(
          1,
          task.inputMetrics().recordsRead(),
          task.inputMetrics().bytesRead(),
          task.outputMetrics().recordsWritten(),
          task.outputMetrics().bytesWritten(),
          task.shuffleWriteMetrics().bytesWritten(),
          task.executorCpuTime() / 1e9);
    }

    Map<String, Object> json() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("tasks", tasks);
      json.put("rows_read", rowsRead);
      json.put("bytes_read", bytesRead);
      json.put("rows_written", rowsWritten);
      json.put("bytes_written", bytesWritten);
      json.put("bytes_shuffled", bytesShuffled);
      json.put("cpu_seconds", Math.round(cpuSeconds * 1e3) / 1e3);
      return json;
    }
  }

  /**
   * By stage of the run, in the order of their names; waits for what finished tasks have to say.
   */
  Map<String, Done> byStage() {
    try {
      spark.listenerBus().waitUntilEmpty(PATIENCE_MILLIS);
    } catch (TimeoutException late) {
      // Counts are told as far as they came: a night does not fail for its own measuring.
    }
    return listener.copy();
  }

  @Override
  public void close() {
    spark.removeSparkListener(listener);
  }

  private static final class Listener extends SparkListener {
    private final Map<Integer, String> names = new LinkedHashMap<>();
    private final Map<String, Done> done = new TreeMap<>();

    @Override
    public synchronized void onStageSubmitted(SparkListenerStageSubmitted submitted) {
      names.put(submitted.stageInfo().stageId(), StageScope.stage(submitted.properties()));
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd ended) {
      if (ended.taskMetrics() != null) {
        String stage = names.getOrDefault(ended.stageId(), StageScope.NONE);
        done.merge(stage, Done.of(ended.taskMetrics()), Done::plus);
      }
    }

    synchronized Map<String, Done> copy() {
      return new TreeMap<>(done);
    }
  }
}
