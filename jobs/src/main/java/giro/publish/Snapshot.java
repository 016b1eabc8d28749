package giro.publish;

import giro.lake.LakeFiles;
import giro.model.table.ContractVersion;
import giro.model.table.TableContract;
import giro.model.table.Tables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * One run's published tables: written under {@code runs/<run_id>}, seen by nobody until the pointer
 * {@code published.json} is replaced, last and in one step.
 */
public final class Snapshot {
  private final SparkSession spark;
  private final String bi;
  private final String runId;
  private final PublishSettings settings;
  private final WithholdSmallCells withholding;
  private final Map<String, Published.PublishedTable> tables = new ConcurrentSkipListMap<>();
  private final Map<String, TableContract> contracts = new ConcurrentSkipListMap<>();

  /**
   * @param memory what earlier nights withheld
   */
  public Snapshot(
      SparkSession spark,
      String bi,
      String runId,
      PublishSettings settings,
      WithheldMemory memory) {
    this.spark = spark;
    this.bi = bi;
    this.runId = runId;
    this.settings = settings;
    this.withholding = new WithholdSmallCells(settings.k(), memory);
  }

  /** A run that was written before. */
  public static Snapshot toRead(SparkSession spark, String bi, String runId) {
    return new Snapshot(spark, bi, runId, new PublishSettings(1, 1), null);
  }

  /** Writes a table of the run, small cells withheld; its file carries the run id. Thread-safe. */
  public long write(TableContract table, Dataset<Row> rows) throws IOException {
    List<Row> shown = withholding.apply(table, rows).to(table.schema()).collectAsList();
    String path = "runs/" + runId + "/" + table.name();
    String file = table.name() + "-" + runId + "-0.parquet";
    new WriteRows(spark).write(table, shown, new Path(bi + "/" + path, file));
    contracts.put(table.name(), table);
    tables.put(
        table.name(),
        new Published.PublishedTable(path, List.of(file), shown.size(), table.columnNames()));
    return shown.size();
  }

  /** A table of this run as readers will see it. */
  public Dataset<Row> read(TableContract table) {
    return spark.read().schema(table.schema()).parquet(bi + "/runs/" + runId + "/" + table.name());
  }

  public String runId() {
    return runId;
  }

  /** True for a table this run has written. */
  public boolean has(String table) {
    return tables.containsKey(table);
  }

  /** A table of this run by name, if this run has written it. */
  public Optional<Dataset<Row>> find(String table) {
    return has(table) ? Optional.of(read(table)) : Optional.empty();
  }

  /** A table of this run by name. */
  public Dataset<Row> read(String table) {
    TableContract written = contracts.get(table);
    return read(written == null ? Tables.named(table).orElseThrow() : written);
  }

  /** Makes the run the one that readers see, then refreshes the copy and drops what is too old. */
  public Published publish(String asOf, String publishedAt) throws IOException {
    LakeFiles pointer = new LakeFiles(hadoop());
    Published next =
        new Published(asOf, runId, publishedAt, ContractVersion.CURRENT, tables, List.of());
    Optional<String> before = pointer.read(bi + "/published.json");
    Published now =
        before.isPresent() ? Published.parse(before.get()).with(next, settings.keepRuns()) : next;
    pointer.replace(bi + "/published.json", now.json());
    if (now.runId().equals(runId)) {
      copyToLatest();
    }
    dropRunsNotIn(now);
    return now;
  }

  private void copyToLatest() throws IOException {
    for (Map.Entry<String, Published.PublishedTable> table : tables.entrySet()) {
      Path target = new Path(bi + "/latest", table.getKey());
      FileSystem files = target.getFileSystem(hadoop());
      files.mkdirs(target);
      for (String name : table.getValue().files()) {
        Path from = new Path(bi + "/" + table.getValue().path(), name);
        FileUtil.copy(files, from, files, new Path(target, name), false, true, hadoop());
      }
      for (FileStatus old : files.listStatus(target)) {
        if (!table.getValue().files().contains(old.getPath().getName())) {
          files.delete(old.getPath(), true);
        }
      }
    }
  }

  private void dropRunsNotIn(Published now) throws IOException {
    Set<String> kept = new TreeSet<>();
    kept.add(now.runId());
    now.earlier().forEach(night -> kept.add(night.runId()));
    Path runs = new Path(bi, "runs");
    FileSystem files = runs.getFileSystem(hadoop());
    List<FileStatus> dropped = new ArrayList<>();
    for (FileStatus run : files.listStatus(runs)) {
      if (!kept.contains(run.getPath().getName())) {
        dropped.add(run);
      }
    }
    // A reader may still be on a run that was just replaced: a few of those stay for a while.
    dropped.sort(Comparator.comparing((FileStatus s) -> s.getPath().getName()).reversed());
    for (FileStatus run : dropped.subList(Math.min(2, dropped.size()), dropped.size())) {
      files.delete(run.getPath(), true);
    }
  }

  private Configuration hadoop() {
    return spark.sessionState().newHadoopConf();
  }
}
