package giro.ingest;

import static org.apache.spark.sql.functions.*;

import giro.lake.Lake;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Takes every landing file up to a folder date that was not taken yet: touches and rejected rows go
 * to the lake, and each file's counts to the ledger of files, which is written last.
 */
public final class TakeLanding {
  private static final String NORMALISED = "normalised";

  /** A landing file is read by one task, however large; what follows is shared out again. */
  private static final long ROWS_PER_FILE = 25_000;

  private final SparkSession spark;
  private final Lake lake;
  private final IngestSettings ingest;
  private final PrivacySettings privacy;
  private final LandingLedger ledger;
  private List<String> passedOver = List.of();

  public TakeLanding(
      SparkSession spark, Lake lake, IngestSettings ingest, PrivacySettings privacy) {
    this.spark = spark;
    this.lake = lake;
    this.ingest = ingest;
    this.privacy = privacy;
    this.ledger = new LandingLedger(spark, lake);
  }

  /**
   * What a run found in the landing zone; read = accepted + duplicates + rejected.
   *
   * @param files files taken
   * @param conflicts those of the duplicates that differed from the touch that landed first
   */
  public record Taken(
      long files, long read, long accepted, long duplicates, long conflicts, long rejected) {
    static final Taken NOTHING = new Taken(0, 0, 0, 0, 0, 0);
  }

  /**
   * Takes the files of folders dated {@code until} or earlier.
   *
   * @param latest the latest night that was run before, if any
   */
  public Taken take(String landing, LocalDate until, Optional<LocalDate> latest, String runId) {
    Map<String, LandingZone.Known> known = ledger.known();
    LandingZone zone = new LandingZone(landing, spark.sessionState().newHadoopConf());
    LandingZone.Listing listing = zone.list(ingest.sources(), until, latest, known);
    passedOver = List.copyOf(listing.passedOver());
    LandingChecksums checksums = new LandingChecksums(spark);
    ledger.noteChanged(checksums.changed(listing.touched(), known), runId);
    if (listing.fresh().isEmpty()) {
      return Taken.NOTHING;
    }
    try {
      Dataset<Row> rows =
          lake.setAside(
              NORMALISED,
              new ReadLanding(spark, ingest, privacy)
                  .without(Suppressions.of(lake, privacy))
                  .all(listing.fresh(), runId),
              ROWS_PER_FILE);
      return new StoreTouches(lake)
          .store(
              rows, runId, counts -> ledger.noteFiles(listing.fresh(), counts, checksums, runId));
    } finally {
      lake.dropAside(NORMALISED);
    }
  }

  /** Files of {@link #take} that were not taken, or not to their end, each with the reason. */
  public List<String> refused() {
    return ledger.refused();
  }

  /** Places in the landing zone that {@link #take} found to be no source or no night's folder. */
  public List<String> passedOver() {
    return passedOver;
  }
}
