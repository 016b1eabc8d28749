package giro.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import giro.ingest.KeyInUse.Found;
import giro.ingest.KeyInUse.Standing;
import giro.lake.Lake;
import giro.model.table.PrivacyKeys;
import giro.model.table.Touches;
import giro.testing.SparkExtension;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class KeyInUseTest {
  private static final Instant NOON = Instant.parse("2026-06-30T12:00:00Z");

  @Test
  void theLatestKeyIsInUseAndEveryFormerIdKeepsItsKey(SparkSession spark, @TempDir Path home) {
    Lake lake = new Lake(spark, home.toString());
    assertThat(key(spark, lake, 7, "a").find()).isEqualTo(new Found(Standing.FIRST, 7));
    key(spark, lake, 7, "a").note(NOON, "run 1", 0, 0);
    assertThat(key(spark, lake, 7, "a").find()).isEqualTo(new Found(Standing.SAME, 7));
    assertThat(key(spark, lake, 7, "b").find()).isEqualTo(new Found(Standing.WRONG_KEY, 7));
    assertThat(key(spark, lake, 8, "a").find()).isEqualTo(new Found(Standing.SAME_KEY_NEW_ID, 7));
    assertThat(key(spark, lake, 8, "b").find()).isEqualTo(new Found(Standing.CHANGED, 7));

    key(spark, lake, 8, "b").note(NOON.plusSeconds(1), "run 2", 5, 1);
    assertThat(key(spark, lake, 8, "b").find()).isEqualTo(new Found(Standing.SAME, 8));
    assertThat(key(spark, lake, 7, "c").find()).isEqualTo(new Found(Standing.WRONG_KEY, 8));
    assertThat(key(spark, lake, 7, "a").find())
        .as("back to the first key")
        .isEqualTo(new Found(Standing.CHANGED, 8));
    assertThat(key(spark, lake, 9, "a").find())
        .as("or to the first key under a new id")
        .isEqualTo(new Found(Standing.CHANGED, 8));
    assertThat(lake.read(PrivacyKeys.CONTRACT).select(PrivacyKeys.FINGERPRINT).collectAsList())
        .extracting(row -> row.getString(0))
        .doesNotHaveDuplicates()
        .allMatch(fingerprint -> fingerprint.matches("[0-9a-f]{32}"));
  }

  @Test
  void aLakeThatNotedNoKeyIsJudgedByItsTouches(SparkSession spark, @TempDir Path home) {
    Lake lake = new Lake(spark, home.toString());
    lake.append(
        Touches.CONTRACT,
        spark
            .read()
            .schema(Touches.CONTRACT.schema())
            .json(
                spark.createDataset(
                    List.of("{\"event_id\": \"e1\", \"source\": \"web\", \"key_id\": 1}"),
                    Encoders.STRING())));
    assertThat(key(spark, lake, 1, "a").find()).isEqualTo(new Found(Standing.FIRST, 1));
    assertThat(key(spark, lake, 2, "b").find()).isEqualTo(new Found(Standing.CHANGED, 1));
  }

  private static KeyInUse key(SparkSession spark, Lake lake, int id, String key) {
    return new KeyInUse(spark, lake, new PrivacySettings(key.repeat(16), id, false, true));
  }
}
