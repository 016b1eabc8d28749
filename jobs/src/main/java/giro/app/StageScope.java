package giro.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;
import org.slf4j.MDC;

/**
 * While a stage runs on this thread, its log lines carry run_id, night and stage, on executors too,
 * and its Spark jobs say in their description what they are for.
 */
final class StageScope implements AutoCloseable {
  private static final String DESCRIPTION = "spark.job.description";
  private static final String GROUP = "spark.jobGroup.id";

  /** Spark gives local properties of this prefix to the logs of its tasks. */
  private static final String ON_EXECUTORS = "mdc.";

  private static final String STAGE = "stage";

  /** Where a Spark job belongs to no stage of a run. */
  static final String NONE = "between stages";

  private final Map<String, String> before = new LinkedHashMap<>();
  private final Map<String, String> ofJobs = new LinkedHashMap<>();
  private final SparkContext spark;

  private StageScope(SparkContext spark) {
    this.spark = spark;
  }

  /**
   * @param run run_id and night, empty outside of a night
   */
  static StageScope enter(Map<String, String> run, String stage) {
    StageScope scope =
        new StageScope(
            SparkSession.getDefaultSession().map(s -> s.sparkContext()).getOrElse(() -> null));
    run.forEach(scope::say);
    scope.say(STAGE, stage);
    String night = run.containsKey("night") ? "night of " + run.get("night") + ": " : "";
    scope.ofJobs(DESCRIPTION, night + stage);
    scope.ofJobs(GROUP, run.getOrDefault("run_id", stage));
    return scope;
  }

  /** The stage that a Spark job was started in, by its properties; {@link #NONE} outside of any. */
  static String stage(Properties job) {
    return job == null ? NONE : job.getProperty(ON_EXECUTORS + STAGE, NONE);
  }

  /** The stage that runs on this thread, or on the one that started it; null outside of any. */
  static String current(SparkContext spark) {
    return spark.getLocalProperty(ON_EXECUTORS + STAGE);
  }

  private void say(String key, String value) {
    before.put(key, MDC.get(key));
    MDC.put(key, value);
    property(ON_EXECUTORS + key, value);
  }

  /** A stage may run within another, whose jobs go on as before. */
  private void ofJobs(String key, String value) {
    ofJobs.put(key, spark == null || spark.isStopped() ? null : spark.getLocalProperty(key));
    property(key, value);
  }

  private void property(String key, String value) {
    if (spark != null && !spark.isStopped()) {
      spark.setLocalProperty(key, value);
    }
  }

  @Override
  public void close() {
    before.forEach(
        (key, value) -> {
          if (value == null) {
            MDC.remove(key);
          } else {
            MDC.put(key, value);
          }
          property(ON_EXECUTORS + key, value);
        });
    ofJobs.forEach(this::property);
  }
}
