package giro.identity;

import static org.assertj.core.api.Assertions.assertThat;

import giro.lake.Lake;
import giro.model.table.Identities;
import giro.model.table.IdentityRules;
import giro.model.table.NewHashes;
import giro.model.table.PersonHistory;
import giro.model.table.PersonNames;
import giro.model.table.TableContract;
import giro.testing.SparkExtension;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Names and rules over changes of the key. */
@ExtendWith(SparkExtension.class)
class RekeyIdentitiesTest {
  private static final long OWNERSHIP = 0x9E3779B97F4A7C15L;

  @Test
  void idsThatWereGivenStayWithTheirIdentifiersAndNoOtherIsKept(
      SparkSession spark, @TempDir Path home) {
    Lake lake = new Lake(spark, home.toString());
    write(
        spark,
        lake,
        Identities.CONTRACT,
        identity("login", 1, 0, 1),
        identity("cookie", 2, 0, 1),
        identity("vin", 3, 1, 3 ^ OWNERSHIP),
        identity("email", 4, 0, 4));
    write(
        spark,
        lake,
        PersonHistory.CONTRACT,
        // of somebody who took the consent back, so that the registry does not know them now
        "{\"person_id\": \"p0000000000000005\", \"change\": \"minted\"}");
    rekey(spark, lake, 2, "1>11", "2>12", "3>13", "5>15");
    assertThat(names(lake)).containsExactly("11 is 1", "13 is 3, second ownership", "15 is 5");
    assertThat(
            lake.read(Identities.CONTRACT)
                .orderBy(Identities.KIND)
                .selectExpr("concat_ws(' ', kind, key_id, substr(hash, 15, 2), person_id)")
                .as(Encoders.STRING())
                .collectAsList())
        .containsExactly(
            "cookie 2 0c p0000000000000001",
            "email 1 04 p0000000000000004",
            "login 2 0b p0000000000000001",
            "vin 2 0d " + id(3 ^ OWNERSHIP));

    rekey(spark, lake, 3, "11>21", "12>22", "13>23", "15>25");
    assertThat(names(lake)).containsExactly("21 is 1", "23 is 3, second ownership", "25 is 5");
    rekey(spark, lake, 1, "21>1", "22>2", "23>3", "25>5");
    assertThat(names(lake)).as("back at the first key").isEmpty();
  }

  @Test
  void twoHashesOfOneIdentifierBecomeOneAndTheOlderNameStays(
      SparkSession spark, @TempDir Path home) {
    Lake lake = new Lake(spark, home.toString());
    write(
        spark,
        lake,
        Identities.CONTRACT,
        identity("login", 7, 0, 7).replace("06-01", "06-20"),
        identity("login", 1, 0, 1));
    rekey(spark, lake, 3, "7>30", "1>30");
    assertThat(names(lake)).containsExactly("30 is 1");
    assertThat(lake.read(Identities.CONTRACT).select(Identities.PERSON_ID).collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactly("p0000000000000001");
  }

  @Test
  void aRuleNamesItsEndsInTheOrderOfTheirNewHashes(SparkSession spark, @TempDir Path home) {
    Lake lake = new Lake(spark, home.toString());
    write(
        spark,
        lake,
        IdentityRules.CONTRACT,
        """
        {"action": "unlink", "from_kind": "login", "from_hash": "%s", "to_kind": "login",
         "to_hash": "%s", "key_id": 1}"""
            .formatted(hash(1), hash(2))
            .replace("\n", ""));
    rekey(spark, lake, 2, "1>12", "2>11");
    Row rule = lake.read(IdentityRules.CONTRACT).first();
    assertThat(rule.<String>getAs(IdentityRules.FROM_HASH)).isEqualTo(hash(11));
    assertThat(rule.<String>getAs(IdentityRules.TO_HASH)).isEqualTo(hash(12));
    assertThat(rule.<Integer>getAs(IdentityRules.KEY_ID)).isEqualTo(2);
  }

  private static List<String> names(Lake lake) {
    return lake.read(PersonNames.CONTRACT).collectAsList().stream()
        .map(RekeyIdentitiesTest::name)
        .sorted()
        .toList();
  }

  private static String name(Row name) {
    long life = name.<Integer>getAs(PersonNames.OWNERSHIP) * OWNERSHIP;
    long now = name.<Long>getAs(PersonNames.LINK_KEY) ^ life;
    long then = name.<Long>getAs(PersonNames.PERSON_KEY) ^ life;
    assertThat(name.<String>getAs(PersonNames.HASH)).isEqualTo(hash(now));
    return now + " is " + then + (life == 0 ? "" : ", second ownership");
  }

  private static void rekey(SparkSession spark, Lake lake, int keyId, String... changes) {
    List<String> rows =
        List.of(changes).stream()
            .map(change -> change.split(">"))
            .map(
                change ->
                    "{\"%s\": \"%s\", \"%s\": \"%s\"}"
                        .formatted(
                            NewHashes.FORMER,
                            hash(Long.parseLong(change[0])),
                            NewHashes.HASH,
                            hash(Long.parseLong(change[1]))))
            .toList();
    Dataset<Row> newHashes = spark.read().json(spark.createDataset(rows, Encoders.STRING()));
    new RekeyIdentities(lake, newHashes, keyId).rekey();
  }

  /** An identifier of the person that login 1 founded, unless it founded one itself. */
  private static String identity(String kind, long number, int ownership, long founder) {
    long person = kind.equals("cookie") ? 1 : founder;
    return """
        {"kind": "%s", "hash": "%s", "ownership": %d, "key_id": 1, "person_id": "%s",
         "minted_date": "2026-06-01", "minted_event_id": "e", "link_key": %d, "person_key": %d}"""
        .formatted(
            kind, hash(number), ownership, id(person), number ^ ownership * OWNERSHIP, person)
        .replace("\n", "");
  }

  private static String id(long key) {
    return "p%016x".formatted(key);
  }

  private static String hash(long number) {
    return "%016x%016x".formatted(number, 0);
  }

  private static void write(SparkSession spark, Lake lake, TableContract table, String... rows) {
    lake.append(
        table,
        spark
            .read()
            .schema(table.schema())
            .json(spark.createDataset(List.of(rows), Encoders.STRING())));
  }
}
