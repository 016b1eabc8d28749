package giro.identity;

import static org.apache.spark.sql.functions.*;

import giro.lake.Lake;
import giro.model.table.Identities;
import giro.model.table.Touches;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Gives each touch its person: the one its linking identifiers stand for; a touch with shared
 * values only goes to the person who logged in nearest in time on that value, or to nobody.
 */
final class AssignPersons {
  private static final String KEYS = "_keys";
  private static final String OWN = "_own";
  private static final String REACHED = "reached";
  private static final long BROADCAST_LIMIT = 20_000_000L;

  private final IdentitySettings settings;
  private final Stitched stitched;
  private final Lake lake;

  /**
   * @param lake where the touches that a login reaches are set aside: few, and dear to find
   */
  AssignPersons(IdentitySettings settings, Stitched stitched, Lake lake) {
    this.settings = settings;
    this.stitched = stitched;
    this.lake = lake;
  }

  /** Drops what {@link #apply} set aside, once its rows are not needed any more. */
  static void release(Lake lake) {
    lake.dropAside(REACHED);
  }

  /**
   * Adds {@link Identities#PERSON_KEY}, null for a touch that no login reaches.
   *
   * @param identities as written; joined without a shuffle of touches while they fit in memory
   */
  Dataset<Row> apply(Dataset<Row> touches, Dataset<Row> identities, long identifierCount) {
    Dataset<Row> persons =
        identities
            .filter(col(Identities.PERSON_KEY).isNotNull())
            .select(
                col(Identities.LINK_KEY).as("_link"),
                col(Identities.PERSON_KEY).as(Identities.PERSON_KEY));
    persons = identifierCount <= BROADCAST_LIMIT ? broadcast(persons) : persons;
    Dataset<Row> keyed =
        touches
            .withColumn(KEYS, keys().apply(stitched.linkKeys().column()))
            .withColumn(OWN, col(KEYS).getField("own"));
    Dataset<Row> owned = keyed.join(persons, col(OWN).equalTo(col("_link")), "left").drop("_link");
    if (stitched.apart().isEmpty()) {
      return owned.drop(KEYS, OWN);
    }
    return withSharedTouches(owned).drop(KEYS, OWN);
  }

  /**
   * own: the strongest key that links; shared: the shared keys; authenticated: says who is there.
   */
  private UserDefinedFunction keys() {
    Stitched known = stitched;
    Set<String> authenticating = settings.authenticating();
    UDF1<scala.collection.Seq<Row>, Row> split =
        ids -> {
          Long own = null;
          boolean isAuthenticated = false;
          List<Row> shared = new java.util.ArrayList<>(2);
          for (Row id : CollectionConverters.asJava(ids)) {
            long key = id.getLong(3);
            if (known.apart().contains(key)) {
              shared.add(RowFactory.create(key, id.getString(0), known.crowds().contains(key)));
            } else {
              own = own == null ? Long.valueOf(key) : own;
              isAuthenticated |= authenticating.contains(id.getString(0));
            }
          }
          return RowFactory.create(own, shared.toArray(Row[]::new), isAuthenticated);
        };
    return udf(
        split,
        DataType.fromDDL(
            "struct<own:bigint,shared:array<struct<key:bigint,kind:string,crowd:boolean>>,"
                + "authenticated:boolean>"));
  }

  private Dataset<Row> withSharedTouches(Dataset<Row> owned) {
    Dataset<Row> reached =
        lake.setAside(
            REACHED,
            nearest(owned)
                .select(
                    col(Touches.SOURCE).as("_source"),
                    col(Touches.EVENT_ID).as("_event_id"),
                    col("_reached")));
    return owned
        .join(
            reached,
            col(Touches.SOURCE)
                .equalTo(col("_source"))
                .and(col(Touches.EVENT_ID).equalTo(col("_event_id")))
                .and(col(OWN).isNull()),
            "left")
        .withColumn(Identities.PERSON_KEY, coalesce(col(Identities.PERSON_KEY), col("_reached")))
        .drop("_source", "_event_id", "_reached");
  }

  /** Touches with shared values only, with the person nearest in time on one of them. */
  private Dataset<Row> nearest(Dataset<Row> owned) {
    Column isLogin = col("authenticated").and(col(Identities.PERSON_KEY).isNotNull());
    Column login = when(isLogin, struct(col("micros"), col(Identities.PERSON_KEY).as("person")));
    WindowSpec onValue = Window.partitionBy("shared.key").orderBy("micros");
    WindowSpec upToNow = onValue.rangeBetween(Window.unboundedPreceding(), Window.currentRow());
    WindowSpec fromNow = onValue.rangeBetween(Window.currentRow(), Window.unboundedFollowing());
    Column limit =
        when(col("shared.crowd"), micros(settings.crowds().within()))
            .otherwise(micros(settings.splitWithin()));
    Column back = col("micros").minus(col("before.micros"));
    Column ahead = col("after.micros").minus(col("micros"));
    Column usesBack = back.leq(limit).and(coalesce(back.leq(ahead), lit(true)));
    Column split =
        when(usesBack, choice(back, "before")).when(ahead.leq(limit), choice(ahead, "after"));
    Column last = when(back.isNotNull(), choice(back, "before"));
    Column policy = policyOf(col("shared.kind"));
    return owned
        .filter(size(col(KEYS).getField("shared")).gt(0))
        .select(
            col(Touches.SOURCE),
            col(Touches.EVENT_ID),
            col(OWN),
            col(Identities.PERSON_KEY),
            unix_micros(col(Touches.OCCURRED_AT)).as("micros"),
            col(KEYS).getField("authenticated").as("authenticated"),
            explode(col(KEYS).getField("shared")).as("shared"))
        .withColumn("login", login)
        .withColumn("before", max(col("login")).over(upToNow))
        .withColumn("after", min(col("login")).over(fromNow))
        .filter(col(OWN).isNull())
        .withColumn(
            "choice", when(policy.equalTo("split"), split).when(policy.equalTo("last"), last))
        .filter(col("choice").isNotNull())
        .groupBy(Touches.SOURCE, Touches.EVENT_ID)
        .agg(min(col("choice")).getField("person").as("_reached"));
  }

  private static Column micros(Duration duration) {
    return lit(duration.toNanos() / 1_000L);
  }

  /** The nearest login of all shared values of a touch: by distance, then the earlier one. */
  private static Column choice(Column gap, String login) {
    return struct(
        gap.as("gap"), col(login + ".micros").as("at"), col(login + ".person").as("person"));
  }

  private Column policyOf(Column kind) {
    Column policy = lit("split");
    for (KindSettings each : settings.kinds()) {
      policy = when(kind.equalTo(each.kind()), each.shared()).otherwise(policy);
    }
    return policy;
  }
}
