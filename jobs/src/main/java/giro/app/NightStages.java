package giro.app;

import static org.apache.spark.sql.functions.*;

import giro.config.GiroSettings;
import giro.identity.MakePersons;
import giro.identity.OwnPersonIds;
import giro.identity.RestitchPersons;
import giro.identity.Restitched;
import giro.identity.Withdrawals;
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
import giro.model.table.WithdrawnTouches;
import giro.moment.MatchRules;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The stages between stored touches and laps, wired for one night: over everybody, or over those
 * alone whom the night may change.
 */
final class NightStages {
  private static final String RULED = "ruled";
  private static final String JOURNEYS = "journeys";

  /** Reading and replacing more of all touches than this costs as much as deriving everybody. */
  private static final double MOST_TOUCHED = 0.3;

  private final SparkSession spark;
  private final GiroSettings settings;
  private final Lake lake;
  private final Lake derived;
  private final LocalDate asOf;
  private final NightTouches touches;
  private long stored = -1;
  private Optional<Restitched> touched = Optional.empty();
  private String whole;

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
    this.touches =
        new NightTouches(
            settings,
            lake,
            asOf,
            new MakePersons(spark, settings.identity(), settings.laps().disposal()));
  }

  /** End of as_of, exclusive, in microseconds since 1970 UTC. */
  static long endOf(LocalDate asOf) {
    return asOf.plusDays(1).toEpochDay() * 86_400_000_000L;
  }

  LocalDate asOf() {
    return asOf;
  }

  /** The stored touches as the night sees them. */
  NightTouches touches() {
    return touches;
  }

  /** Counted once: nothing is taken any more when the stages begin. */
  private long stored() {
    if (stored < 0) {
      stored = lake.read(Touches.CONTRACT).count();
    }
    return stored;
  }

  private MakePersons persons() {
    return new MakePersons(
        spark,
        settings.identity(),
        settings.laps().disposal(),
        lake.read(PersonNames.CONTRACT),
        lake.read(KeptShared.CONTRACT));
  }

  /**
   * Identities, links and history of everybody; gives back the touches that have a person who did
   * not withdraw.
   */
  Dataset<Row> stitch(String runId) {
    Dataset<Row> ofPersons =
        persons()
            .over(touches.all(), lake.read(IdentityRules.CONTRACT), derived, asOf, runId)
            .filter(col(Identities.PERSON_KEY).isNotNull());
    return withoutWithdrawn(ofPersons);
  }

  /**
   * As above, of those alone whom the night may change, where it can be told who they are and they
   * are few; the others stay as they are.
   */
  Dataset<Row> stitchTouched(String runId) {
    if (stored() > settings.spark().deriveAllUpTo()) {
      LastDerivation last = new LastDerivation(spark, settings, lake, asOf);
      Optional<Dataset<Row>> changed = last.changed();
      whole = last.why();
      if (changed.isPresent()) {
        RestitchPersons persons = new RestitchPersons(persons(), lake);
        touched =
            persons.over(
                touches,
                changed.get(),
                lake.read(IdentityRules.CONTRACT),
                settings.spark().deriveAllUpTo() == 0
                    ? Long.MAX_VALUE
                    : (long) (stored() * MOST_TOUCHED),
                new RestitchPersons.Run(asOf, runId));
        whole = persons.why();
      }
    }
    return touched.isPresent() ? withoutWithdrawn(touched.get().touches()) : stitch(runId);
  }

  /** What {@link #stitchTouched} did, for a log; empty where it is not worth a word. */
  Optional<String> scope() {
    return touched
        .map(some -> some.persons() + " persons touched")
        .or(() -> Optional.ofNullable(whole).map(why -> "everybody derived: " + why));
  }

  /**
   * @param ofPersons touches with a person of the identities just written
   */
  Dataset<Row> withoutWithdrawn(Dataset<Row> ofPersons) {
    Dataset<Row> withdrawing = touches.withdrawing();
    Withdrawals withdrawals =
        Withdrawals.among(
            touched.map(some -> withdrawing.filter(some.carries())).orElse(withdrawing),
            derived.read(Identities.CONTRACT),
            ofPersons,
            settings.identity().kinds());
    Column isWithdrawn = withdrawals.has(col(Identities.PERSON_KEY));
    if (!withdrawals.isEmpty() || derived.exists(WithdrawnTouches.CONTRACT)) {
      Column personId = OwnPersonIds.id(col(Identities.PERSON_KEY));
      Dataset<Row> gone =
          ofPersons.filter(isWithdrawn).withColumn(WithdrawnTouches.PERSON_ID, personId);
      if (touched.isPresent()) {
        Column isTold = touched.get().isIdOfOne(col(WithdrawnTouches.PERSON_ID));
        derived.replace(WithdrawnTouches.CONTRACT, isTold, gone);
      } else {
        derived.overwrite(WithdrawnTouches.CONTRACT, gone);
      }
    }
    return withdrawals.isEmpty() ? ofPersons : ofPersons.filter(not(isWithdrawn));
  }

  /**
   * Every touch up to as_of with has_consent (of the touch and of its person), is_bot and
   * is_authenticated.
   */
  Dataset<Row> marked() {
    Dataset<Row> marked = touches.marked();
    if (!derived.exists(WithdrawnTouches.CONTRACT)) {
      return marked;
    }
    Dataset<Row> gone =
        broadcast(
            derived
                .read(WithdrawnTouches.CONTRACT)
                .select(col(Touches.SOURCE), col(Touches.EVENT_ID), lit(true).as("_is_gone")));
    return marked
        .join(
            gone,
            CollectionConverters.asScala(List.of(Touches.SOURCE, Touches.EVENT_ID)).toSeq(),
            "left")
        .withColumn("has_consent", col("has_consent").and(col("_is_gone").isNull()))
        .drop("_is_gone");
  }

  /** Moments, laps and moves of the persons stitched, in one pass a person. */
  void buildJourneys(Dataset<Row> touchesOfPersons) {
    BuildJourneys journeys =
        new BuildJourneys(settings.laps(), settings.rules().outcomes(), settings.rules().version());
    Dataset<Row> input =
        journeys.input(MatchRules.withRuleHits(touchesOfPersons, settings.rules()));
    if (touched.isPresent()) {
      replaceJourneys(journeys, input, touched.get());
      MakePersons.release(derived);
      return;
    }
    long rows = stored();
    int shares = 1 + (int) (Math.max(0, rows - 1) / settings.spark().rowsPerShare());
    if (shares == 1) {
      derived.overwrite(JourneyTouches.CONTRACT, journeys.journeys(input, rows));
    } else {
      buildShares(journeys, input, rows, shares);
    }
    MakePersons.release(derived);
    derived.overwrite(Laps.CONTRACT, BuildJourneys.laps(derived.read(JourneyTouches.CONTRACT)));
  }

  /** Whole persons go and whole persons come, so that each file still holds whole ones. */
  private void replaceJourneys(BuildJourneys journeys, Dataset<Row> input, Restitched persons) {
    try {
      Dataset<Row> made = derived.setAside(JOURNEYS, journeys.journeys(input, 0));
      derived.replace(
          JourneyTouches.CONTRACT, persons.isIdOfOne(col(JourneyTouches.PERSON_ID)), made);
      derived.replace(
          Laps.CONTRACT, persons.isIdOfOne(col(Laps.PERSON_ID)), BuildJourneys.laps(made));
    } finally {
      derived.dropAside(JOURNEYS);
    }
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

  /** Remembers what the tables are derived from now, for the next night. */
  void note(String runId) {
    new LastDerivation(spark, settings, lake, asOf).note(runId);
  }

  Dataset<Row> journeyTouches() {
    return derived.read(JourneyTouches.CONTRACT);
  }

  Dataset<Row> laps() {
    return derived.read(Laps.CONTRACT);
  }

  /** Touches of persons who withdrew consent. */
  Dataset<Row> withdrawn() {
    return derived.read(WithdrawnTouches.CONTRACT);
  }

  ComputeIdentityHealth.Registry registry() {
    return new ComputeIdentityHealth.Registry(
        derived.read(Identities.CONTRACT),
        derived.read(IdentityLinks.CONTRACT),
        derived.read(PersonHistory.CONTRACT));
  }
}
