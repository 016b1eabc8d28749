package giro.identity;

import static org.apache.spark.sql.functions.*;

import giro.model.table.Identities;
import giro.model.table.IdentityLinks;
import giro.model.table.Touches;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.types.DataTypes;

/**
 * Which identifiers touches carried, and which of them together: one row a pair, and one an
 * identifier, paired with itself. Links and identifiers come from one pass over the touches and one
 * shuffle.
 */
final class SeenTogether {
  private static final String ID = "_id";
  private static final String FIRST = "_first";
  private static final String OWNERSHIP = "_ownership";
  private static final String PARTS = "_parts";

  private final List<KindSettings> kinds;

  SeenTogether(List<KindSettings> kinds) {
    this.kinds = kinds;
  }

  Dataset<Row> of(Dataset<Row> touches, LinkKeys keys) {
    return touches
        .select(
            col(Touches.OCCURRED_AT),
            col(Touches.LANDING_DATE),
            col(Touches.EVENT_ID),
            col(Touches.KEY_ID),
            keys.column().as(ID))
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
            bit_or(part()).as(PARTS),
            min(struct(col(Touches.LANDING_DATE), col(Touches.EVENT_ID))).as(FIRST))
        .withColumn(IdentityLinks.FIRST_LANDING_DATE, col(FIRST).getField(Touches.LANDING_DATE))
        .withColumn(IdentityLinks.FIRST_EVENT_ID, col(FIRST).getField(Touches.EVENT_ID))
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

  /**
   * For an identifier with itself, a bit for the part of its look-back that the touch falls into.
   */
  private Column part() {
    Column lookback = lit(null).cast("bigint");
    for (KindSettings kind : kinds) {
      lookback =
          when(col("p.a.kind").equalTo(kind.kind()), FindLives.micros(kind)).otherwise(lookback);
    }
    Column part =
        pmod(
            floor(
                unix_micros(col(Touches.OCCURRED_AT)).divide(floor(lookback.divide(Lives.PARTS)))),
            lit(64L));
    return when(
        col("p.a.key").equalTo(col("p.b.key")).and(lookback.isNotNull()),
        call_function("shiftleft", lit(1L), part.cast("int")));
  }

  /** Hashes of values that may have been away for longer than the look-back of their kind. */
  List<String> mayHaveLives(Dataset<Row> pairs) {
    Map<String, Long> lookbacks = FindLives.lookbacks(kinds);
    UDF4<String, Long, Long, Long, Boolean> mayHaveGap =
        (kind, first, last, parts) ->
            parts != null && Lives.mayHaveGap(first, last, parts, lookbacks.get(kind));
    return pairs
        .filter(
            isItself()
                .and(
                    udf(mayHaveGap, DataTypes.BooleanType)
                        .apply(
                            col(IdentityLinks.FROM_KIND),
                            unix_micros(col(IdentityLinks.VALID_FROM)),
                            unix_micros(col(IdentityLinks.VALID_TO)),
                            col(PARTS))))
        .select(IdentityLinks.FROM_HASH)
        .distinct()
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  /** The pairs with every life of a value apart; those without such a value stay as they are. */
  Dataset<Row> withLives(Dataset<Row> pairs, Dataset<Row> touches, LinkKeys keys) {
    Column isOne = not(keys.hasSeveralLives(col(IdentityLinks.FROM_HASH)));
    Column isOther = not(keys.hasSeveralLives(col(IdentityLinks.TO_HASH)));
    Column neither = isOne.and(isOther);
    return pairs
        .filter(neither)
        .unionByName(of(touches.filter(keys.carriesSeveralLives()), keys).filter(not(neither)));
  }

  private static Column isItself() {
    return col(IdentityLinks.FROM_KEY).equalTo(col(IdentityLinks.TO_KEY));
  }

  /** The pairs of two identifiers, as links observed. */
  static Dataset<Row> links(Dataset<Row> pairs) {
    return pairs
        .filter(not(isItself()))
        .withColumn(IdentityLinks.EVIDENCE, lit("observed"))
        .withColumn(IdentityLinks.PRECEDENCE, lit(1))
        .drop(OWNERSHIP, PARTS);
  }

  /** The identifiers, with their age and how often they were seen. */
  static Dataset<Row> identifiers(Dataset<Row> pairs) {
    return pairs
        .filter(isItself())
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
            col(IdentityLinks.FIRST_EVENT_ID).as(Identities.MINTED_EVENT_ID));
  }
}
