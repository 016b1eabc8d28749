package giro.lake;

import io.delta.kernel.Scan;
import io.delta.kernel.ScanBuilder;
import io.delta.kernel.Table;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.KernelException;
import io.delta.kernel.expressions.And;
import io.delta.kernel.expressions.Column;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.expressions.Predicate;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.AddFile;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The data files of a table's version, read off its log without Spark. Delta on Spark asks for them
 * with two queries a version and one more at every use, which on a small night took longer than the
 * reading.
 */
final class TableFiles {
  private static final int MANY_FILES = 256;

  private final Configuration hadoop;
  private final Engine engine;
  private final Map<String, Files> known = new ConcurrentHashMap<>();

  private record Files(long version, Seq<AddFile> files) {}

  TableFiles(Configuration hadoop) {
    this.hadoop = hadoop;
    this.engine = DefaultEngine.create(hadoop);
  }

  /** A version's number says nothing any more once another table took the place. */
  void forget() {
    known.clear();
  }

  /** Every file of the snapshot; asked of the log once a version. */
  Seq<AddFile> of(String path, Snapshot snapshot) {
    return known
        .compute(
            path,
            (name, last) ->
                last != null && last.version() == snapshot.version()
                    ? last
                    : new Files(snapshot.version(), listed(path, snapshot, Optional.empty())))
        .files();
  }

  /**
   * The files of the snapshot that may hold rows with a time in the range, both ends included, by
   * the minima and maxima in the log; asked at each use.
   *
   * @param column a timestamp among the columns with minima and maxima
   */
  Seq<AddFile> between(String path, Snapshot snapshot, String column, long from, long to) {
    Column time = new Column(column);
    Predicate range =
        new And(
            new Predicate(">=", time, Literal.ofTimestamp(from)),
            new Predicate("<=", time, Literal.ofTimestamp(to)));
    return listed(path, snapshot, Optional.of(range));
  }

  /** Files of one version that the other does not have. */
  record Difference(Seq<AddFile> came, Seq<AddFile> went) {}

  /** Empty where the log no longer knows the version, or one of its files was cleared away. */
  Optional<Difference> difference(String path, long version, Snapshot now) {
    Map<String, AddFile> before = new LinkedHashMap<>();
    try {
      byPath(before, listedAt(path, version));
    } catch (KernelException e) {
      return Optional.empty();
    }
    Map<String, AddFile> after = new LinkedHashMap<>();
    byPath(after, of(path, now));
    Map<String, AddFile> went = new LinkedHashMap<>(before);
    went.keySet().removeAll(after.keySet());
    after.keySet().removeAll(before.keySet());
    return went.keySet().stream().allMatch(name -> isThere(path, name))
        ? Optional.of(new Difference(scala(after), scala(went)))
        : Optional.empty();
  }

  private boolean isThere(String table, String file) {
    try {
      Path path = new Path(table, new Path(java.net.URI.create(file)));
      return path.getFileSystem(hadoop).exists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void byPath(Map<String, AddFile> files, Seq<AddFile> listed) {
    CollectionConverters.asJava(listed).forEach(file -> files.put(file.path(), file));
  }

  private static Seq<AddFile> scala(Map<String, AddFile> files) {
    return CollectionConverters.asScala(List.copyOf(files.values())).toSeq();
  }

  /** More than a quarter of its rows are marked as gone, or it has very many files. */
  boolean isWorn(String path, Snapshot snapshot) {
    Seq<AddFile> all = of(path, snapshot);
    if (all.size() > MANY_FILES) {
      return true;
    }
    long rows = 0;
    long gone = 0;
    for (AddFile file : CollectionConverters.asJava(all)) {
      if (file.deletionVector() != null) {
        gone += file.deletionVector().cardinality();
      }
      rows += file.stats() == null ? 0 : (Long) file.numPhysicalRecords().getOrElse(() -> 0L);
    }
    return gone * 4 > rows;
  }

  private Seq<AddFile> listed(String path, Snapshot snapshot, Optional<Predicate> range) {
    Optional<Seq<AddFile>> files = listed(path, snapshot.version(), range);
    return files.isPresent()
        ? files.get()
        : snapshot.getAllFiles(true); // with deleted rows: Delta knows how to say so
  }

  /** Of a table without deleted rows. */
  private Seq<AddFile> listedAt(String path, long version) {
    return listed(path, version, Optional.empty()).orElseThrow();
  }

  /** Empty where some file has deleted rows. */
  private Optional<Seq<AddFile>> listed(String path, long version, Optional<Predicate> range) {
    List<AddFile> files = new ArrayList<>();
    io.delta.kernel.Snapshot log =
        Table.forPath(engine, path).getSnapshotAsOfVersion(engine, version);
    ScanBuilder scan = log.getScanBuilder();
    Scan chosen = range.map(scan::withFilter).orElse(scan).build();
    try (CloseableIterator<FilteredColumnarBatch> batches = chosen.getScanFiles(engine)) {
      while (batches.hasNext()) {
        try (CloseableIterator<Row> rows = batches.next().getRows()) {
          while (rows.hasNext()) {
            Row row = rows.next();
            if (InternalScanFileUtils.getDeletionVectorDescriptorFromRow(row) != null) {
              return Optional.empty();
            }
            files.add(file(row.getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL)));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.of(CollectionConverters.asScala(files).toSeq());
  }

  private static AddFile file(Row added) {
    return new AddFile(
        added.getString(added.getSchema().indexOf("path")),
        scala.collection.immutable.Map$.MODULE$.empty(),
        added.getLong(added.getSchema().indexOf("size")),
        added.getLong(added.getSchema().indexOf("modificationTime")),
        true,
        null,
        null,
        null,
        Option.empty(),
        Option.empty(),
        Option.empty());
  }
}
