package giro.identity;

import static org.apache.spark.sql.functions.*;

import giro.model.table.Identities;
import giro.model.table.Touches;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The persons who withdrew their consent and have not given it again since: nothing of theirs makes
 * a journey, whatever they had allowed before. Few beside all persons, so they travel with tasks.
 */
public final class Withdrawals {
  private static final String SAID = "_said";
  private static final String RANK = "_rank";

  private final KeySet persons;

  private Withdrawals(KeySet persons) {
    this.persons = persons;
  }

  /**
   * A touch that withdraws speaks for the person of its strongest identifier that belongs to one; a
   * shared value speaks for nobody. A later touch of the person that grants takes it back.
   *
   * @param withdrawing touches whose {@link Touches#CONSENT} is withdrawn
   * @param identities as this night wrote them
   * @param assigned touches with {@link Identities#PERSON_KEY}
   */
  public static Withdrawals among(
      Dataset<Row> withdrawing,
      Dataset<Row> identities,
      Dataset<Row> assigned,
      List<KindSettings> kinds) {
    if (withdrawing.isEmpty()) {
      return new Withdrawals(KeySet.of(java.util.stream.LongStream.empty()));
    }
    Map<Long, Long> withdrawn = latest(owners(withdrawing, identities, kinds), SAID);
    KeySet suspects = KeySet.of(withdrawn.keySet());
    Map<Long, Long> granted =
        latest(
            assigned
                .filter(
                    col(Touches.CONSENT)
                        .equalTo("granted")
                        .and(suspects.has(col(Identities.PERSON_KEY))))
                .select(col(Identities.PERSON_KEY), unix_micros(col(Touches.OCCURRED_AT)).as(SAID)),
            SAID);
    withdrawn.entrySet().removeIf(e -> granted.getOrDefault(e.getKey(), -1L) > e.getValue());
    return new Withdrawals(KeySet.of(withdrawn.keySet()));
  }

  public boolean isEmpty() {
    return persons.isEmpty();
  }

  /** True for a person among these. */
  public Column has(Column personKey) {
    return persons.has(personKey);
  }

  /** Each withdrawing touch with its person and when it was said; none where it has nobody. */
  private static Dataset<Row> owners(
      Dataset<Row> withdrawing, Dataset<Row> identities, List<KindSettings> kinds) {
    Column rank = lit(kinds.size());
    for (int i = 0; i < kinds.size(); i++) {
      rank = when(col("_id.kind").equalTo(kinds.get(i).kind()), i).otherwise(rank);
    }
    Dataset<Row> said =
        withdrawing
            .select(
                col(Touches.SOURCE),
                col(Touches.EVENT_ID),
                unix_micros(col(Touches.OCCURRED_AT)).as(SAID),
                explode(col(Touches.IDENTIFIERS)).as("_id"))
            .withColumn(RANK, rank);
    Column isLiving = unix_micros(col(Identities.FIRST_SEEN_AT)).leq(col(SAID));
    return identities
        .filter(col(Identities.PERSON_KEY).isNotNull())
        .join(
            broadcast(said),
            col(Identities.HASH)
                .equalTo(col("_id.hash"))
                .and(col(Identities.KIND).equalTo(col("_id.kind"))))
        .groupBy(Touches.SOURCE, Touches.EVENT_ID, SAID)
        .agg(
            min_by(
                    col(Identities.PERSON_KEY),
                    struct(
                        col(RANK),
                        not(isLiving).as("_is_later_life"),
                        when(isLiving, col(Identities.OWNERSHIP).multiply(-1))
                            .otherwise(col(Identities.OWNERSHIP))
                            .as("_life")))
                .as(Identities.PERSON_KEY));
  }

  private static Map<Long, Long> latest(Dataset<Row> said, String when) {
    Map<Long, Long> latest = new HashMap<>();
    said.groupBy(Identities.PERSON_KEY)
        .agg(max(when))
        .collectAsList()
        .forEach(row -> latest.put(row.getLong(0), row.getLong(1)));
    return latest;
  }
}
