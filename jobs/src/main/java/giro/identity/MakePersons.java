package giro.identity;

import static org.apache.spark.sql.functions.*;

import giro.lake.Lake;
import giro.model.table.HeldLinks;
import giro.model.table.Identities;
import giro.model.table.IdentityLinks;
import giro.model.table.IdentityRules;
import giro.model.table.KeptShared;
import giro.model.table.PersonHistory;
import giro.model.table.PersonNames;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The identity stage: stored touches to identities, person history, and touches with a person. */
public final class MakePersons {
  private final SparkSession spark;
  private final IdentitySettings settings;
  private final String disposal;
  private final Dataset<Row> names;
  private final Dataset<Row> keptShared;

  /** As the other, where no privacy key was ever changed and nobody was forgotten. */
  public MakePersons(SparkSession spark, IdentitySettings settings, String disposal) {
    this(
        spark,
        settings,
        disposal,
        spark.createDataFrame(List.of(), PersonNames.CONTRACT.schema()),
        spark.createDataFrame(List.of(), KeptShared.CONTRACT.schema()));
  }

  /**
   * @param disposal the condition on a touch after which its VIN belongs to another owner
   * @param names every row of {@link PersonNames}
   * @param keptShared every row of {@link KeptShared}
   */
  public MakePersons(
      SparkSession spark,
      IdentitySettings settings,
      String disposal,
      Dataset<Row> names,
      Dataset<Row> keptShared) {
    this.spark = spark;
    this.settings = settings;
    this.disposal = disposal;
    this.names = names;
    this.keptShared = keptShared;
  }

  /**
   * Writes links, identities and what changed since the last night; gives back the touches with
   * {@link Identities#PERSON_KEY}, null where no login reaches a shared value's touch.
   *
   * @param touches those that may make persons: consent given, no machines, up to as_of
   * @param decisions every row of {@link IdentityRules}
   * @param lake where links, identities and history go
   */
  public Dataset<Row> over(
      Dataset<Row> touches, Dataset<Row> decisions, Lake lake, LocalDate asOf, String runId) {
    Dataset<Row> before = lake.read(Identities.CONTRACT);
    Stitched stitched = stitching().stitch(touches, decisions, lake);
    Dataset<Row> identities = lake.read(Identities.CONTRACT);
    List<Dataset<Row>> assigned = new ArrayList<>(1);
    StitchIdentities.AT_ONCE.run(
        List.of(
            () ->
                assigned.add(
                    new AssignPersons(settings, stitched, lake)
                        .apply(touches, identities, identities.count())),
            () -> lake.overwrite(HeldLinks.CONTRACT, StitchIdentities.held(lake)),
            () ->
                addHistory(
                    before,
                    identities,
                    lake.read(IdentityLinks.CONTRACT),
                    lake,
                    new RestitchPersons.Run(asOf, runId))));
    return assigned.get(0);
  }

  IdentitySettings settings() {
    return settings;
  }

  StitchIdentities stitching() {
    return new StitchIdentities(spark, settings, disposal, names, keptShared);
  }

  /** Adds what became of persons between two states of some identifiers, or of all. */
  void addHistory(
      Dataset<Row> before,
      Dataset<Row> after,
      Dataset<Row> links,
      Lake lake,
      RestitchPersons.Run run) {
    Dataset<Row> both =
        PersonChanges.beforeAndAfter(before, KeptNames.onto(after, names)).persist();
    try {
      lake.append(PersonHistory.CONTRACT, PersonChanges.of(both, links, run.asOf(), run.id()));
    } finally {
      both.unpersist();
    }
  }

  /** Drops what {@link #over} set aside; its touches cannot be read afterwards. */
  public static void release(Lake lake) {
    AssignPersons.release(lake);
    RestitchPersons.release(lake);
  }

  /** True for a machine's touch, by the configured condition. */
  public Column isBot() {
    return settings.bots() == null ? lit(false) : coalesce(expr(settings.bots()), lit(false));
  }
}
