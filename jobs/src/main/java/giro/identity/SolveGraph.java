package giro.identity;

import static org.apache.spark.sql.functions.*;

import giro.model.table.HeldLinks;
import giro.model.table.Identities;
import giro.model.table.IdentityLinks;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.network.util.JavaUtils;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Carries {@link PersonGraph} over Spark: one task that takes every identifier and every link while
 * they fit its memory, else many tasks that each take whole components.
 */
final class SolveGraph {
  private static final String WHAT = "what";
  private static final String A = "a";
  private static final String B = "b";
  private static final String IS_HELD_VALUE = "is_held_value";
  private static final String REASON = "reason";
  private static final int MEMBER = 0;
  private static final int LINK = 1;
  private static final StructType ANSWER =
      new StructType()
          .add(WHAT, DataTypes.IntegerType)
          .add(A, DataTypes.LongType)
          .add(B, DataTypes.LongType)
          .add(IS_HELD_VALUE, DataTypes.BooleanType)
          .add(REASON, DataTypes.StringType);

  private static final String COMPONENT = "component";

  /** {@link PersonGraph}'s for a link and nine tenths of an identifier, which real graphs have. */
  private static final long BYTES_A_LINK = 110;

  private final IdentitySettings settings;
  private final LabelComponents labels;
  private final long linksInMemory;

  /**
   * @param labels finds the components of a graph of more than {@code linksInMemory} links
   * @param linksInMemory 0 for what half of the memory behind a task holds
   */
  SolveGraph(IdentitySettings settings, LabelComponents labels, long linksInMemory) {
    this.settings = settings;
    this.labels = labels;
    this.linksInMemory = linksInMemory;
  }

  /**
   * The answer to ask {@link #founders}, {@link #heldLinks} and {@link #heldValues} of; dear, so
   * set it aside.
   *
   * @param members kind, link_key, age and {@link KeptNames#OWN_KEY} of every identifier that may
   *     join persons. Of one event's the strongest kind is the oldest, then the one that named a
   *     person before: an order by hashes would change with the privacy key
   * @param links from_key, to_key, evidence and touches of every link between members
   * @param unlinked pairs of keys that are never one person, in one flat array
   */
  Dataset<Row> solve(Dataset<Row> members, Dataset<Row> links, long[] unlinked) {
    Dataset<Row> nodes =
        members.select(
            lit(MEMBER).as("step"),
            col(Identities.LINK_KEY).as(A),
            unix_date(col(Identities.MINTED_DATE)).cast("long").as(B),
            kindNumber().as("weight"),
            col(KeptNames.OWN_KEY),
            col(Identities.MINTED_EVENT_ID).as("event"));
    Column weight =
        when(col(IdentityLinks.EVIDENCE).equalTo("manual"), Integer.MAX_VALUE)
            .otherwise(least(col(IdentityLinks.TOUCHES), lit(1_000_000_000L)).cast("int"));
    Dataset<Row> ties =
        links.select(
            lit(LINK),
            col(IdentityLinks.FROM_KEY),
            col(IdentityLinks.TO_KEY),
            weight,
            lit(0L),
            lit(null).cast("string"));
    List<Trait> traits = traits();
    int dense = settings.bridges().identifiers();
    int weakTouches = settings.bridges().touches();
    FlatMapFunction<Iterator<InternalRow>, InternalRow> solve =
        rows -> {
          PersonGraph graph = new PersonGraph(traits, dense, weakTouches);
          fill(graph, rows, unlinked);
          graph.solve();
          return answer(graph).iterator();
        };
    Dataset<Row> rows = nodes.union(ties);
    long count = links.count();
    long fit = fitting(linksInMemory, rows.sparkSession());
    JavaRDD<InternalRow> together =
        count <= fit
            ? rows.queryExecution().toRdd().toJavaRDD().coalesce(1)
            : wholeComponents(rows, links, 2 + 4 * count / fit)
                .queryExecution()
                .toRdd()
                .toJavaRDD();
    return ((org.apache.spark.sql.classic.SparkSession) rows.sparkSession())
        .internalCreateDataFrame(together.mapPartitions(solve).rdd(), ANSWER, false);
  }

  /** So many links fit: as set, or else what half of the memory behind a task holds. */
  private static long fitting(long set, SparkSession spark) {
    return set > 0 ? set : memory(spark) / 2 / BYTES_A_LINK;
  }

  private static long memory(SparkSession spark) {
    return spark.sparkContext().isLocal()
        ? Runtime.getRuntime().maxMemory()
        : JavaUtils.byteStringAsBytes(spark.conf().get("spark.executor.memory", "1g"));
  }

