package giro.ingest;

import static org.apache.spark.sql.functions.*;

import giro.ingest.TakeLanding.Taken;
import giro.lake.Lake;
import giro.model.table.LandingFiles;
import giro.model.table.RejectedRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** The ledger of landing files: which were taken with what counts, and which changed afterwards. */
final class LandingLedger {
  private static final String UNREADABLE = "unreadable";

  private final SparkSession spark;
  private final Lake lake;
  private final List<String> refused = new ArrayList<>();

  LandingLedger(SparkSession spark, Lake lake) {
    this.spark = spark;
    this.lake = lake;
  }

  /** What became of a file's rows. */
  private record Counts(
      long read, long accepted, long duplicates, long conflicts, long rejected, boolean isBroken) {
    static final Counts NOTHING = new Counts(0, 0, 0, 0, 0, false);

    /** From rows of file, rows read, kept, duplicates, conflicts, rejected and broken. */
    static Map<String, Counts> of(Dataset<Row> counts) {
      return counts.collectAsList().stream()
          .collect(
              Collectors.toMap(
                  row -> row.getString(0),
                  row ->
                      new Counts(
                          row.getLong(1),
                          row.getLong(2) - row.getLong(3),
                          row.getLong(3),
                          row.getLong(4),
                          row.getLong(5),
                          row.getLong(6) > 0)));
    }

    /** From a row of the ledger. */
    static Counts of(Row file) {
      return new Counts(
          file.getLong(6),
          file.getLong(7),
          file.getLong(8),
          file.getLong(9),
          file.getLong(10),
          UNREADABLE.equals(file.getString(11)));
    }

    String state() {
      return isBroken ? UNREADABLE : "taken";
    }

    /** Some of the rejected rows were read again, with these counts. */
    Counts corrected(Counts again) {
      return new Counts(
          read,
          accepted + again.accepted,
          duplicates + again.duplicates,
          conflicts + again.conflicts,
          rejected - again.read + again.rejected,
          isBroken);
    }

    /** The whole file was read again: these are the rows it had not brought before. */
    Counts completed(Counts others, long copies) {
      long all = accepted + others.read + copies;
      long same = others.duplicates + copies;
      return new Counts(
          all,
          accepted + others.accepted,
          same,
          conflicts + others.conflicts,
          others.rejected,
          others.isBroken);
    }

    static Taken total(int files, Collection<Counts> all) {
      return new Taken(
          files,
          all.stream().mapToLong(Counts::read).sum(),
          all.stream().mapToLong(Counts::accepted).sum(),
          all.stream().mapToLong(Counts::duplicates).sum(),
          all.stream().mapToLong(Counts::conflicts).sum(),
          all.stream().mapToLong(Counts::rejected).sum());
    }
  }

  /** Every file taken so far, by its name below the landing zone. */
  Map<String, LandingZone.Known> known() {
    Map<String, LandingZone.Known> known = new HashMap<>();
    List<Row> files =
        lake.read(LandingFiles.CONTRACT)
            .select(
                LandingFiles.LANDING_FILE,
                LandingFiles.SIZE,
                LandingFiles.MODIFIED_AT,
                LandingFiles.CHECKSUM,
                LandingFiles.LANDING_DATE)
            .collectAsList(); // one row a landing file: bounded by the listing itself
    for (Row file : files) {
      known.put(
          file.getString(0),
          new LandingZone.Known(
              file.getLong(1),
              file.getTimestamp(2).toInstant(),
              file.getString(3),
              file.getDate(4).toLocalDate()));
    }
    return known;
  }

  /**
   * Writes one row a file taken.
   *
   * @param counts per file: rows read, kept, duplicates, conflicts, rejected, and whether it broke
   */
  Taken noteFiles(
      List<LandingFile> files, Dataset<Row> counts, LandingChecksums checksums, String runId) {
    Map<String, Counts> byFile = Counts.of(counts);
    Map<String, String> sums = checksums.of(files);
    List<Row> rows = new ArrayList<>();
    for (LandingFile file : files) {
      Counts count = byFile.getOrDefault(file.name(), Counts.NOTHING);
      if (count.isBroken()) {
        refused.add(file.name() + " (" + Reasons.UNREADABLE_FILE + ")");
      }
      rows.add(
          RowFactory.create(
              file.name(),
              file.source(),
              java.sql.Date.valueOf(file.folderDate()),
              file.size(),
              sums.get(file.name()),
              java.sql.Timestamp.from(Instant.ofEpochMilli(file.modifiedMillis())),
              count.read(),
              count.accepted(),
              count.duplicates(),
              count.conflicts(),
              count.rejected(),
              count.state(),
              java.sql.Date.valueOf(file.landingDate()),
              runId));
    }
    lake.append(LandingFiles.CONTRACT, spark.createDataFrame(rows, LandingFiles.CONTRACT.schema()));
    return Counts.total(files.size(), byFile.values());
  }

