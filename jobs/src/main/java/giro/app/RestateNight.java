package giro.app;

import static org.apache.spark.sql.functions.*;

import giro.config.GiroSettings;
import giro.config.LapFingerprints;
import giro.identity.OwnPersonIds;
import giro.lake.Lake;
import giro.metric.ComputeRestatements;
import giro.metric.RestatementCause;
import giro.metric.RestatementEvidence;
import giro.metric.SettingsChange;
import giro.metric.TakeLapStates;
import giro.model.table.Identities;
import giro.model.table.IdentityRules;
import giro.model.table.LapStates;
import giro.model.table.PersonNames;
import giro.model.table.ReplacedTouches;
import giro.model.table.Restatements;
import giro.model.table.Runs;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Keeps what each lap of the night counts in, and compares it with the latest earlier night that is
 * kept. A run of a night again compares with the same one, and so says the same.
 */
final class RestateNight {
  /** Enough to run the latest night and the one before it again. */
  private static final int KEPT_NIGHTS = 3;

  /** Deleting takes as long as all else here, so that it is not done every night. */
  private static final int MANY_RUNS = 6;

  private static final List<String> OF_NIGHT =
      List.of(
          LapStates.AS_OF,
          LapStates.RUN_ID,
          LapStates.STARTED_AT,
          LapStates.CODE_VERSION,
          LapStates.RULE_VERSION,
          LapStates.RULES,
          LapStates.LAP_SETTINGS,
          LapStates.WINDOWS);

  private final SparkSession spark;
  private final GiroSettings settings;
  private final Lake lake;
  private final LocalDate asOf;
  private final String runId;
  private final Instant started;

  RestateNight(
      SparkSession spark,
      GiroSettings settings,
      Lake lake,
      LocalDate asOf,
      String runId,
      Instant started) {
    this.spark = spark;
    this.settings = settings;
    this.lake = lake;
    this.asOf = asOf;
    this.runId = runId;
    this.started = started;
  }

  /** Stores the night's lap states and gives back {@link Restatements}. */
  Dataset<Row> table(NightStages night) {
    List<Row> runs = keptRuns();
    lake.append(LapStates.CONTRACT, states(night));
    Map.Entry<LocalDate, Row> former = latestOfNights(runs).lowerEntry(asOf);
    Dataset<Row> table =
        former == null
            ? spark.createDataFrame(List.of(), Restatements.CONTRACT.schema())
            : against(former.getValue(), night);
    if (runs.size() >= MANY_RUNS) {
      forget(latestOfNights(runs));
    }
    return table;
  }

  private Dataset<Row> against(Row former, NightStages night) {
    LocalDate before = asOf(former);
    Dataset<Row> all = lake.read(LapStates.CONTRACT);
    return new ComputeRestatements(before, asOf, settingsChange(former), settings.publish().k())
        .table(
            all.filter(col(LapStates.RUN_ID).equalTo(former.getAs(LapStates.RUN_ID))),
            all.filter(col(LapStates.RUN_ID).equalTo(runId)),
            evidence(night, former));
  }

  /** A row a run that is kept; a night without laps leaves none. */
  private List<Row> keptRuns() {
    Column[] columns = OF_NIGHT.stream().map(name -> col(name)).toArray(Column[]::new);
    return lake.read(LapStates.CONTRACT).select(columns).coalesce(1).distinct().collectAsList();
  }

  /** Of a night that was run again the latest run holds. */
  private static NavigableMap<LocalDate, Row> latestOfNights(List<Row> runs) {
    NavigableMap<LocalDate, Row> nights = new TreeMap<>();
    Comparator<Row> byStart =
        Comparator.comparing(run -> run.<Timestamp>getAs(LapStates.STARTED_AT));
    runs.forEach(run -> nights.merge(asOf(run), run, BinaryOperator.maxBy(byStart)));
    return nights;
  }

  /** Drops the states of runs that no night will be compared with. */
  private void forget(NavigableMap<LocalDate, Row> nights) {
    nights.remove(asOf);
    Object[] kept =
        Stream.concat(
                Stream.of(runId),
                nights.descendingMap().values().stream()
                    .limit(KEPT_NIGHTS - 1)
                    .map(run -> run.<String>getAs(LapStates.RUN_ID)))
            .toArray();
    lake.delete(LapStates.CONTRACT, not(col(LapStates.RUN_ID).isin(kept)));
  }

  private static LocalDate asOf(Row night) {
    return night.<Date>getAs(LapStates.AS_OF).toLocalDate();
  }

