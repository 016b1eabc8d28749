package giro.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import giro.model.table.NewHashes;
import giro.model.table.Touches;
import giro.testing.SparkExtension;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Stored touches beside the same ones read again under another key. */
@ExtendWith(SparkExtension.class)
class RekeyTouchesTest {
  private static final String SAID =
      "\"event_type\": \"call\", \"occurred_at\": \"2026-06-30 10:00:00\"";

  @Test
  void everyHashedValueHasItsNewOneByItsPlace(SparkSession spark) {
    Dataset<Row> stored =
        touches(spark, touch("e1", "old-ana", "old-c", "call phone#00000001 or email#00000002"));
    Dataset<Row> read =
        touches(spark, touch("e1", "new-ana", "new-c", "call phone#0000000a or email#0000000b"));
    assertThat(found(stored, read))
        .isEqualTo(
            Map.of(
                "old-ana",
                "new-ana",
                "old-c",
                "new-c",
                "old-vin-e1",
                "new-vin-e1",
                "phone#00000001",
                "phone#0000000a",
                "email#00000002",
                "email#0000000b",
                order("e1", true),
                order("e1", false)));
  }

  @Test
  void ofSeveralCopiesTheOneThatWasStoredSpeaksElseNone(SparkSession spark) {
    Dataset<Row> stored =
        touches(
            spark,
            touch("better", "old-ana", "old-c", "first words"),
            touch("alike", "old-bruno", "old-d", "same words"));
    Dataset<Row> read =
        touches(
            spark,
            touch("better", "new-zoe", "new-x", "later words"),
            touch("better", "new-ana", "new-c", "first words"),
            touch("alike", "new-bruno", "new-d", "same words"),
            touch("alike", "new-carla", "new-d", "same words"),
            touch("unknown", "new-zoe", "new-x", "not stored"));
    Map<String, String> found = found(stored, read);
    assertThat(found).containsEntry("old-ana", "new-ana").containsEntry("old-c", "new-c");
    assertThat(found).as("the copies agree").containsEntry("old-d", "new-d");
    assertThat(found).as("Bruno or Carla").doesNotContainKey("old-bruno");
  }

  @Test
  void aTouchIsMadeAnewAsFarAsItsValuesAreKnown(SparkSession spark) {
    Dataset<Row> stored =
        touches(
            spark,
            touch("whole", "old-ana", "old-c", "call phone#00000001"),
            touch("part", "old-carla", "old-c", "email#00000009"),
            "{\"event_id\": \"bare\", \"source\": \"web\", \"key_id\": 1, \"identifiers\": [], "
                + SAID
                + "}");
    Dataset<Row> known =
        spark
            .createDataset(
                List.of(
                    "{'former_hash': 'old-ana', 'new_hash': 'new-ana'}",
                    "{'former_hash': 'old-c', 'new_hash': 'new-c'}",
                    "{'former_hash': 'old-vin-whole', 'new_hash': 'new-vin-whole'}",
                    "{'former_hash': 'phone#00000001', 'new_hash': 'phone#0000000a'}",
                    "{'former_hash': '%s', 'new_hash': '%s'}"
                        .formatted(order("whole", true), order("whole", false))),
                Encoders.STRING())
            .transform(rows -> spark.read().json(rows));
    Map<String, Row> renewed =
        RekeyTouches.renewed(stored, known, 2).collectAsList().stream()
            .collect(Collectors.toMap(row -> row.getAs(Touches.EVENT_ID), row -> row));

    Row whole = renewed.get("whole");
    assertThat(hashes(whole)).containsExactly("login new-ana", "cookie new-c");
    assertThat(whole.<String>getAs(Touches.VIN)).isEqualTo("new-vin-whole");
    assertThat(whole.<String>getAs(Touches.TOPIC)).isEqualTo("call phone#0000000a");
    assertThat(whole.<String, String>getJavaMap(whole.fieldIndex(Touches.ATTRIBUTES)))
        .isEqualTo(Map.of("order_number", order("whole", false), "lead_type", "offer"));
    assertThat(whole.<Integer>getAs(Touches.KEY_ID)).isEqualTo(2);
    assertThat(whole.<String>getAs(Touches.EVENT_TYPE)).isEqualTo("call");

    Row part = renewed.get("part");
    assertThat(hashes(part)).containsExactly("login old-carla", "cookie new-c");
    assertThat(part.<String>getAs(Touches.TOPIC)).isEqualTo("email#00000009");
    assertThat(part.<Integer>getAs(Touches.KEY_ID)).isEqualTo(1);

    assertThat(renewed.get("bare").<Integer>getAs(Touches.KEY_ID)).isEqualTo(2);
  }

  private static List<String> hashes(Row touch) {
    return touch.<Row>getList(touch.fieldIndex(Touches.IDENTIFIERS)).stream()
        .map(identifier -> identifier.getString(0) + " " + identifier.getString(1))
        .toList();
  }

  private static Map<String, String> found(Dataset<Row> stored, Dataset<Row> read) {
    return FindNewHashes.between(stored, read)
        .select(NewHashes.FORMER, NewHashes.HASH)
        .collectAsList()
        .stream()
        .collect(Collectors.toMap(row -> row.getString(0), row -> row.getString(1)));
  }

  /** A masked order number of the event. */
  private static String order(String id, boolean isOld) {
    return "phone#%08x".formatted(id.hashCode() + (isOld ? 0 : 1));
  }

  private static String touch(String id, String login, String cookie, String topic) {
    boolean isOld = login.startsWith("old");
    return """
        {"event_id": "%s", "source": "web", "key_id": 1, %s, "topic": "%s",
         "identifiers": [{"kind": "login", "hash": "%s"}, {"kind": "cookie", "hash": "%s"}],
         "vin": "%s-vin-%s", "attributes": {"order_number": "%s", "lead_type": "offer"}}"""
        .formatted(id, SAID, topic, login, cookie, isOld ? "old" : "new", id, order(id, isOld))
        .replace("\n", "");
  }

  private static Dataset<Row> touches(SparkSession spark, String... rows) {
    return spark
        .read()
        .schema(Touches.CONTRACT.schema())
        .json(spark.createDataset(List.of(rows), Encoders.STRING()));
  }
}
