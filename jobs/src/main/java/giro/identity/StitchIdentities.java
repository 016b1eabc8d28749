package giro.identity;

import static org.apache.spark.sql.functions.*;

import giro.lake.Lake;
import giro.lake.Lanes;
import giro.model.table.HeldLinks;
import giro.model.table.Identities;
import giro.model.table.IdentityLinks;
import giro.model.table.KeptShared;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Turns touches into identity links, and links into persons: connected components over everything
 * that is not over its cap, less the ties that are held, each named after the identifier that
 * landed first.
 */
public final class StitchIdentities {
  /** Writes of the stage that do not need each other. */
  static final Lanes AT_ONCE = new Lanes(2);

  private static final String ONE_LIFE = "one_life";
  private static final String PAIRS = "pairs";
  private static final String ANSWER = "persons";

  private final SparkSession spark;
  private final IdentitySettings settings;
  private final String disposal;
  private final Dataset<Row> names;
  private final Dataset<Row> keptShared;

  /**
   * @param disposal the condition on a touch after which its VIN belongs to another owner
   * @param names every row of {@link giro.model.table.PersonNames}
   * @param keptShared every row of {@link KeptShared}
   */
  public StitchIdentities(
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

  /** What touches make, before it is written; to be read while stitching lasts. */
  record Made(Dataset<Row> links, Dataset<Row> identities, Stitched stitched) {}

  /** Writes links and identities of everybody; gives back what assigning touches needs. */
  Stitched stitch(Dataset<Row> touches, Dataset<Row> decisions, Lake lake) {
    return stitch(
        touches,
        decisions,
        Region.WHOLE,
        lake,
        made -> {
          AT_ONCE.run(
              List.of(
                  () -> lake.overwrite(IdentityLinks.CONTRACT, made.links()),
                  () -> lake.overwrite(Identities.CONTRACT, made.identities())));
          return made.stitched();
        });
  }

  /**
   * As above for a region, and leaves writing to another.
   *
   * @param touches every one that the region reads
   * @param write takes what was made while it can be read
   */
  <T> T stitch(
      Dataset<Row> touches,
      Dataset<Row> decisions,
      Region region,
      Lake lake,
      Function<Made, T> write) {
    SeenTogether together = new SeenTogether(settings.kinds());
    Lives handed = region.lives(FindLives.byDisposal(touches, disposal));
    LinkKeys first = new LinkKeys(settings.kinds(), handed);
    LabelComponents components = new LabelComponents(lake);
    try {
      Dataset<Row> once =
          lake.setAside(ONE_LIFE, together.of(touches, first).filter(region.mayOwnAnEnd()));
      Lives absent = FindLives.byAbsence(touches, together.mayHaveLives(once), settings.kinds());
      LinkKeys keys = new LinkKeys(settings.kinds(), handed.with(absent));
      Dataset<Row> pairs =
          absent.isEmpty()
              ? once
              : lake.setAside(
                  PAIRS, together.withLives(once, touches, keys).filter(region.mayOwnAnEnd()));
      Dataset<Row> own = pairs.filter(region.ownsAnEnd());
      return write.apply(made(own, decisions, keys, region, components, lake));
    } finally {
      lake.dropAside(ONE_LIFE);
      lake.dropAside(PAIRS);
      lake.dropAside(ANSWER);
      components.release();
    }
  }

  private Made made(
      Dataset<Row> pairs,
      Dataset<Row> decisions,
      LinkKeys keys,
      Region region,
      LabelComponents components,
      Lake lake) {
    Dataset<Row> observed = SeenTogether.links(pairs);
    Dataset<Row> identifiers = KeptNames.onto(SeenTogether.identifiers(pairs), names);
    ManualRules rules = ManualRules.of(decisions, identifiers);
    SharedValues.Found found =
        new SharedValues(settings.kinds(), settings.crowds().times()).among(observed);
    KeySet shared = found.all().with(keptShared()).with(region.beside().shared());
    KeySet crowds = found.crowds().with(region.beside().crowds());
    Dataset<Row> links = withShared(observed, shared, rules);
    KeySet apart = shared.without(rules.claimed());
    Dataset<Row> answer =
        lake.setAside(
            ANSWER,
            new SolveGraph(settings, components, settings.linksInMemory())
                .solve(
                    identifiers.filter(not(apart.has(col(Identities.LINK_KEY)))),
                    links.filter(not(col(IdentityLinks.IS_SHARED))),
                    rules.unlinked()));
    KeySet heldValues = SolveGraph.heldValues(answer);
    Dataset<Row> founders = KeptNames.named(SolveGraph.founders(answer), names);
    return new Made(
        SolveGraph.withHeld(links, answer, heldValues),
        identities(identifiers, founders, shared.with(heldValues), crowds),
        new Stitched(keys, apart.with(heldValues), crowds));
  }

  /** A few for each person who was forgotten. */
  private KeySet keptShared() {
    return KeySet.collected(keptShared.select(KeptShared.LINK_KEY));
  }

  /** Links with their shared mark, those made by hand among them, which no cap touches. */
  private Dataset<Row> withShared(Dataset<Row> observed, KeySet shared, ManualRules rules) {
    Column isShared =
        shared.has(col(IdentityLinks.FROM_KEY)).or(shared.has(col(IdentityLinks.TO_KEY)));
    Dataset<Row> marked = observed.withColumn(IdentityLinks.IS_SHARED, isShared);
    return rules.hasLinks()
        ? marked.unionByName(
            rules.links(spark, observed).withColumn(IdentityLinks.IS_SHARED, lit(false)), true)
        : marked;
  }

  /** The id of the person of this key. */
  static Column personId(Column personKey) {
    return concat(lit("p"), lpad(lower(hex(personKey)), 16, "0"));
  }

  private static Dataset<Row> identities(
      Dataset<Row> identifiers, Dataset<Row> founders, KeySet joiningNobody, KeySet crowds) {
    Column id = personId(col(Identities.PERSON_KEY));
    return identifiers
        .withColumn(Identities.IS_SHARED, joiningNobody.has(col(Identities.LINK_KEY)))
        .withColumn(Identities.IS_CROWD, crowds.has(col(Identities.LINK_KEY)))
        .join(
            founders,
            scala.jdk.javaapi.CollectionConverters.asScala(List.of(Identities.LINK_KEY)).toSeq(),
            "left")
        .withColumn(Identities.PERSON_ID, when(col(Identities.PERSON_KEY).isNotNull(), id));
  }

  /** The links that are held, with the persons they would have made one. */
  static Dataset<Row> held(Lake lake) {
    Dataset<Row> held =
        lake.read(IdentityLinks.CONTRACT)
            .filter(col(IdentityLinks.HELD_FOR).isNotNull())
            .withColumn(HeldLinks.REASON, col(IdentityLinks.HELD_FOR));
    KeySet ends =
        KeySet.of(
            held.select(IdentityLinks.FROM_KEY, IdentityLinks.TO_KEY).collectAsList().stream()
                .flatMapToLong(link -> LongStream.of(link.getLong(0), link.getLong(1))));
    Dataset<Row> persons =
        broadcast(
            lake.read(Identities.CONTRACT)
                .filter(ends.has(col(Identities.LINK_KEY)))
                .select(Identities.LINK_KEY, Identities.PERSON_ID));
    return withPerson(
        withPerson(held, persons, IdentityLinks.FROM_KEY, HeldLinks.FROM_PERSON_ID),
        persons,
        IdentityLinks.TO_KEY,
        HeldLinks.TO_PERSON_ID);
  }

  private static Dataset<Row> withPerson(
      Dataset<Row> held, Dataset<Row> persons, String key, String personId) {
    Dataset<Row> named =
        persons.select(col(Identities.LINK_KEY).as("_key"), col(Identities.PERSON_ID).as(personId));
    return held.join(named, col(key).equalTo(col("_key")), "left").drop("_key");
  }
}
