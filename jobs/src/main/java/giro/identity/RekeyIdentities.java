package giro.identity;

import static org.apache.spark.sql.functions.*;

import giro.lake.Lake;
import giro.model.table.HeldLinks;
import giro.model.table.Identities;
import giro.model.table.IdentityLinks;
import giro.model.table.IdentityRules;
import giro.model.table.KeptShared;
import giro.model.table.NewHashes;
import giro.model.table.PersonHistory;
import giro.model.table.PersonNames;
import giro.model.table.TableContract;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;

/**
 * Carries persons over a change of the privacy key: their identifiers, links and rules of hand get
 * the new hashes, and every id that was ever given stays with the identifier that gave it. A hash
 * that nothing tells the new one of stays as it is.
 */
public final class RekeyIdentities {
  private static final String NEW = "_new_";
  private static final String FORMER_KEY = "_former_key";
  private static final String IS_KEPT = "_is_kept";

  private final Lake lake;
  private final Dataset<Row> newHashes;
  private final int keyId;

  /**
   * @param newHashes see {@link NewHashes}
   * @param keyId of the new hashes
   */
  public RekeyIdentities(Lake lake, Dataset<Row> newHashes, int keyId) {
    this.lake = lake;
    this.newHashes = newHashes;
    this.keyId = keyId;
  }

  /** Rewrites every table that holds hashes of identifiers, but the touches. */
  public void rekey() {
    names(); // first: they are found by the former hashes
    identities();
    links(IdentityLinks.CONTRACT);
    links(HeldLinks.CONTRACT);
    rules();
    keptShared();
  }

  /**
   * Ids given so far, in persons of now or in their history, stay with their identifiers. Where two
   * former identifiers turn out to be one, the older name stays.
   */
  private void names() {
    Dataset<Row> kept = lake.read(PersonNames.CONTRACT);
    Dataset<Row> seen =
        newHashes
            .select(col(NewHashes.FORMER).as(PersonNames.HASH), lit(0).as(PersonNames.OWNERSHIP))
            .filter(length(col(PersonNames.HASH)).equalTo(32))
            .union(identifiers().select(Identities.HASH, Identities.OWNERSHIP))
            .distinct()
            .withColumn(
                PersonNames.LINK_KEY, linkKey(col(PersonNames.HASH), col(PersonNames.OWNERSHIP)))
            .join(kept.select(PersonNames.LINK_KEY), seqOf(PersonNames.LINK_KEY), "left_anti")
            .withColumn(PersonNames.PERSON_KEY, col(PersonNames.LINK_KEY));
    Dataset<Row> given =
        seen.join(
            idsGiven(),
            StitchIdentities.personId(col(PersonNames.LINK_KEY)).equalTo(col("_given")),
            "left_semi");
    Dataset<Row> age =
        identifiers()
            .select(
                col(Identities.LINK_KEY).as(FORMER_KEY),
                col(Identities.MINTED_DATE),
                col(Identities.MINTED_EVENT_ID));
    Dataset<Row> all =
        kept.withColumn(IS_KEPT, lit(true))
            .unionByName(given.withColumn(IS_KEPT, lit(false)))
            .withColumn(FORMER_KEY, col(PersonNames.LINK_KEY))
            .join(age, seqOf(FORMER_KEY), "left");
    Column newKey = linkKey(col(NEW + PersonNames.HASH), col(PersonNames.OWNERSHIP));
    Dataset<Row> named =
        withNew(all, PersonNames.HASH)
            .withColumn(PersonNames.LINK_KEY, newKey)
            .withColumn(PersonNames.HASH, col(NEW + PersonNames.HASH));
    lake.overwrite(
        PersonNames.CONTRACT,
        oldest(named, col(IS_KEPT).desc(), col(PersonNames.PERSON_KEY))
            .filter(col(PersonNames.LINK_KEY).notEqual(col(PersonNames.PERSON_KEY))));
  }

  private Dataset<Row> identifiers() {
    return lake.read(Identities.CONTRACT);
  }

  private Dataset<Row> idsGiven() {
    Dataset<Row> history = lake.read(PersonHistory.CONTRACT);
    return history
        .select(col(PersonHistory.PERSON_ID).as("_given"))
        .union(history.select(PersonHistory.OTHER_PERSON_ID))
        .union(identifiers().select(Identities.PERSON_ID))
        .filter(col("_given").isNotNull())
        .distinct();
  }

  private void identities() {
    Column newKey = linkKey(col(NEW + Identities.HASH), col(Identities.OWNERSHIP));
    Dataset<Row> renewed =
        withNew(identifiers(), Identities.HASH)
            .withColumn(Identities.LINK_KEY, newKey)
            .withColumn(Identities.HASH, col(NEW + Identities.HASH))
            .withColumn(Identities.KEY_ID, keyIdWhere(isNew(Identities.HASH), Identities.KEY_ID));
    overwrite(Identities.CONTRACT, oldest(renewed));
  }