  private Dataset<Row> states(NightStages night) {
    LapFingerprints fingerprints = settings.lapFingerprints();
    return new TakeLapStates(settings.windows(), NightStages.endOf(asOf))
        .of(night.laps())
        .withColumn(LapStates.AS_OF, lit(Date.valueOf(asOf)))
        .withColumn(LapStates.RUN_ID, lit(runId))
        .withColumn(LapStates.STARTED_AT, lit(Timestamp.from(started)))
        .withColumn(LapStates.CODE_VERSION, lit(CodeVersion.get()))
        .withColumn(LapStates.RULE_VERSION, lit(settings.rules().version()))
        .withColumn(LapStates.RULES, lit(fingerprints.rules()))
        .withColumn(LapStates.LAP_SETTINGS, lit(fingerprints.laps()))
        .withColumn(LapStates.WINDOWS, lit(fingerprints.windows()));
  }

  private SettingsChange settingsChange(Row former) {
    LapFingerprints now = settings.lapFingerprints();
    boolean hasOtherWindows = !now.windows().equals(former.getAs(LapStates.WINDOWS));
    boolean hasOtherRules = !now.rules().equals(former.getAs(LapStates.RULES));
    boolean hasOtherVersion =
        settings.rules().version() != former.<Integer>getAs(LapStates.RULE_VERSION);
    boolean isConfigured =
        !now.laps().equals(former.getAs(LapStates.LAP_SETTINGS))
            || !CodeVersion.get().equals(former.getAs(LapStates.CODE_VERSION))
            || (hasOtherRules && !hasOtherVersion);
    RestatementCause ofRules = hasOtherVersion ? RestatementCause.RULE_VERSION : null;
    return new SettingsChange(
        isConfigured ? RestatementCause.CONFIGURATION : ofRules, hasOtherWindows);
  }

  private List<Dataset<Row>> evidence(NightStages night, Row former) {
    LocalDate before = asOf(former);
    Dataset<Row> touches = night.journeyTouches();
    List<Dataset<Row>> evidence = new ArrayList<>();
    evidence.add(RestatementEvidence.touches(touches, before));
    Timestamp run = former.getAs(LapStates.STARTED_AT);
    Dataset<Row> replaced = replacedSince(run);
    if (!replaced.isEmpty()) {
      evidence.add(RestatementEvidence.replaced(touches, replaced));
    }
    evidence.add(RestatementEvidence.withdrawn(night.withdrawn()));
    Dataset<Row> identities = night.registry().identities();
    Dataset<Row> decided =
        lake.read(IdentityRules.CONTRACT).filter(col(IdentityRules.DECIDED_AT).gt(lit(run)));
    List<String> ruled = decided.isEmpty() ? List.of() : behind(decided, identities);
    evidence.add(
        RestatementEvidence.went(
            OwnPersonIds.of(identities, lake.read(PersonNames.CONTRACT))
                .filter(col(Identities.MINTED_DATE).leq(lit(Date.valueOf(before)))),
            ruled));
    if (!ruled.isEmpty()) {
      evidence.add(RestatementEvidence.ruled(spark.createDataset(ruled, Encoders.STRING())));
    }
    return evidence;
  }

  /** Those that runs replaced which the former night's run did not know. */
  private Dataset<Row> replacedSince(Timestamp run) {
    if (!lake.exists(ReplacedTouches.CONTRACT)) {
      return lake.read(ReplacedTouches.CONTRACT);
    }
    Dataset<Row> known = lake.read(Runs.CONTRACT).filter(col(Runs.STARTED_AT).leq(lit(run)));
    return lake.read(ReplacedTouches.CONTRACT)
        .join(
            known.select(col(Runs.RUN_ID).as("known")),
            col(ReplacedTouches.RUN_ID).equalTo(col("known")),
            "left_anti");
  }

  /** The persons that rules of hand speak of: people make these one by one. */
  private static List<String> behind(Dataset<Row> decided, Dataset<Row> identities) {
    Dataset<Row> ends =
        decided
            .select(col(IdentityRules.FROM_KIND).as("k"), col(IdentityRules.FROM_HASH).as("h"))
            .union(decided.select(IdentityRules.TO_KIND, IdentityRules.TO_HASH));
    return identities
        .join(
            broadcast(ends),
            col(Identities.KIND).equalTo(col("k")).and(col(Identities.HASH).equalTo(col("h"))),
            "left_semi")
        .filter(col(Identities.PERSON_ID).isNotNull())
        .select(Identities.PERSON_ID)
        .distinct()
        .as(Encoders.STRING())
        .collectAsList();
  }
}