  /**
   * Corrects the counts of files of which some rejected rows were read again.
   *
   * @param counts of these rows, as for {@link #noteFiles}
   */
  Taken readAgain(List<LandingFile> files, Dataset<Row> counts) {
    Map<String, Counts> byFile = Counts.of(counts);
    correct(
        files,
        (file, before) -> before.corrected(byFile.getOrDefault(file.name(), Counts.NOTHING)),
        Map.of());
    return Counts.total(files.size(), byFile.values());
  }

  /**
   * Corrects what is known of files that were read whole once more.
   *
   * @param counts of their rows that were not stored before, as for {@link #noteFiles}
   * @param copies per file, further rows that are copies of a touch it had brought itself
   */
  Taken readWhole(
      List<LandingFile> files,
      Dataset<Row> counts,
      Map<String, Long> copies,
      LandingChecksums checksums) {
    Map<String, Counts> byFile = Counts.of(counts);
    correct(
        files,
        (file, before) ->
            before.completed(
                byFile.getOrDefault(file.name(), Counts.NOTHING),
                copies.getOrDefault(file.name(), 0L)),
        checksums.of(files));
    return Counts.total(files.size(), byFile.values());
  }

  private void correct(
      List<LandingFile> files,
      BiFunction<LandingFile, Counts, Counts> corrected,
      Map<String, String> sums) {
    Map<String, LandingFile> byName =
        files.stream().collect(Collectors.toMap(LandingFile::name, f -> f));
    Column isAmong = col(LandingFiles.LANDING_FILE).isInCollection(byName.keySet());
    List<Row> rows = new ArrayList<>();
    for (Row row : lake.read(LandingFiles.CONTRACT).filter(isAmong).collectAsList()) {
      LandingFile file = byName.get(row.getString(0));
      Counts counts = corrected.apply(file, Counts.of(row));
      Object[] values = new Object[row.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = row.get(i);
      }
      if (sums.containsKey(file.name())) {
        values[3] = file.size();
        values[4] = sums.get(file.name());
        values[5] = java.sql.Timestamp.from(Instant.ofEpochMilli(file.modifiedMillis()));
      }
      values[6] = counts.read();
      values[7] = counts.accepted();
      values[8] = counts.duplicates();
      values[9] = counts.conflicts();
      values[10] = counts.rejected();
      values[11] = counts.state();
      rows.add(RowFactory.create(values));
    }
    lake.delete(LandingFiles.CONTRACT, isAmong);
    lake.append(LandingFiles.CONTRACT, spark.createDataFrame(rows, LandingFiles.CONTRACT.schema()));
  }

  /** Files noted by now that were not taken, or not to their end, with the reason. */
  List<String> refused() {
    return List.copyOf(refused);
  }

  /** A file whose content changed under a name already taken is not read again; noted once. */
  void noteChanged(Map<LandingFile, String> changed, String runId) {
    if (changed.isEmpty()) {
      return;
    }
    List<Row> noted =
        lake.read(RejectedRows.CONTRACT)
            .filter(col(RejectedRows.REASON).equalTo(Reasons.CHANGED_FILE))
            .select(RejectedRows.LANDING_FILE, RejectedRows.CHECKSUM)
            .collectAsList();
    List<Row> rows = new ArrayList<>();
    changed.forEach(
        (file, checksum) -> {
          if (!noted.contains(RowFactory.create(file.name(), checksum))) {
            rows.add(changedFile(file, checksum, runId));
            refused.add(file.name() + " (" + Reasons.CHANGED_FILE + ")");
          }
        });
    if (!rows.isEmpty()) {
      lake.append(
          RejectedRows.CONTRACT, spark.createDataFrame(rows, RejectedRows.CONTRACT.schema()));
    }
  }

  private static Row changedFile(LandingFile file, String checksum, String runId) {
    return RowFactory.create(
        file.source(),
        file.name(),
        java.sql.Date.valueOf(file.landingDate()),
        0L,
        file.size(),
        checksum,
        Reasons.CHANGED_FILE,
        "a file of this name was taken before with other content",
        new String[0],
        false,
        runId);
  }
}
