package giro.app;

import static org.apache.spark.sql.functions.*;

import giro.config.GiroSettings;
import giro.identity.MakePersons;
import giro.identity.Withdrawals;
import giro.ingest.PrivacySettings;
import giro.journey.BuildJourneys;
import giro.lake.Lake;
import giro.metric.ComputeIdentityHealth;
import giro.model.table.Identities;
import giro.model.table.IdentityLinks;
import giro.model.table.IdentityRules;
import giro.model.table.JourneyTouches;
import giro.model.table.KeptShared;
import giro.model.table.Laps;
import giro.model.table.PersonHistory;
import giro.model.table.PersonNames;
import giro.model.table.Touches;
import giro.moment.MatchRules;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import scala.jdk.javaapi.CollectionConverters;

/** The stages between stored touches and laps, wired for one night. */
final class NightStages {
  private static final String RULED = "ruled";
  private static final String WITHDRAWN = "withdrawn";

  private final SparkSession spark;
  private final GiroSettings settings;
  private final Lake lake;
  private final Lake derived;
  private final LocalDate asOf;
  private Dataset<Row> withdrawn;

  /**
   * @param derived where identities, journeys and laps go: the lake itself, or a place apart when
   *     an older night is run again
   */
  NightStages(SparkSession spark, GiroSettings settings, Lake lake, Lake derived, LocalDate asOf) {
    this.spark = spark;
    this.settings = settings;
    this.lake = lake;
    this.derived = derived;
    this.asOf = asOf;
  }

  /** End of as_of, exclusive, in microseconds since 1970 UTC. */
  static long endOf(LocalDate asOf) {
    return asOf.plusDays(1).toEpochDay() * 86_400_000_000L;
  }

  /** Every touch that landed up to as_of and occurred before its end. */
  Dataset<Row> touches() {
    return lake.read(Touches.CONTRACT)
        .filter(
            col(Touches.LANDING_DATE)
                .leq(lit(java.sql.Date.valueOf(asOf)))
                .and(col(Touches.OCCURRED_AT).lt(timestamp_micros(lit(endOf(asOf))))));
  }

  /**
   * True where the touch may be used: nobody said no, and yes where yes is required; null means the
   * default.
   */
  Column hasConsent() {
    PrivacySettings privacy = settings.privacy();
    Column said = col(Touches.CONSENT);
    Column unsaid = lit(privacy.consentGrantedByDefault());
    Column granted = said.equalTo("granted");
    Column refused = said.isin("denied", "withdrawn");
    return when(said.isNull(), unsaid).otherwise(privacy.requireConsent() ? granted : not(refused));
  }

  /** True where the touch itself says who it is. */
  Column isAuthenticated() {
    Object[] kinds = settings.identity().authenticating().toArray();
    return exists(col(Touches.IDENTIFIERS), id -> id.getField("kind").isin(kinds));
  }

  Column isBot() {
    return persons().isBot();
  }

  private MakePersons persons() {
    return new MakePersons(spark, settings.identity(), settings.laps().disposal());
  }

  /** The touches that may make persons. */
  Dataset<Row> eligible() {
    return touches().filter(hasConsent().and(not(isBot())));
  }

  /**
   * Identities, links and history; gives back the touches that have a person who did not withdraw.
   */
  Dataset<Row> stitch(String runId) {
    Dataset<Row> names = lake.read(PersonNames.CONTRACT);
    Dataset<Row> kept = lake.read(KeptShared.CONTRACT);
    Dataset<Row> ofPersons =
        new MakePersons(spark, settings.identity(), settings.laps().disposal(), names, kept)
            .over(eligible(), lake.read(IdentityRules.CONTRACT), derived, asOf, runId)
            .filter(col(Identities.PERSON_KEY).isNotNull());
    return withoutWithdrawn(ofPersons);
  }

  /**
   * @param ofPersons touches with a person of the identities just written
   */
  Dataset<Row> withoutWithdrawn(Dataset<Row> ofPersons) {
    Withdrawals withdrawals =
        Withdrawals.among(
            touches().filter(col(Touches.CONSENT).equalTo("withdrawn").and(not(isBot()))),
            derived.read(Identities.CONTRACT),
            ofPersons,
            settings.identity().kinds());
    if (withdrawals.isEmpty()) {
      return ofPersons;
    }
    Column isWithdrawn = withdrawals.has(col(Identities.PERSON_KEY));
    withdrawn =
        derived.setAside(
            WITHDRAWN, ofPersons.filter(isWithdrawn).select(Touches.SOURCE, Touches.EVENT_ID));
    return ofPersons.filter(not(isWithdrawn));
  }

  /**
   * Every touch up to as_of with has_consent (of the touch and of its person), is_bot and
   * is_authenticated.
   */
  Dataset<Row> marked() {
    Dataset<Row> marked =
        touches()
            .withColumn("has_consent", hasConsent())
            .withColumn("is_bot", isBot())
            .withColumn("is_authenticated", isAuthenticated());
    if (withdrawn == null) {
      return marked;
    }
    Dataset<Row> gone = broadcast(withdrawn.withColumn("_is_gone", lit(true)));
    return marked
        .join(
            gone,
            CollectionConverters.asScala(List.of(Touches.SOURCE, Touches.EVENT_ID)).toSeq(),
            "left")
        .withColumn("has_consent", col("has_consent").and(col("_is_gone").isNull()))
        .drop("_is_gone");
  }

  /** Drops what {@link #stitch} set aside for {@link #marked}. */
  void release() {
    derived.dropAside(WITHDRAWN);
  }

  /** Moments, laps and moves of everybody, in one pass a person. */
  void buildJourneys(Dataset<Row> touchesOfPersons) {
    BuildJourneys journeys =
        new BuildJourneys(settings.laps(), settings.rules().outcomes(), settings.rules().version());
    Dataset<Row> input =
        journeys.input(MatchRules.withRuleHits(touchesOfPersons, settings.rules()));
    long rows = lake.read(Touches.CONTRACT).count();
    int shares = 1 + (int) (Math.max(0, rows - 1) / settings.spark().rowsPerShare());
    if (shares == 1) {
      derived.overwrite(JourneyTouches.CONTRACT, journeys.journeys(input, rows));
    } else {
      buildShares(journeys, input, rows, shares);
    }
    MakePersons.release(derived);
    derived.overwrite(Laps.CONTRACT, BuildJourneys.laps(derived.read(JourneyTouches.CONTRACT)));
  }

  /** One share of persons after the other, which bounds what a shuffle takes on disk at once. */
  private void buildShares(BuildJourneys journeys, Dataset<Row> input, long rows, int shares) {
    try {
      derived.setAsideInShares(RULED, input, BuildJourneys.share(shares));
      for (int share = 0; share < shares; share++) {
        Dataset<Row> own =
            journeys.journeys(derived.share(RULED, share, input.schema()), rows / shares);
        if (share == 0) {
          derived.overwrite(JourneyTouches.CONTRACT, own);
        } else {
          derived.append(JourneyTouches.CONTRACT, own);
        }
        derived.dropShare(RULED, share);
      }
    } finally {
      derived.dropAside(RULED);
    }
  }

  Dataset<Row> journeyTouches() {
    return derived.read(JourneyTouches.CONTRACT);
  }

  Dataset<Row> laps() {
    return derived.read(Laps.CONTRACT);
  }

  ComputeIdentityHealth.Registry registry() {
    return new ComputeIdentityHealth.Registry(
        derived.read(Identities.CONTRACT),
        derived.read(IdentityLinks.CONTRACT),
        derived.read(PersonHistory.CONTRACT));
  }
}