  /** Every component whole in one partition. */
  private Dataset<Row> wholeComponents(Dataset<Row> rows, Dataset<Row> links, long shares) {
    Dataset<Row> components =
        labels
            .label(links)
            .select(col(Identities.LINK_KEY).as("_key"), col(Identities.PERSON_KEY).as(COMPONENT));
    int tasks = (int) Math.min(4_096, shares);
    return rows.join(components, col(A).equalTo(col("_key")), "left")
        .withColumn(COMPONENT, coalesce(col(COMPONENT), col(A)))
        .drop("_key")
        .repartition(tasks, col(COMPONENT))
        .drop(COMPONENT);
  }

  private static void fill(PersonGraph graph, Iterator<InternalRow> rows, long[] unlinked) {
    while (rows.hasNext()) {
      InternalRow row = rows.next();
      long a = row.getLong(1);
      long b = row.getLong(2);
      if (row.getInt(0) == MEMBER) {
        graph.add(a, row.getInt(3), row.getLong(4), (int) b, row.getUTF8String(5).getBytes());
      } else {
        graph.link(a, b, row.getInt(3));
      }
    }
    for (int i = 0; i < unlinked.length; i += 2) { // of other components too: they are not found
      graph.unlink(unlinked[i], unlinked[i + 1]);
    }
  }

  private static Stream<InternalRow> answer(PersonGraph graph) {
    Stream<InternalRow> members =
        IntStream.range(0, graph.size())
            .mapToObj(i -> row(MEMBER, graph.key(i), graph.founder(i), graph.isHeldValue(i), null));
    Stream<InternalRow> held =
        IntStream.range(0, graph.links())
            .filter(link -> graph.heldFor(link) != null)
            .mapToObj(
                link -> row(LINK, graph.from(link), graph.to(link), false, graph.heldFor(link)));
    return Stream.concat(members, held);
  }

  private static InternalRow row(int what, long a, long b, boolean isHeldValue, String reason) {
    return new GenericInternalRow(
        new Object[] {what, a, b, isHeldValue, UTF8String.fromString(reason)});
  }

  /** Kinds by number: as configured, and last one for kinds nobody configured. */
  private List<Trait> traits() {
    List<Trait> traits = new ArrayList<>();
    Trait thing = new Trait(0, WeakTies.one(WeakTies.THING), BridgeSettings.TWO);
    int personal = 0;
    int contacts = 0;
    for (KindSettings kind : settings.kinds()) {
      if (kind.onePerPerson()) {
        int heldFrom = kind.authenticates() ? 0 : BridgeSettings.TWO;
        traits.add(new Trait(WeakTies.one(personal++), 0, heldFrom));
      } else if (kind.authenticates()) {
        long one = contacts < WeakTies.CONTACT_KINDS ? WeakTies.one(contacts++) : 0;
        traits.add(new Trait(0, one, settings.bridges().persons()));
      } else {
        traits.add(thing);
      }
    }
    traits.add(thing);
    return traits;
  }

  private Column kindNumber() {
    Column number = lit(settings.kinds().size());
    for (int i = 0; i < settings.kinds().size(); i++) {
      Column isKind = col(Identities.KIND).equalTo(settings.kinds().get(i).kind());
      number = when(isKind, i).otherwise(number);
    }
    return number;
  }

  /** link_key and founder of every member but held values. */
  static Dataset<Row> founders(Dataset<Row> answer) {
    return answer
        .filter(col(WHAT).equalTo(MEMBER).and(not(col(IS_HELD_VALUE))))
        .select(col(A).as(Identities.LINK_KEY), col(B).as(Identities.PERSON_KEY));
  }

  /** Values that would weld several persons; few beside all identifiers. */
  static KeySet heldValues(Dataset<Row> answer) {
    return KeySet.collected(answer.filter(col(IS_HELD_VALUE)).select(A));
  }

  /** Adds {@link IdentityLinks#HELD_FOR}. */
  static Dataset<Row> withHeld(Dataset<Row> links, Dataset<Row> answer, KeySet heldValues) {
    Dataset<Row> held =
        answer
            .filter(col(WHAT).equalTo(LINK))
            .select(col(A).as("_from"), col(B).as("_to"), col(REASON).as("_reason"));
    Column isAtHeldValue =
        heldValues
            .has(col(IdentityLinks.FROM_KEY))
            .or(heldValues.has(col(IdentityLinks.TO_KEY)))
            .and(not(col(IdentityLinks.IS_SHARED)));
    return links
        .join(
            broadcast(held),
            col(IdentityLinks.FROM_KEY)
                .equalTo(col("_from"))
                .and(col(IdentityLinks.TO_KEY).equalTo(col("_to"))),
            "left")
        .withColumn(
            IdentityLinks.HELD_FOR,
            when(col("_reason").isNotNull(), col("_reason"))
                .when(isAtHeldValue, HeldLinks.MEETING_VALUE))
        .drop("_from", "_to", "_reason");
  }
}
