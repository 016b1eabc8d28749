package giro.identity;

import static org.assertj.core.api.Assertions.assertThat;

import giro.lake.Lake;
import giro.model.table.IdentityRules;
import giro.model.table.PersonHistory;
import giro.model.table.Touches;
import giro.testing.SparkExtension;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class PersonHistoryTest {
  private static final String COOKIE_1 = id("cookie", 1);
  private static final String LOGIN = id("login", 2);
  private static final String COOKIE_2 = id("cookie", 3);

  private final List<String> rows = new ArrayList<>();

  @Test
  void aMergeIsPutDownToTheEventThatJoinedTheTwo(SparkSession spark, @TempDir Path home) {
    Lake lake = new Lake(spark, home.toString());
    touch("e1", "2026-06-28", COOKIE_1);
    touch("e2", "2026-06-29", LOGIN);
    night(spark, lake, "2026-06-29");
    touch("e3 joins", "2026-06-30", COOKIE_1, LOGIN);
    touch("e4 only brings a cookie", "2026-06-30", COOKIE_2, LOGIN);
    night(spark, lake, "2026-06-30");

    assertThat(
            lake.read(PersonHistory.CONTRACT)
                .filter("change = 'merged'")
                .select(PersonHistory.EVENT_ID)
                .as(Encoders.STRING())
                .collectAsList())
        .containsExactly("e3 joins");
  }

  private void night(SparkSession spark, Lake lake, String asOf) {
    IdentitySettings settings =
        new IdentitySettings(
            List.of(kind("login", 1, true), kind("cookie", 2, false)),
            Duration.ofHours(12),
            new BridgeSettings(0, 0, 0),
            1_000,
            null);
    new MakePersons(spark, settings, null)
        .over(
            spark
                .read()
                .schema(Touches.CONTRACT.schema())
                .json(spark.createDataset(rows, Encoders.STRING())),
            lake.read(IdentityRules.CONTRACT),
            lake,
            LocalDate.parse(asOf),
            "run of " + asOf);
  }

  private static KindSettings kind(String kind, int priority, boolean authenticates) {
    return new KindSettings(
        kind,
        true,
        priority,
        Map.of(),
        Duration.ofDays(365),
        List.of(),
        "split",
        false,
        authenticates);
  }

  private void touch(String eventId, String day, String... identifiers) {
    rows.add(
        """
        {"event_id": "%s", "source": "web", "event_type": "page_view",
         "occurred_at": "%s 10:00:00", "landing_date": "%s", "key_id": 1, "identifiers": [%s]}"""
            .formatted(eventId, day, day, String.join(",", identifiers))
            .replace("\n", ""));
  }

  private static String id(String kind, int number) {
    return "{\"kind\": \"%s\", \"hash\": \"%016x%016x\"}".formatted(kind, number, 0);
  }
}
