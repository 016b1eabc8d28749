package giro.identity;

import static org.apache.spark.sql.functions.*;

import giro.lake.Lake;
import giro.model.table.Identities;
import giro.model.table.IdentityLinks;
import giro.model.table.Touches;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Gives touches their person under another policy than the published one, to compare. */
public final class StitchUnder {
  private static final String IDS = "_ids";
  private static final String STRONGEST = "_strongest";
  private static final String PLACE = "_place";

  private final SparkSession spark;
  private final IdentitySettings settings;
  private final String disposal;

  /**
   * @param disposal as in {@link MakePersons}
   */
  public StitchUnder(SparkSession spark, IdentitySettings settings, String disposal) {
    this.spark = spark;
    this.settings = settings;
    this.disposal = disposal;
  }

  /**
   * Touches with {@link Identities#PERSON_KEY}, null where the policy knows nobody.
   *
   * @param touches those that may make persons
   * @param aside where links and identities of {@code split} and {@code full} go
   */
  public Dataset<Row> touches(
      StitchingPolicy policy,
      Dataset<Row> touches,
      Dataset<Row> decisions,
      Lake aside,
      LocalDate asOf) {
    return switch (policy) {
      case NONE -> keyed(touches).withColumn(Identities.PERSON_KEY, key(STRONGEST));
      case LAST -> lastLogin(keyed(touches));
      case SPLIT -> persons(settings, touches, decisions, aside, asOf);
      case FULL -> persons(settings.withoutLimits(), touches, decisions.limit(0), aside, asOf);
    };
  }

  private Dataset<Row> persons(
      IdentitySettings under,
      Dataset<Row> touches,
      Dataset<Row> decisions,
      Lake aside,
      LocalDate asOf) {
    return new MakePersons(spark, under, disposal)
        .over(touches, decisions, aside, asOf, "sensitivity");
  }

  /** With the strongest identifier, and the strongest of those that do not say who is there. */
  private Dataset<Row> keyed(Dataset<Row> touches) {
    Lives handed = FindLives.byDisposal(touches, disposal);
    Column ids = new LinkKeys(settings.kinds(), handed).column();
    return touches
        .withColumn(IDS, ids)
        .withColumn(STRONGEST, element_at(col(IDS), 1))
        .withColumn(
            PLACE, element_at(filter(col(IDS), id -> not(authenticates(id.getField("kind")))), 1));
  }

  private Dataset<Row> lastLogin(Dataset<Row> keyed) {
    Column isLogin = authenticates(col(STRONGEST).getField("kind"));
    WindowSpec before =
        Window.partitionBy(key(PLACE))
            .orderBy(col(Touches.OCCURRED_AT), col(Touches.SOURCE), col(Touches.EVENT_ID))
            .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
    Column latest = last(when(isLogin, key(STRONGEST)), true).over(before);
    return keyed.withColumn(
        Identities.PERSON_KEY,
        when(coalesce(isLogin, lit(false)).or(key(PLACE).isNull()), key(STRONGEST))
            .otherwise(coalesce(latest, key(STRONGEST))));
  }

  private static Column key(String id) {
    return col(id).getField("key");
  }

  private Column authenticates(Column kind) {
    return kind.isin(settings.authenticating().toArray());
  }

  /**
   * The share of persons who would fall in two without one link that a single touch showed. One
   * task takes every link, as stitching does.
   *
   * @param aside where {@link #touches} left links and identities
   */
  public static double shareOnOneWeakLink(Lake aside) {
    Dataset<Row> members =
        aside
            .read(Identities.CONTRACT)
            .filter(col(Identities.PERSON_KEY).isNotNull())
            .select(
                lit(0), col(Identities.LINK_KEY), col(Identities.PERSON_KEY), lit(0L).as("seen"));
    Dataset<Row> links =
        aside
            .read(IdentityLinks.CONTRACT)
            .filter(not(col(IdentityLinks.IS_SHARED)).and(col(IdentityLinks.HELD_FOR).isNull()))
            .select(
                lit(1),
                col(IdentityLinks.FROM_KEY),
                col(IdentityLinks.TO_KEY),
                col(IdentityLinks.TOUCHES));
    MapPartitionsFunction<Row, Double> share =
        rows -> {
          Components places = new Components();
          List<Long> persons = new ArrayList<>();
          List<int[]> ties = new ArrayList<>();
          rows.forEachRemaining(
              row -> {
                if (row.getInt(0) == 0) {
                  places.add(row.getLong(1));
                  persons.add(row.getLong(2));
                } else {
                  int seen = (int) Math.min(Integer.MAX_VALUE, row.getLong(3));
                  ties.add(
                      new int[] {places.find(row.getLong(1)), places.find(row.getLong(2)), seen});
                }
              });
          return List.of(share(persons, ties)).iterator();
        };
    return members
        .union(links)
        .repartition(1)
        .sortWithinPartitions(col(members.columns()[0]))
        .mapPartitions(share, Encoders.DOUBLE())
        .first();
  }

  private static double share(List<Long> persons, List<int[]> ties) {
    int[] from = ties.stream().mapToInt(tie -> tie[0]).toArray();
    int[] to = ties.stream().mapToInt(tie -> tie[1]).toArray();
    boolean[] bridges = WeakTies.bridges(persons.size(), from, to);
    Set<Long> hanging = new HashSet<>();
    for (int i = 0; i < bridges.length; i++) {
      if (bridges[i] && ties.get(i)[2] == 1) {
        hanging.add(persons.get(from[i]));
      }
    }
    long count = Arrays.stream(persons.toArray()).distinct().count();
    return count == 0 ? 0 : (double) hanging.size() / count;
  }
}
