package giro.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import giro.model.table.Touches;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Finds the landing files that hold rows of people who were forgotten, taken or not. */
public final class FindForgottenRows {
  private final SparkSession spark;
  private final IngestSettings ingest;
  private final PrivacySettings privacy;

  public FindForgottenRows(SparkSession spark, IngestSettings ingest, PrivacySettings privacy) {
    this.spark = spark;
    this.ingest = ingest;
    this.privacy = privacy;
  }

  /**
   * Rows by file name; reads the whole landing zone once.
   *
   * @throws LandingException where there is no landing zone
   */
  public Map<String, Long> in(String landing, Suppressions suppressions) {
    List<LandingFile> files =
        new LandingZone(landing, spark.sessionState().newHadoopConf())
            .list(ingest.sources(), LocalDate.MAX, Optional.empty(), Map.of())
            .fresh();
    Map<String, Long> rows = new TreeMap<>();
    List<Row> found =
        new ReadLanding(spark, ingest, privacy)
            .without(suppressions)
            .all(files, "")
            .filter(col(ReadLanding.REASON).equalTo(Reasons.FORGOTTEN))
            .groupBy(Touches.LANDING_FILE)
            .agg(count(lit(1)))
            .collectAsList();
    found.forEach(file -> rows.put(file.getString(0), file.getLong(1)));
    return rows;
  }
}
