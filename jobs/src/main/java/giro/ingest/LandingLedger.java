package giro.ingest;

import static org.apache.spark.sql.functions.*;

import giro.ingest.TakeLanding.Taken;
import giro.lake.Lake;
import giro.model.table.LandingFiles;
import giro.model.table.RejectedRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** The ledger of landing files: which were taken with what counts, and which changed afterwards. */
final class LandingLedger {
  private final SparkSession spark;
  private final Lake lake;

  LandingLedger(SparkSession spark, Lake lake) {
    this.spark = spark;
    this.lake = lake;
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
    Map<String, Row> byFile =
        counts.collectAsList().stream()
            .collect(Collectors.toMap(r -> r.getString(0), Function.identity()));
    Map<String, String> sums = checksums.of(files);
    List<Row> rows = new ArrayList<>();
    long[] total = new long[5];
    for (LandingFile file : files) {
      Row count = byFile.get(file.name());
      long[] own = new long[6];
      for (int i = 0; count != null && i < 6; i++) {
        own[i] = count.getLong(i + 1);
      }
      long accepted = own[1] - own[2];
      long[] figures = {own[0], accepted, own[2], own[3], own[4]};
      for (int i = 0; i < total.length; i++) {
        total[i] += figures[i];
      }
      rows.add(
          RowFactory.create(
              file.name(),
              file.source(),
              java.sql.Date.valueOf(file.folderDate()),
              file.size(),
              sums.get(file.name()),
              java.sql.Timestamp.from(java.time.Instant.ofEpochMilli(file.modifiedMillis())),
              figures[0],
              figures[1],
              figures[2],
              figures[3],
              figures[4],
              own[5] > 0 ? "unreadable" : "taken",
              java.sql.Date.valueOf(file.landingDate()),
              runId));
    }
    lake.append(LandingFiles.CONTRACT, spark.createDataFrame(rows, LandingFiles.CONTRACT.schema()));
    return new Taken(files.size(), total[0], total[1], total[2], total[3], total[4]);
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
