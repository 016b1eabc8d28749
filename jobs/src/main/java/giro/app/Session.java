package giro.app;

import giro.config.SparkSettings;
import giro.lake.LocalFiles;
import org.apache.spark.sql.SparkSession;

/** Builds the one Spark session of a command. */
final class Session {
  private Session() {}

  static SparkSession start(SparkSettings settings) {
    SparkSession.Builder builder =
        SparkSession.builder()
            .appName("giro")
            .config("spark.ui.enabled", "false")
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
            .config("spark.hadoop.fs.s3a.attempts.maximum", "5")
            .config("spark.hadoop.fs.s3a.retry.limit", "5")
            .config("spark.hadoop.fs.s3a.connection.establish.timeout", "10s")
            .config("spark.delta.logStore.file.impl", "io.delta.storage.LocalLogStore")
            .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
            .config(
                "spark.sql.catalog.spark_catalog",
                "org.apache.spark.sql.delta.catalog.DeltaCatalog")
            .config("spark.databricks.delta.snapshotPartitions", "2");
    if (!settings.master().isEmpty()) {
      builder.master(settings.master());
      if (settings.master().startsWith("local")) {
        builder
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1");
      }
    }
    settings.conf().forEach(builder::config);
    SparkSession spark = builder.getOrCreate();
    if (!settings.conf().containsKey("spark.sql.shuffle.partitions")) {
      int cores = Math.max(1, spark.sparkContext().defaultParallelism());
      int partitions = settings.shufflePartitions() > 0 ? settings.shufflePartitions() : cores;
      spark.conf().set("spark.sql.shuffle.partitions", String.valueOf(partitions));
    }
    return spark;
  }
}
