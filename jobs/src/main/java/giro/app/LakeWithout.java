package giro.app;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import giro.identity.ErasePersons;
import giro.identity.FindForgotten.Found;
import giro.ingest.EraseTouches;
import giro.ingest.EraseTouches.Erased;
import giro.ingest.Suppressions;
import giro.lake.Lake;
import giro.model.table.ForgottenRows;
import giro.model.table.JourneyTouches;
import giro.model.table.LandingFiles;
import giro.model.table.LapStates;
import giro.model.table.Laps;
import giro.model.table.PrivacyKeys;
import giro.model.table.RejectedRows;
import giro.model.table.Runs;
import giro.model.table.SuppressedIdentifiers;
import giro.model.table.TableContract;
import giro.model.table.Touches;
import giro.model.table.WithheldCells;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/**
 * Writes a lake as it is without some people: everything that is kept and cannot be derived. A
 * night on it derives the rest.
 */
final class LakeWithout {
  /** They hold nothing of a person; written anew, since a file more is a file to prove. */
  private static final List<TableContract> OF_NOBODY =
      List.of(
          RejectedRows.CONTRACT,
          LandingFiles.CONTRACT,
          Runs.CONTRACT,
          PrivacyKeys.CONTRACT,
          WithheldCells.CONTRACT);

  private final SparkSession spark;
  private final Lake lake;
  private final Lake next;

  /**
   * @param next a lake without tables
   */
  LakeWithout(SparkSession spark, Lake lake, Lake next) {
    this.spark = spark;
    this.lake = lake;
    this.next = next;
  }

  /**
   * What went.
   *
   * @param rows rows by table
   */
  record Removed(Map<String, Long> rows, Erased touches) {}

  /**
   * @param suppressed rows of {@link SuppressedIdentifiers} for those who are found
   * @param landing rows that carry such an identifier, by landing file
   */
  Removed write(Found found, Dataset<Row> suppressed, Map<String, Long> landing, String receiptId) {
    EraseTouches touches = new EraseTouches(spark, lake, next, found.values());
    try {
      Erased erased = touches.erase(found.personIds());
      Map<String, Long> rows = new LinkedHashMap<>();
      rows.put(Touches.NAME, erased.touches());
      rows.put(JourneyTouches.NAME, ofPersons(JourneyTouches.CONTRACT, found));
      rows.put(Laps.NAME, ofPersons(Laps.CONTRACT, found));
      rows.putAll(
          new ErasePersons(lake, next, found.values(), found.personIds(), erased.keys()).erase());
      for (TableContract table : OF_NOBODY) {
        next.overwrite(table, lake.read(table));
      }
      next.overwrite(LapStates.CONTRACT, lapStates(found));
      next.overwrite(
          SuppressedIdentifiers.CONTRACT,
          lake.read(SuppressedIdentifiers.CONTRACT)
              .unionByName(Suppressions.notYetIn(lake, suppressed)));
      next.overwrite(
          ForgottenRows.CONTRACT,
          lake.read(ForgottenRows.CONTRACT)
              .unionByName(forgottenRows(landing, erased.landingFiles(), receiptId)));
      return new Removed(rows, erased);
    } finally {
      touches.release();
    }
  }

  /** What was said stays, without of whom: the next night tells that they are gone. */
  private Dataset<Row> lapStates(Found found) {
    Column isErased = col(LapStates.PERSON_ID).isInCollection(found.personIds());
    return lake.read(LapStates.CONTRACT)
        .withColumn(LapStates.PERSON_ID, when(not(isErased), col(LapStates.PERSON_ID)));
  }

  private long ofPersons(TableContract table, Found found) {
    return lake.read(table)
        .filter(col(JourneyTouches.PERSON_ID).isInCollection(found.personIds()))
        .count();
  }

  /** An erased touch need not carry what is suppressed, so both are counted. */
  private Dataset<Row> forgottenRows(
      Map<String, Long> landing, Map<String, Long> erased, String receiptId) {
    Map<String, Long> all = new TreeMap<>(landing);
    erased.forEach((file, count) -> all.merge(file, count, Long::sum));
    List<Row> rows =
        all.entrySet().stream()
            .map(file -> RowFactory.create(file.getKey(), file.getValue(), receiptId))
            .toList();
    return spark.createDataFrame(rows, ForgottenRows.CONTRACT.schema());
  }
}
