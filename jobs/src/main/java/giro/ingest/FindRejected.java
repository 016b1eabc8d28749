package giro.ingest;

import static org.apache.spark.sql.functions.*;

import giro.lake.Lake;
import giro.model.table.RejectedRows;
import giro.model.table.Touches;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Finds rejected rows by their event id. What is kept of them has no content, so the landing files
 * that are still there are read again: dear, and asked by hand only.
 */
public final class FindRejected {
  private final SparkSession spark;
  private final Lake lake;
  private final IngestSettings ingest;
  private final PrivacySettings privacy;

  public FindRejected(
      SparkSession spark, Lake lake, IngestSettings ingest, PrivacySettings privacy) {
    this.spark = spark;
    this.lake = lake;
    this.ingest = ingest;
    this.privacy = privacy;
  }

  /**
   * Where a row was rejected.
   *
   * @param position of the row in the file, as in {@link RejectedRows}
   */
  public record Place(String landingFile, long position, String reason) {}

  /** Every rejected row of that event id; empty where its file is gone or it has no readable id. */
  public List<Place> of(String landing, String eventId) {
    Dataset<Row> rejected =
        lake.read(RejectedRows.CONTRACT)
            .filter(col(RejectedRows.IS_ROW))
            .select(RejectedRows.LANDING_FILE, RejectedRows.POSITION, RejectedRows.REASON);
    Set<String> names =
        rejected.select(RejectedRows.LANDING_FILE).distinct().collectAsList().stream()
            .map(row -> row.getString(0))
            .collect(Collectors.toSet());
    LandingZone zone = new LandingZone(landing, spark.sessionState().newHadoopConf());
    List<LandingFile> files =
        zone
            .stillThere(
                ingest.sources(),
                new LandingLedger(spark, lake).known(),
                new LandingChecksums(spark))
            .stream()
            .filter(file -> names.contains(file.name()))
            .toList();
    Dataset<Row> found =
        new ReadLanding(spark, ingest, privacy)
            .without(Suppressions.of(lake, privacy))
            .all(files, null)
            .filter(col(Touches.EVENT_ID).equalTo(eventId))
            .select(col(Touches.LANDING_FILE).as("_file"), col(ReadLanding.POSITION));
    return rejected
        .join(
            broadcast(found),
            col(RejectedRows.LANDING_FILE)
                .equalTo(col("_file"))
                .and(col(RejectedRows.POSITION).equalTo(col(ReadLanding.POSITION))))
        .orderBy(RejectedRows.LANDING_FILE, RejectedRows.POSITION)
        .collectAsList()
        .stream()
        .map(row -> new Place(row.getString(0), row.getLong(1), row.getString(2)))
        .toList();
  }
}
