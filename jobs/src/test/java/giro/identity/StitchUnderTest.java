package giro.identity;

import static org.assertj.core.api.Assertions.assertThat;

import giro.lake.Lake;
import giro.model.table.Identities;
import giro.model.table.IdentityRules;
import giro.model.table.Touches;
import giro.testing.SparkExtension;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ana and Bruno sign in on one browser, and somebody else writes a mail: one day, four policies.
 */
@ExtendWith(SparkExtension.class)
class StitchUnderTest {
  private static final List<String> ROWS =
      List.of(
          touch("early", "08:00:00", id("cookie", 3)),
          touch("ana", "09:00:00", id("login", 1) + ", " + id("cookie", 3)),
          touch("after ana", "09:10:00", id("cookie", 3)),
          touch("bruno", "10:00:00", id("login", 2) + ", " + id("cookie", 3)),
          touch("after bruno", "10:10:00", id("cookie", 3)),
          touch("mail", "11:00:00", id("email", 4)));

  @Test
  void eachPolicyMakesItsOwnPersons(SparkSession spark, @TempDir Path home) {
    Lake aside = new Lake(spark, home.toString());
    assertThat(persons(spark, aside, StitchingPolicy.NONE))
        .containsExactlyInAnyOrder("ana", "bruno", "after ana, after bruno, early", "mail");
    assertThat(persons(spark, aside, StitchingPolicy.LAST))
        .containsExactlyInAnyOrder("after ana, ana", "after bruno, bruno", "early", "mail");
    assertThat(persons(spark, aside, StitchingPolicy.SPLIT))
        .containsExactlyInAnyOrder("after ana, ana, early", "after bruno, bruno", "mail");
    assertThat(StitchUnder.shareOnOneWeakLink(aside)).isZero();
    assertThat(persons(spark, aside, StitchingPolicy.FULL))
        .containsExactlyInAnyOrder("after ana, after bruno, ana, bruno, early", "mail");
    assertThat(StitchUnder.shareOnOneWeakLink(aside)).isEqualTo(0.5);
  }

  /** The events of each person. */
  private static List<String> persons(SparkSession spark, Lake aside, StitchingPolicy policy) {
    Dataset<Row> touches =
        spark
            .read()
            .schema(Touches.CONTRACT.schema())
            .json(spark.createDataset(ROWS, Encoders.STRING()));
    Map<Object, TreeSet<String>> persons = new TreeMap<>();
    new StitchUnder(spark, settings(), null)
        .touches(
            policy,
            touches,
            aside.read(IdentityRules.CONTRACT),
            aside,
            LocalDate.parse("2026-06-30"))
        .select(Identities.PERSON_KEY, Touches.EVENT_ID)
        .collectAsList()
        .forEach(
            row -> persons.computeIfAbsent(row.get(0), k -> new TreeSet<>()).add(row.getString(1)));
    return persons.values().stream().map(events -> String.join(", ", events)).toList();
  }

  private static IdentitySettings settings() {
    return new IdentitySettings(
        List.of(
            kind("login", Map.of(), true),
            kind("email", Map.of(), true),
            kind("cookie", Map.of("login", 1), false)),
        Duration.ofHours(12),
        new BridgeSettings(3, 2, 3),
        1_000,
        null);
  }

  private static KindSettings kind(String kind, Map<String, Integer> caps, boolean authenticates) {
    return new KindSettings(
        kind,
        true,
        1,
        caps,
        Duration.ofDays(365),
        List.of(),
        "split",
        authenticates,
        authenticates);
  }

  private static String touch(String event, String time, String identifiers) {
    return """
        {"event_id": "%s", "source": "web", "event_type": "page_view", "key_id": 1,
         "occurred_at": "2026-06-30 %s", "landing_date": "2026-06-30", "identifiers": [%s]}"""
        .formatted(event, time, identifiers)
        .replace("\n", "");
  }

  private static String id(String kind, int number) {
    return "{\"kind\": \"%s\", \"hash\": \"%016x%016x\"}".formatted(kind, number, 0);
  }
}
