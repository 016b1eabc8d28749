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
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Keeps what each lap of the night counts in, and compares it with the latest earlier night that is
 * kept. A run of a night again compares with the same one, and so says the same.
 */
final class RestateNight {
  /** Enough to run the latest night and the one before it again. */
  private static final int KEPT_NIGHTS = 3;

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
    List<Row> kept = keptNights();
    Optional<Row> former =
        kept.stream().filter(n -> asOf(n).isBefore(asOf)).reduce((one, later) -> later);
    long later = kept.stream().filter(n -> asOf(n).isAfter(asOf)).count();
    if (later < KEPT_NIGHTS) {
      keep(kept, states(night));
    }
    if (former.isEmpty()) {
      return spark.createDataFrame(List.of(), Restatements.CONTRACT.schema());
    }
    LocalDate before = asOf(former.get());
    Dataset<Row> all = lake.read(LapStates.CONTRACT);
    return new ComputeRestatements(
            before, asOf, settingsChange(former.get()), settings.publish().k())
        .table(all.filter(isOf(before)), all.filter(isOf(asOf)), evidence(night, former.get()));
  }

  /** A row a night that is kept, the earliest first; a night without laps leaves none. */
  private List<Row> keptNights() {
    Column[] columns = OF_NIGHT.stream().map(name -> col(name)).toArray(Column[]::new);
    List<Row> nights =
        new ArrayList<>(lake.read(LapStates.CONTRACT).select(columns).distinct().collectAsList());
    nights.sort(java.util.Comparator.comparing(RestateNight::asOf));
    return nights;
  }

  private static LocalDate asOf(Row night) {
    return night.<Date>getAs(LapStates.AS_OF).toLocalDate();
  }

  private static Column isOf(LocalDate night) {
    return col(LapStates.AS_OF).equalTo(lit(Date.valueOf(night)));
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

  /** In the place of this night's former states and of those nobody compares with any more. */
  private void keep(List<Row> kept, Dataset<Row> states) {
    List<LocalDate> stay = new ArrayList<>();
    kept.stream().map(RestateNight::asOf).filter(n -> !n.equals(asOf)).forEach(stay::add);
    stay.add(asOf);
    stay.sort(null);
    LocalDate first = stay.get(Math.max(0, stay.size() - KEPT_NIGHTS));
    boolean replaces =
        kept.stream().map(RestateNight::asOf).anyMatch(n -> n.equals(asOf) || n.isBefore(first));
    if (replaces) {
      String condition = "%1$s = DATE'%2$s' OR %1$s < DATE'%3$s'";
      lake.replaceWhere(
          LapStates.CONTRACT, condition.formatted(LapStates.AS_OF, asOf, first), states);
    } else {
      lake.append(LapStates.CONTRACT, states);
    }
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
    Dataset<Row> replaced = replacedSince(former.getAs(LapStates.STARTED_AT));
    if (!replaced.isEmpty()) {
      evidence.add(RestatementEvidence.replaced(touches, replaced));
    }
    Dataset<Row> identities = night.registry().identities();
    Dataset<Row> behindRules = behindRules(identities, former.getAs(LapStates.STARTED_AT));
    List<String> ruled = behindRules.as(org.apache.spark.sql.Encoders.STRING()).collectAsList();
    evidence.add(
        RestatementEvidence.went(
            OwnPersonIds.of(identities, lake.read(PersonNames.CONTRACT))
                .filter(col(Identities.MINTED_DATE).leq(lit(Date.valueOf(before)))),
            ruled));
    if (!ruled.isEmpty()) {
      evidence.add(RestatementEvidence.ruled(behindRules));
    }
    return evidence;
  }

  /** Those that runs replaced which the former night's run did not know. */
  private Dataset<Row> replacedSince(Timestamp run) {
    Dataset<Row> known = lake.read(Runs.CONTRACT).filter(col(Runs.STARTED_AT).leq(lit(run)));
    return lake.read(ReplacedTouches.CONTRACT)
        .join(
            known.select(col(Runs.RUN_ID).as("known")),
            col(ReplacedTouches.RUN_ID).equalTo(col("known")),
            "left_anti");
  }

  /** Persons that rules of hand decided since then speak of: people make these one by one. */
  private Dataset<Row> behindRules(Dataset<Row> identities, Timestamp run) {
    Dataset<Row> since =
        lake.read(IdentityRules.CONTRACT).filter(col(IdentityRules.DECIDED_AT).gt(lit(run)));
    Dataset<Row> ends =
        since
            .select(col(IdentityRules.FROM_KIND).as("k"), col(IdentityRules.FROM_HASH).as("h"))
            .union(since.select(IdentityRules.TO_KIND, IdentityRules.TO_HASH));
    return identities
        .join(
            broadcast(ends),
            col(Identities.KIND).equalTo(col("k")).and(col(Identities.HASH).equalTo(col("h"))),
            "left_semi")
        .filter(col(Identities.PERSON_ID).isNotNull())
        .select(Identities.PERSON_ID)
        .distinct();
  }
}
