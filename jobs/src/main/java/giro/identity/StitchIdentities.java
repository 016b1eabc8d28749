package giro.identity;

import static org.apache.spark.sql.functions.*;

import giro.lake.Lake;
import giro.model.table.Identities;
import giro.model.table.IdentityLinks;
import giro.model.table.Touches;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * Turns touches into identity links, and links into persons: connected components over everything
 * that is not over its cap, each named after the identifier that landed first.
 */
public final class StitchIdentities {
  private static final String ID = "_id";
  private static final String FIRST = "_first";
  private static final String PAIRS = "pairs";
  private static final String OWNERSHIP = "_ownership";

  private final SparkSession spark;
  private final IdentitySettings settings;
  private final String disposal;

  /**
   * @param disposal the condition on a touch after which its VIN belongs to another owner
   */
  public StitchIdentities(SparkSession spark, IdentitySettings settings, String disposal) {
    this.spark = spark;
    this.settings = settings;
    this.disposal = disposal;
  }

  /** Writes links and identities of the touches and gives back what assigning them needs. */
  Stitched stitch(Dataset<Row> touches, Lake lake) {
    LinkKeys linkKeys = new LinkKeys(groupingKinds(), disposals(touches));
    Dataset<Row> keyed =
        touches.select(
            col(Touches.SOURCE),
            col(Touches.EVENT_ID),
            col(Touches.OCCURRED_AT),
            col(Touches.LANDING_DATE),
            col(Touches.KEY_ID),
            linkKeys.column().as(ID));
    try {
      Dataset<Row> pairs = lake.setAside(PAIRS, pairs(keyed));
      Dataset<Row> links = pairs.filter(not(isItself()));
      long[] shared = sharedKeys(links);
      lake.overwrite(IdentityLinks.CONTRACT, withShared(links, shared));
      Dataset<Row> identifiers = identifiers(pairs.filter(isItself()), shared);
      Dataset<Row> founders = founders(identifiers, links, shared);
      lake.overwrite(Identities.CONTRACT, identities(identifiers, founders));
      return new Stitched(linkKeys, shared);
    } finally {
      lake.dropAside(PAIRS);
    }
  }

  private Set<String> groupingKinds() {
    return settings.kinds().stream()
        .filter(k -> !k.links())
        .map(KindSettings::kind)
        .collect(Collectors.toSet());
  }

  /** When each VIN changed hands; a car changes hands a few times in its life, most never. */
  private Map<String, long[]> disposals(Dataset<Row> touches) {
    Map<String, long[]> times = new HashMap<>();
    if (disposal == null) {
      return times;
    }
    touches
        .filter(expr(disposal).and(col(Touches.VIN).isNotNull()))
        .groupBy(Touches.VIN)
        .agg(array_sort(collect_set(unix_micros(col(Touches.OCCURRED_AT)))))
        .collectAsList()
        .forEach(
            row ->
                times.put(
                    row.getString(0), row.<Long>getList(1).stream().mapToLong(t -> t).toArray()));
    return times;
  }

  /**
   * One row a pair of identifiers that a touch carried both of, and one an identifier, paired with
   * itself: links and identifiers in one pass over the touches and one shuffle.
   */
  private static Dataset<Row> pairs(Dataset<Row> keyed) {
    return keyed
        .select(
            col(Touches.OCCURRED_AT),
            col(Touches.LANDING_DATE),
            col(Touches.EVENT_ID),
            col(Touches.KEY_ID),
            explode(pairs(col(ID))).as("p"))
        .groupBy(
            col("p.a.kind").as(IdentityLinks.FROM_KIND),
            col("p.a.hash").as(IdentityLinks.FROM_HASH),
            col("p.b.kind").as(IdentityLinks.TO_KIND),
            col("p.b.hash").as(IdentityLinks.TO_HASH),
            col("p.a.key").as(IdentityLinks.FROM_KEY),
            col("p.b.key").as(IdentityLinks.TO_KEY),
            col("p.a.ownership").as(OWNERSHIP))
        .agg(
            count(lit(1)).as(IdentityLinks.TOUCHES),
            min(Touches.OCCURRED_AT).as(IdentityLinks.VALID_FROM),
            max(Touches.OCCURRED_AT).as(IdentityLinks.VALID_TO),
            max(Touches.KEY_ID).as(IdentityLinks.KEY_ID),
            min(struct(col(Touches.LANDING_DATE), col(Touches.EVENT_ID))).as(FIRST))
        .withColumn(IdentityLinks.FIRST_LANDING_DATE, col(FIRST).getField(Touches.LANDING_DATE))
        .withColumn(IdentityLinks.FIRST_EVENT_ID, col(FIRST).getField(Touches.EVENT_ID))
        .withColumn(IdentityLinks.EVIDENCE, lit("observed"))
        .withColumn(IdentityLinks.PRECEDENCE, lit(1))
        .drop(FIRST);
  }

  /** Each identifier with itself and with every later one. */
  private static Column pairs(Column ids) {
    return flatten(
        transform(
            ids,
            (a, i) ->
                transform(slice(ids, i.plus(1), size(ids)), b -> struct(a.as("a"), b.as("b")))));
  }

  private static Column isItself() {
    return col(IdentityLinks.FROM_KEY).equalTo(col(IdentityLinks.TO_KEY));
  }