  private void links(TableContract table) {
    Dataset<Row> renewed =
        withNew(withNew(lake.read(table), IdentityLinks.FROM_HASH), IdentityLinks.TO_HASH);
    List<Column> columns = new ArrayList<>();
    for (String name : table.columnNames()) {
      Column column =
          switch (name) {
            case IdentityLinks.FROM_HASH, IdentityLinks.TO_HASH -> col(NEW + name);
            case IdentityLinks.FROM_KEY -> moved(col(name), IdentityLinks.FROM_HASH);
            case IdentityLinks.TO_KEY -> moved(col(name), IdentityLinks.TO_HASH);
            case IdentityLinks.KEY_ID -> keyIdWhere(areBothNew(), name);
            default -> col(name);
          };
      columns.add(column.as(name));
    }
    overwrite(table, renewed.select(columns.toArray(Column[]::new)));
  }

  /** A rule names the ends by kind and hash in order, so that the same pair is found again. */
  private void rules() {
    Dataset<Row> renewed =
        withNew(
            withNew(lake.read(IdentityRules.CONTRACT), IdentityRules.FROM_HASH),
            IdentityRules.TO_HASH);
    Column from = struct(col(IdentityRules.FROM_KIND), col(NEW + IdentityRules.FROM_HASH));
    Column to = struct(col(IdentityRules.TO_KIND), col(NEW + IdentityRules.TO_HASH));
    Dataset<Row> ordered =
        renewed
            .withColumn("_first", array_min(array(ends(from), ends(to))))
            .withColumn("_second", array_max(array(ends(from), ends(to))))
            .withColumn(IdentityRules.KEY_ID, keyIdWhere(areBothNew(), IdentityRules.KEY_ID))
            .withColumn(IdentityRules.FROM_KIND, col("_first.kind"))
            .withColumn(IdentityRules.FROM_HASH, col("_first.hash"))
            .withColumn(IdentityRules.TO_KIND, col("_second.kind"))
            .withColumn(IdentityRules.TO_HASH, col("_second.hash"));
    overwrite(IdentityRules.CONTRACT, ordered);
  }

  private void keptShared() {
    Dataset<Row> renewed =
        withNew(lake.read(KeptShared.CONTRACT), KeptShared.HASH)
            .withColumn(
                KeptShared.LINK_KEY, linkKey(col(NEW + KeptShared.HASH), col(KeptShared.OWNERSHIP)))
            .withColumn(KeptShared.HASH, col(NEW + KeptShared.HASH))
            .withColumn(KeptShared.KEY_ID, keyIdWhere(isNew(KeptShared.HASH), KeptShared.KEY_ID));
    overwrite(KeptShared.CONTRACT, renewed);
  }

  private static Column ends(Column end) {
    return end.cast("struct<kind:string,hash:string>");
  }

  /** Adds what a hash becomes, itself where nothing tells. */
  private Dataset<Row> withNew(Dataset<Row> rows, String hash) {
    Dataset<Row> known =
        newHashes.select(col(NewHashes.FORMER).as("_former"), col(NewHashes.HASH).as("_known"));
    return rows.join(known, col(hash).equalTo(col("_former")), "left")
        .withColumn(NEW + hash, coalesce(col("_known"), col(hash)))
        .withColumn(isNew(hash), col("_known").isNotNull())
        .drop("_former", "_known");
  }

  private static String isNew(String hash) {
    return "_is_new_" + hash;
  }

  private static Column areBothNew() {
    return col(isNew(IdentityLinks.FROM_HASH)).and(col(isNew(IdentityLinks.TO_HASH)));
  }

  private Column keyIdWhere(String flag, String keyIdColumn) {
    return keyIdWhere(col(flag), keyIdColumn);
  }

  private Column keyIdWhere(Column isNew, String keyIdColumn) {
    return when(isNew, lit(keyId)).otherwise(col(keyIdColumn));
  }

  /** Ownership is part of a link key, by an exclusive or: the hash's part is exchanged. */
  private static Column moved(Column linkKey, String hash) {
    return linkKey
        .bitwiseXOR(linkKey(col(hash), lit(0)))
        .bitwiseXOR(linkKey(col(NEW + hash), lit(0)));
  }

  private static Column linkKey(Column hash, Column ownership) {
    return udf((String h, Integer o) -> LinkKeys.key(h, o), DataTypes.LongType)
        .apply(hash, ownership);
  }

  /** One row a link key, the one that was minted first. */
  private static Dataset<Row> oldest(Dataset<Row> rows, Column... before) {
    List<Column> order = new ArrayList<>(List.of(before));
    int afterFirst = Math.min(1, order.size());
    order.addAll(
        afterFirst,
        List.of(
            col(Identities.MINTED_DATE).asc_nulls_last(),
            col(Identities.MINTED_EVENT_ID).asc_nulls_last()));
    return rows.withColumn(
            "_rank",
            row_number()
                .over(
                    Window.partitionBy(Identities.LINK_KEY).orderBy(order.toArray(Column[]::new))))
        .filter(col("_rank").equalTo(1))
        .drop("_rank");
  }

  private void overwrite(TableContract table, Dataset<Row> rows) {
    if (lake.exists(table)) {
      lake.overwrite(table, rows);
    }
  }

  private static scala.collection.immutable.Seq<String> seqOf(String column) {
    return scala.jdk.javaapi.CollectionConverters.asScala(List.of(column)).toSeq();
  }
}
