package giro.lake;

import giro.model.table.TableContract;
import giro.model.table.Touches;
import io.delta.tables.DeltaTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import scala.Option;

/**
 * The tables of one lake, each at {@code <root>/<table>}. A table that was never written reads as
 * empty with the columns of its contract.
 */
public final class Lake {
  private static final String MARKS_ROWS = "delta.enableDeletionVectors";

  private final SparkSession spark;
  private final String root;
  private final TableFiles files;
  private final TableUse uses;
  private final Asides asides;

  public Lake(SparkSession spark, String root) {
    this(spark, root, TableUse.UNTOLD);
  }

  /**
   * @param uses is told of every read and write, on the thread that asks for it
   */
  public Lake(SparkSession spark, String root, TableUse uses) {
    this.uses = uses;
    this.asides = new Asides(spark, root + "/_giro/aside/");
    this.spark = spark;
    this.root = root;
    this.files = new TableFiles(spark.sessionState().newHadoopConf());
  }

  public String root() {
    return root;
  }

  /**
   * All rows of a table as they are now, whatever is written to it afterwards; columns as in its
   * contract; empty where it was never written.
   */
  public Dataset<Row> read(TableContract table) {
    if (!exists(table)) {
      return empty(table);
    }
    DeltaLog log = DeltaLog.forTable(spark, path(table));
    Snapshot snapshot = snapshot(table);
    uses.read(path(table), snapshot.version());
    return log.createDataFrame(snapshot, files.of(path(table), snapshot), false, Option.empty());
  }

  /**
   * As {@link #read}, without the files that hold nothing of a range of time, both ends included.
   * Rows outside of the range may still come.
   *
   * @param column {@link Touches#OCCURRED_AT}, the one column whose range the log knows
   * @param from microseconds since 1970 UTC
   */
  public Dataset<Row> readFilesBetween(TableContract table, String column, long from, long to) {
    if (!exists(table)) {
      return empty(table);
    }
    DeltaLog log = DeltaLog.forTable(spark, path(table));
    Snapshot snapshot = snapshot(table);
    uses.read(path(table), snapshot.version());
    return log.createDataFrame(
        snapshot, files.between(path(table), snapshot, column, from, to), false, Option.empty());
  }

  private Dataset<Row> empty(TableContract table) {
    return spark.createDataFrame(List.of(), table.schema());
  }

  /**
   * Writes rows aside for the length of a stage and gives them back, so that what is dear to
   * compute is computed once and then read column by column. Unlike a cache this takes no memory,
   * and disk as a table would.
   */
  public Dataset<Row> setAside(String name, Dataset<Row> rows) {
    return asides.set(name, rows, 0);
  }

  /**
   * As above, in files of at most so many rows, so that a single large task leaves work for many.
   *
   * @param rowsPerFile 0 for no limit
   */
  public Dataset<Row> setAside(String name, Dataset<Row> rows, long rowsPerFile) {
    return asides.set(name, rows, rowsPerFile);
  }

  /** Writes rows aside in shares 0 to {@code shares - 1}, in one go. */
  public void setAsideInShares(String name, Dataset<Row> rows, Column share) {
    asides.setInShares(name, rows, share);
  }

  /** A share that was set aside, empty where no row fell into it. */
  public Dataset<Row> share(String name, int share, StructType schema) {
    return asides.share(name, share, schema);
  }

  /** Drops a share as soon as it was read for the last time. */
  public void dropShare(String name, int share) {
    asides.dropShare(name, share);
  }

  /** Drops what was set aside under the name; nothing happens where there is nothing. */
  public void dropAside(String name) {
    asides.drop(name);
  }

  /** Adds rows; their columns are selected as the contract has them. */
  public void append(TableContract table, Dataset<Row> rows) {
    write(table, rows, "append");
  }

  /** Replaces all rows in one commit. */
  public void overwrite(TableContract table, Dataset<Row> rows) {
    write(table, rows, "overwrite");
  }

  /**
   * Puts rows in the place of those where {@code gone} holds: two commits, of which the first marks
   * rows in files that stay as they are. The first time, the table is told so.
   */
  public void replace(TableContract table, Column gone, Dataset<Row> rows) {
    if (exists(table) && !snapshot(table).metadata().configuration().contains(MARKS_ROWS)) {
      spark.sql(
          "ALTER TABLE delta.`%s` SET TBLPROPERTIES ('%s' = 'true')"
              .formatted(path(table), MARKS_ROWS));
    }
    delete(table, gone);
    append(table, rows);
  }