  /** Values that meet more values of a kind than their cap allows. */
  private long[] sharedKeys(Dataset<Row> links) {
    Dataset<Row> ends =
        links
            .select(
                col(IdentityLinks.FROM_KEY).as("key"),
                cap(IdentityLinks.FROM_KIND, IdentityLinks.TO_KIND).as("cap"),
                col(IdentityLinks.TO_KIND).as("other_kind"))
            .union(
                links.select(
                    col(IdentityLinks.TO_KEY),
                    cap(IdentityLinks.TO_KIND, IdentityLinks.FROM_KIND),
                    col(IdentityLinks.FROM_KIND)));
    return ends
        .filter(col("cap").isNotNull())
        .groupBy("key", "other_kind", "cap")
        .count()
        .filter(col("count").gt(col("cap")))
        .select("key")
        .distinct()
        .collectAsList() // values over a cap: kiosks, placeholders; a handful a dealer
        .stream()
        .mapToLong(r -> r.getLong(0))
        .sorted()
        .toArray();
  }

  private Column cap(String kindColumn, String otherColumn) {
    Column cap = lit(null).cast("int");
    for (KindSettings kind : settings.kinds()) {
      for (Map.Entry<String, Integer> entry : kind.caps().entrySet()) {
        Column applies =
            col(kindColumn).equalTo(kind.kind()).and(col(otherColumn).equalTo(entry.getKey()));
        cap = when(applies, entry.getValue()).otherwise(cap);
      }
    }
    return cap;
  }

  private static Dataset<Row> withShared(Dataset<Row> links, long[] shared) {
    Column isShared =
        isOneOf(IdentityLinks.FROM_KEY, shared).or(isOneOf(IdentityLinks.TO_KEY, shared));
    return links.withColumn(IdentityLinks.IS_SHARED, isShared);
  }

  private static Column isOneOf(String column, long[] keys) {
    if (keys.length == 0) {
      return lit(false);
    }
    return col(column).isInCollection(Arrays.stream(keys).boxed().toList());
  }

  private static Dataset<Row> identifiers(Dataset<Row> itself, long[] shared) {
    return itself
        .select(
            col(IdentityLinks.FROM_KIND).as(Identities.KIND),
            col(IdentityLinks.FROM_HASH).as(Identities.HASH),
            col(OWNERSHIP).as(Identities.OWNERSHIP),
            col(IdentityLinks.FROM_KEY).as(Identities.LINK_KEY),
            col(IdentityLinks.TOUCHES).as(Identities.TOUCHES),
            col(IdentityLinks.VALID_FROM).as(Identities.FIRST_SEEN_AT),
            col(IdentityLinks.VALID_TO).as(Identities.LAST_SEEN_AT),
            col(IdentityLinks.KEY_ID).as(Identities.KEY_ID),
            col(IdentityLinks.FIRST_LANDING_DATE).as(Identities.MINTED_DATE),
            col(IdentityLinks.FIRST_EVENT_ID).as(Identities.MINTED_EVENT_ID))
        .withColumn(Identities.IS_SHARED, isOneOf(Identities.LINK_KEY, shared));
  }

  /** link_key and founder of every identifier that is not shared, from one union-find. */
  private Dataset<Row> founders(Dataset<Row> identifiers, Dataset<Row> links, long[] shared) {
    Dataset<Row> members =
        identifiers
            .filter(not(col(Identities.IS_SHARED)))
            .select(
                lit(0).as("step"),
                col(Identities.MINTED_DATE).as("date"),
                col(Identities.MINTED_EVENT_ID).as("event"),
                col(Identities.LINK_KEY).as("a"),
                lit(0L).as("b"));
    Dataset<Row> joins =
        withShared(links, shared)
            .filter(not(col(IdentityLinks.IS_SHARED)))
            .select(
                lit(1),
                lit(null).cast("date"),
                lit(null).cast("string"),
                col(IdentityLinks.FROM_KEY),
                col(IdentityLinks.TO_KEY));
    StructType found =
        new StructType()
            .add(Identities.LINK_KEY, DataType.fromDDL("bigint"))
            .add(Identities.PERSON_KEY, DataType.fromDDL("bigint"));
    MapPartitionsFunction<Row, Row> join =
        rows -> {
          Components components = new Components();
          while (rows.hasNext()) {
            Row row = rows.next();
            if (row.getInt(0) == 0) {
              components.add(row.getLong(3));
            } else {
              components.link(row.getLong(3), row.getLong(4));
            }
          }
          return java.util.stream.IntStream.range(0, components.size())
              .mapToObj(i -> RowFactory.create(components.key(i), components.founder(i)))
              .iterator();
        };
    return members
        .union(joins)
        .repartition(1)
        .sortWithinPartitions("step", "date", "event", "a")
        .mapPartitions(join, Encoders.row(found));
  }

  /** The name of the person that the identifier of this key founded. */
  static Column personId(Column founderKey) {
    return concat(lit("p"), lpad(lower(hex(founderKey)), 16, "0"));
  }

  private static Dataset<Row> identities(Dataset<Row> identifiers, Dataset<Row> founders) {
    Column id = personId(col(Identities.PERSON_KEY));
    return identifiers
        .join(
            founders,
            scala.jdk.javaapi.CollectionConverters.asScala(List.of(Identities.LINK_KEY)).toSeq(),
            "left")
        .withColumn(Identities.PERSON_ID, when(col(Identities.PERSON_KEY).isNotNull(), id));
  }
}
