package giro.identity;

import static org.apache.spark.sql.functions.*;

import giro.lake.Lake;
import giro.model.table.HeldLinks;
import giro.model.table.Identities;
import giro.model.table.IdentityLinks;
import giro.model.table.IdentityRules;
import giro.model.table.KeptShared;
import giro.model.table.PersonHistory;
import giro.model.table.PersonNames;
import giro.model.table.Touches;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * Writes what stays of identities, ids and rules of hand into another lake when people are
 * forgotten. Everybody else keeps the id they have; values that the forgotten shared with others
 * stay shared.
 */
public final class ErasePersons {
  private static final String LIFE = "_life";
  private static final String KEY = "_key";

  private final Lake lake;
  private final Lake into;
  private final Dataset<Row> identities;
  private final ForgottenLives forgotten;
  private final TreeSet<String> ids;
  private final Dataset<Row> touches;

  /**
   * @param into a lake without these tables
   * @param values rows of {@link giro.model.table.ForgottenValues}
   * @param personIds those who are forgotten
   * @param touches source and event id of the touches that go
   */
  public ErasePersons(
      Lake lake, Lake into, Dataset<Row> values, List<String> personIds, Dataset<Row> touches) {
    this.lake = lake;
    this.into = into;
    this.identities = lake.read(Identities.CONTRACT);
    this.forgotten = new ForgottenLives(values.collectAsList());
    this.ids = new TreeSet<>(personIds);
    this.touches = touches;
  }

  /** Rows that go, by table; links are made again without them by the derivation that follows. */
  public Map<String, Long> erase() {
    ids.addAll(idsTheyGave());
    Map<String, Long> gone = new LinkedHashMap<>();
    gone.put(Identities.NAME, identities.filter(isForgottenLife()).count());
    gone.put(IdentityLinks.NAME, links(lake.read(IdentityLinks.CONTRACT)));
    gone.put(HeldLinks.NAME, links(lake.read(HeldLinks.CONTRACT)));
    gone.put(PersonNames.NAME, names());
    gone.put(IdentityRules.NAME, rules());
    gone.put(PersonHistory.NAME, history());
    keepShared();
    into.overwrite(
        Identities.CONTRACT,
        renumbered(withoutEvents(identities, Identities.MINTED_EVENT_ID))
            .filter(not(isForgottenLife()))
            .withColumn(Identities.LINK_KEY, col(KEY))
            .withColumn(Identities.OWNERSHIP, col(LIFE)));
    return gone;
  }

  private Column isForgottenLife() {
    return forgotten.has(col(Identities.HASH), col(Identities.OWNERSHIP));
  }

