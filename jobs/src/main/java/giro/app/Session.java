package giro.app;

import giro.config.SparkSettings;
import giro.lake.LocalFiles;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TimeZone;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** Builds the one Spark session of a command. */
final class Session {
  private static final String PARTITIONS = "spark.sql.shuffle.partitions";

  /**
   * What holds where nobody said otherwise. Of S3, how long it is asked again: Hadoop's own
   * defaults ask a dead endpoint for minutes, and Spark starts a task that failed three times more.
   * Of plans, how they are put in words for a page of Spark's that is off: at length, that takes a
   * tenth of a small night.
   */
  private static final Map<String, String> UNLESS_SAID =
      Map.of(
          "spark.hadoop.fs.s3a.retry.limit", "3",
          "spark.hadoop.fs.s3a.attempts.maximum", "2",
          "spark.hadoop.fs.s3a.connection.establish.timeout", "15s",
          "spark.hadoop.fs.s3a.connection.timeout", "60s",
          "spark.sql.ui.explainMode", "simple");

  private static final String OPTIONS = "spark.executor.extraJavaOptions";

  private Session() {}

  static SparkSession start(SparkSettings settings) {
    SparkConf submitted = new SparkConf(); // what spark-submit was told, empty without it
    String master = submitted.get("spark.master", settings.master());
    SparkSession.Builder builder =
        SparkSession.builder()
            .appName("giro")
            .config("spark.ui.enabled", submitted.get("spark.ui.enabled", "false"))
            .config("spark.ui.showConsoleProgress", "false")
            .config("spark.sql.session.timeZone", "UTC")
            // A bad value in a user's expression is null and judged by row; it must not end the
            // night.
            .config("spark.sql.ansi.enabled", "false")
            .config("spark.sql.mapKeyDedupPolicy", "LAST_WIN")
            .config("spark.sql.parquet.compression.codec", "zstd")
            .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
            // A hundred rules make one huge method that the JIT refuses; split it instead.
            .config("spark.sql.codegen.hugeMethodLimit", "8000")
            // A night compiles some hundreds of classes; with the default of 100 kept, the next
            // night in the same session would compile them all again.
            .config("spark.sql.codegen.cache.maxEntries", "2000")
            // Shuffle files of finished queries go when their objects are collected: look every
            // minute. Dropping them as a query ends would break Delta, which keeps its state over
            // them.
            .config("spark.cleaner.periodicGC.interval", "1min")
            // Small files side by side in a task by their bytes, not as if each were 4 MB.
            .config("spark.sql.files.openCostInBytes", String.valueOf(1L << 18))
            // One row group a file: readers never split a file, so a person stays in one task.
            .config("spark.hadoop.parquet.block.size", String.valueOf(1L << 30))
            // No process a file: see LocalFiles; the lake's lock keeps other writers out.
            .config("spark.hadoop.fs.file.impl", LocalFiles.class.getName())
            // A store that is away says so within a minute or two, not after the quarter of an hour
            // that Hadoop's clients would try on their own.
            .config("spark.hadoop.ipc.client.connect.max.retries", "5")
            .config("spark.hadoop.ipc.client.connect.max.retries.on.timeouts", "2")
            .config("spark.delta.logStore.file.impl", "io.delta.storage.LocalLogStore")
            .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
            .config(
                "spark.sql.catalog.spark_catalog",
                "org.apache.spark.sql.delta.catalog.DeltaCatalog")
            .config("spark.databricks.delta.snapshotPartitions", "2");
    UNLESS_SAID.forEach((key, value) -> builder.config(key, submitted.get(key, value)));
    if (!master.isEmpty()) {
      builder.master(master);
      if (master.startsWith("local")) {
        builder
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1");
      }
    }
    settings.conf().forEach(builder::config);
    String options = settings.conf().getOrDefault(OPTIONS, submitted.get(OPTIONS, ""));
    builder.config(OPTIONS, (options + " -Duser.timezone=UTC").strip());
    // Dates that pass through the JVM are in its zone, which on a cluster may be any.
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    SparkSession spark = builder.getOrCreate();
    if (!settings.conf().containsKey(PARTITIONS) && !submitted.contains(PARTITIONS)) {
      choosePartitions(spark, settings.shufflePartitions(), master.startsWith("local"));
    }
    return spark;
  }

  private static void choosePartitions(SparkSession spark, int wanted, boolean isLocal) {
    OptionalInt partitions =
        wanted > 0
            ? OptionalInt.of(wanted)
            : isLocal || spark.sparkContext().isLocal()
                ? OptionalInt.of(Math.max(1, spark.sparkContext().defaultParallelism()))
                : asksFor(spark.sparkContext().getConf());
    partitions.ifPresent(number -> spark.conf().set(PARTITIONS, String.valueOf(number)));
  }

  /**
   * The cores that a cluster was asked for, where that was said: its executors come later than the
   * session, so counting them now would find few. Unsaid, Spark's own default holds.
   */
  static OptionalInt asksFor(SparkConf conf) {
    if (conf.contains("spark.cores.max")) {
      return OptionalInt.of(conf.getInt("spark.cores.max", 1));
    }
    return conf.contains("spark.executor.instances")
        ? OptionalInt.of(
            conf.getInt("spark.executor.instances", 1) * conf.getInt("spark.executor.cores", 1))
        : OptionalInt.empty();
  }
}
