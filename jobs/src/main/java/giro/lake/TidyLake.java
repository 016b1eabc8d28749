package giro.lake;

import giro.model.table.JourneyTouches;
import giro.model.table.Laps;
import giro.model.table.Runs;
import giro.model.table.TableContract;
import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.ContentSummary;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import scala.Console;
import scala.Option;

/**
 * Keeps a lake from growing with the number of nights: small files of tables that nights add to
 * become few, files of versions that were overwritten go, and so does what died runs left aside. No
 * row changes. To be run under the lake's lock, with nothing in flight.
 */
public final class TidyLake {
  /** Journeys and laps hold whole persons a file, which joining files would not keep. */
  private static final List<TableContract> WHOLE_PERSONS =
      List.of(JourneyTouches.CONTRACT, Laps.CONTRACT);

  private static final int MANY_FILES = 8;

  /**
   * Delta lists a table's folders in so many tasks; thousands unless told, each for next to
   * nothing.
   */
  private static final String LISTERS = "spark.sql.sources.parallelPartitionDiscovery.parallelism";

  private static final String CHECK = "spark.databricks.delta.retentionDurationCheck.enabled";

  private final SparkSession spark;
  private final Lake lake;
  private final Duration keep;
  private final Duration keepLogs;

  /**
   * @param keep files of an overwritten version stay this long, for readers of the lake that still
   *     use them
   * @param keepLogs entries of the tables' logs stay this long, in whole days
   */
  public TidyLake(SparkSession spark, Lake lake, Duration keep, Duration keepLogs) {
    this.spark = spark.newSession();
    this.lake = lake;
    this.keep = keep;
    this.keepLogs = keepLogs;
    this.spark.conf().set(CHECK, "false"); // the lock keeps writers out, which is what it guards
    this.spark.conf().set(LISTERS, String.valueOf(2 * spark.sparkContext().defaultParallelism()));
  }

  /** What is on disk below the lake's root. */
  public record Size(long files, long bytes) {}

  /** Tidies one table; nothing happens where it was never written. */
  public void table(TableContract table) {
    if (!lake.exists(table)) {
      return;
    }
    DeltaTable delta = DeltaTable.forPath(spark, lake.root() + "/" + table.name());
    if (!WHOLE_PERSONS.contains(table) && lake.read(table).inputFiles().length > MANY_FILES) {
      delta.optimize().executeCompaction();
    }
    // Delta tells on standard output what it deleted, which is where answers go.
    Console.withOut(OutputStream.nullOutputStream(), () -> delta.vacuum(keep.toMinutes() / 60.0));
    dropOldLog(lake.root() + "/" + table.name());
  }

  /** The log is read from a checkpoint on, so that what stands before it may go. */
  private void dropOldLog(String path) {
    DeltaLog log = DeltaLog.forTable(spark, path);
    Snapshot now = log.update(false, Option.empty(), Option.empty());
    boolean isGrown = now.version() > now.logSegment().checkpointProvider().version();
    if (isGrown && log.snapshot().logSegment().deltas().size() > MANY_FILES) {
      log.checkpoint(now, Option.empty());
    }
    log.cleanUpExpiredLogs(
        now, Option.empty(), Option.apply(keepLogs.toMillis()), log.cleanUpExpiredLogs$default$4());
  }

  /** Drops the lineage of runs that the ledger does not know any more. */
  public void lineage() throws IOException {
    LakeFiles files = new LakeFiles(spark.sessionState().newHadoopConf());
    String folder = lake.root() + "/_giro/lineage";
    Set<String> runs =
        new HashSet<>(
            lake.read(Runs.CONTRACT).select(Runs.RUN_ID).as(Encoders.STRING()).collectAsList());
    for (String name : files.names(folder)) {
      if (!runs.contains(name.replace(".jsonl", ""))) {
        files.delete(folder + "/" + name);
      }
    }
  }

  /** Drops what runs that died had set aside. */
  public void leftovers() throws IOException {
    LakeFiles files = new LakeFiles(spark.sessionState().newHadoopConf());
    for (String aside : List.of("_giro/aside", "_older_night", "_sensitivity")) {
      files.delete(lake.root() + "/" + aside);
    }
  }

  /** Zero where there is no lake. */
  public Size size() throws IOException {
    Path root = new Path(lake.root());
    FileSystem files = root.getFileSystem(spark.sessionState().newHadoopConf());
    if (!files.exists(root)) {
      return new Size(0, 0);
    }
    ContentSummary summary = files.getContentSummary(root);
    return new Size(summary.getFileCount(), summary.getLength());
  }
}