  /** Deletes the rows where {@code condition} holds. */
  public void delete(TableContract table, Column condition) {
    if (exists(table)) {
      DeltaTable.forPath(spark, path(table)).delete(condition);
    }
  }

  public boolean exists(TableContract table) {
    return DeltaTable.isDeltaTable(spark, path(table));
  }

  /** The columns a table has on disk, which may be those of an older contract. */
  StructType storedSchema(TableContract table) {
    return snapshot(table).schema();
  }

  /** Adds the columns of the contract that a table does not have on disk, null in every row. */
  void addMissingColumns(TableContract table) {
    empty(table)
        .write()
        .format("delta")
        .option("mergeSchema", "true")
        .mode("append")
        .save(path(table));
  }

  /** The version of each table that exists, to come back to. */
  public Map<String, Long> versions(List<TableContract> tables) {
    Map<String, Long> versions = new LinkedHashMap<>();
    for (TableContract table : tables) {
      if (exists(table)) {
        versions.put(table.name(), version(table));
      }
    }
    return versions;
  }

  /** Brings each table back to its version; one that has none is emptied. */
  public void restore(List<TableContract> tables, Map<String, Long> versions) {
    for (TableContract table : tables) {
      if (!exists(table)) {
        continue;
      }
      Long version = versions.get(table.name());
      if (version == null) {
        DeltaTable.forPath(spark, path(table)).delete();
      } else if (version(table) != version) {
        DeltaTable.forPath(spark, path(table)).restoreToVersion(version);
      }
    }
  }

  /**
   * The table's version, from 0; -1 where it was never written. As the log's own files say: asking
   * for the table's history would be a query a table.
   */
  public long version(TableContract table) {
    return exists(table) ? snapshot(table).version() : -1;
  }

  private Snapshot snapshot(TableContract table) {
    return DeltaLog.forTable(spark, path(table)).update(false, Option.empty(), Option.empty());
  }

  /**
   * Rows of the files that came and of those that went since a version. A row that was only written
   * anew, in another file, is in both. Empty where the version's files are not all there any more.
   */
  public Optional<Changes> changesSince(TableContract table, long version) {
    Snapshot now = snapshot(table);
    if (version < 0 || version > now.version()) {
      return Optional.empty();
    }
    DeltaLog log = DeltaLog.forTable(spark, path(table));
    return files
        .difference(path(table), version, now)
        .map(
            files ->
                new Changes(
                    log.createDataFrame(now, files.came(), false, Option.empty()),
                    log.createDataFrame(now, files.went(), false, Option.empty()),
                    files.went().isEmpty()));
  }

  /**
   * What two versions of a table differ in.
   *
   * @param hasOnlyCome true where no file went
   */
  public record Changes(Dataset<Row> came, Dataset<Row> went, boolean hasOnlyCome) {}

  /**
   * True where nights that replaced rows have left so many marked ones, or so many small files,
   * that writing the table anew is cheaper than reading past them.
   */
  public boolean isWorn(TableContract table) {
    return exists(table) && files.isWorn(path(table), snapshot(table));
  }

  /** Forgets what was known of the tables' logs, after other tables took their places. */
  void reopen() {
    DeltaLog.clearCache();
    files.forget();
  }

  private void write(TableContract table, Dataset<Row> rows, String mode) {
    Column[] columns =
        table.columns().stream()
            .map(c -> functions.col(c.name()).cast(c.type()).as(c.name()))
            .toArray(Column[]::new);
    Dataset<Row> checked = rows.select(columns).to(table.schema());
    checked
        .write()
        .format("delta")
        .option("delta.dataSkippingNumIndexedCols", indexedColumns(table))
        .option("mergeSchema", true) // a column more than when the table was first written
        .mode(mode)
        .save(path(table));
    uses.written(path(table), version(table));
  }

  /**
   * Only touches are ever read by a range, of their time; minima and maxima of any other column
   * would be worked out at every write for nobody.
   */
  private static int indexedColumns(TableContract table) {
    return table == Touches.CONTRACT ? table.columnNames().indexOf(Touches.OCCURRED_AT) + 1 : 0;
  }

  private String path(TableContract table) {
    return root + "/" + table.name();
  }
}