  /** Every id that one of their identifiers gave, now or before it was merged away. */
  private List<String> idsTheyGave() {
    Column isTheirs = forgotten.has(col(PersonNames.HASH), col(PersonNames.OWNERSHIP));
    return identities
        .filter(isForgottenLife())
        .select(StitchIdentities.personId(col(Identities.LINK_KEY)).as("id"))
        .union(
            lake.read(PersonNames.CONTRACT)
                .filter(isTheirs)
                .select(StitchIdentities.personId(col(PersonNames.PERSON_KEY))))
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  private long links(Dataset<Row> links) {
    return links
        .filter(
            forgotten
                .hasAny(col(IdentityLinks.FROM_HASH))
                .or(forgotten.hasAny(col(IdentityLinks.TO_HASH))))
        .count();
  }

  /**
   * A life that moves up a number gets another link key, from which its person's id would be made
   * anew; the name it gave is kept for it.
   */
  private long names() {
    Dataset<Row> names = lake.read(PersonNames.CONTRACT);
    Column isTheirs = forgotten.has(col(PersonNames.HASH), col(PersonNames.OWNERSHIP));
    Dataset<Row> kept = renumbered(names.filter(not(isTheirs)));
    Dataset<Row> moved =
        KeptNames.onto(renumbered(identities.filter(not(isForgottenLife()))), names)
            .filter(col(LIFE).notEqual(col(Identities.OWNERSHIP)))
            .select(
                col(PersonNames.HASH),
                col(PersonNames.OWNERSHIP),
                col(PersonNames.LINK_KEY),
                col(KeptNames.OWN_KEY).as(PersonNames.PERSON_KEY),
                col(LIFE),
                col(KEY))
            .join(kept.select(col(KEY).as("_known")), col(KEY).equalTo(col("_known")), "left_anti");
    into.overwrite(
        PersonNames.CONTRACT,
        kept.unionByName(moved)
            .withColumn(PersonNames.OWNERSHIP, col(LIFE))
            .withColumn(PersonNames.LINK_KEY, col(KEY)));
    return names.filter(isTheirs).count();
  }

  /** Adds the number and the link key that each life has from now on. */
  private Dataset<Row> renumbered(Dataset<Row> lives) {
    Column hash = col(Identities.HASH);
    Column life = col(Identities.OWNERSHIP);
    Column key =
        udf((String h, Integer o) -> LinkKeys.key(h, o), DataTypes.LongType).apply(hash, col(LIFE));
    return lives
        .withColumn(LIFE, forgotten.renumbered(hash, life))
        .withColumn(KEY, when(col(LIFE).equalTo(life), col(Identities.LINK_KEY)).otherwise(key));
  }

  /** A decision goes where it speaks of a value that is theirs alone. */
  private long rules() {
    Dataset<Row> rules = lake.read(IdentityRules.CONTRACT);
    Column from = col(IdentityRules.FROM_HASH);
    Column to = col(IdentityRules.TO_HASH);
    Column goes =
        forgotten
            .hasWhole(from)
            .or(forgotten.hasWhole(to))
            .or(forgotten.hasAny(from).and(forgotten.hasAny(to)));
    into.overwrite(IdentityRules.CONTRACT, rules.filter(not(goes)));
    return rules.filter(goes).count();
  }

  /** Who split out of them did appear, and nothing says any more out of whom or why. */
  private long history() {
    Dataset<Row> history = lake.read(PersonHistory.CONTRACT);
    Column isOtherTheirs =
        coalesce(col(PersonHistory.OTHER_PERSON_ID).isInCollection(ids), lit(false));
    Column goes =
        col(PersonHistory.PERSON_ID)
            .isInCollection(ids)
            .or(isOtherTheirs.and(col(PersonHistory.CHANGE).equalTo("merged")));
    Dataset<Row> left =
        withoutEvents(history.filter(not(goes)), PersonHistory.EVENT_ID)
            .withColumn(
                PersonHistory.OTHER_PERSON_ID,
                when(not(isOtherTheirs), col(PersonHistory.OTHER_PERSON_ID)));
    into.overwrite(PersonHistory.CONTRACT, left);
    return history.filter(goes).count();
  }

  /** Values shared or held of which one of their touches was made. */
  private void keepShared() {
    Dataset<Row> kept = renumbered(lake.read(KeptShared.CONTRACT));
    Dataset<Row> carried =
        lake.read(Touches.CONTRACT)
            .join(broadcast(touches), seqOf(Touches.SOURCE, Touches.EVENT_ID), "left_semi")
            .select(explode(col(Touches.IDENTIFIERS)).as("i"))
            .select(col("i.hash").as("_carried"))
            .distinct();
    Dataset<Row> more =
        renumbered(identities.filter(col(Identities.IS_SHARED)))
            .join(carried, col(Identities.HASH).equalTo(col("_carried")), "left_semi")
            .join(kept.select(col(KEY).as("_known")), col(KEY).equalTo(col("_known")), "left_anti");
    Column[] columns =
        new Column[] {
          col(KeptShared.KIND),
          col(KeptShared.HASH),
          col(LIFE).as(KeptShared.OWNERSHIP),
          col(KeptShared.KEY_ID),
          col(KEY).as(KeptShared.LINK_KEY)
        };
    into.overwrite(KeptShared.CONTRACT, kept.select(columns).unionByName(more.select(columns)));
  }

  /** With null in the place of an event that goes. */
  private Dataset<Row> withoutEvents(Dataset<Row> rows, String column) {
    Dataset<Row> gone = touches.select(col(Touches.EVENT_ID).as("_gone")).distinct();
    return rows.join(broadcast(gone), col(column).equalTo(col("_gone")), "left")
        .withColumn(column, when(col("_gone").isNull(), col(column)))
        .drop("_gone");
  }

  private static scala.collection.immutable.Seq<String> seqOf(String... columns) {
    return scala.jdk.javaapi.CollectionConverters.asScala(List.of(columns)).toSeq();
  }
}
