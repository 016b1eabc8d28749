package giro.identity;

import static org.assertj.core.api.Assertions.assertThat;

import giro.lake.Lake;
import giro.testing.SparkExtension;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A graph too large for one task gives the persons and held ties that one task would find. */
@ExtendWith(SparkExtension.class)
class SolveGraphTest {
  private static final List<String> KINDS = List.of("login", "crm_id", "email", "cookie");
  private final List<String> members = new ArrayList<>();
  private final List<String> links = new ArrayList<>();
  private final Random random = new Random(7);

  @Test
  void inRoundsOfShufflesAsInOneTask(SparkSession spark, @TempDir Path home) {
    for (int i = 0; i < 3_000; i++) {
      members.add(
          """
          {"kind": "%s", "link_key": %2$d, "own_key": %2$d, "minted_date": "2026-06-%3$02d",
           "minted_event_id": "e%4$d"}"""
              .formatted(KINDS.get(random.nextInt(4)), key(i), 1 + i % 28, i)
              .replace("\n", ""));
    }
    for (int i = 1; i < 300; i++) {
      link(0, i); // somebody with three hundred identifiers
      link(299 + i, 300 + i); // a long chain
    }
    for (int i = 0; i < 1_600; i++) {
      int hub = (int) (700 * Math.pow(random.nextDouble(), 3)); // few with many, many with few
      link(700 + hub, 700 + random.nextInt(2_300));
    }
    Dataset<Row> nodes =
        rows(
            spark,
            members,
            "kind string, link_key long, own_key long, minted_date date, minted_event_id string");
    Dataset<Row> ties =
        rows(spark, links, "from_key long, to_key long, evidence string, touches long");
    long[] unlinked = {key(300), key(560), key(700), key(701)};

    Lake lake = new Lake(spark, home.toString());
    List<String> inRounds = solved(lake, 100, nodes, ties, unlinked);
    List<String> inOneTask = solved(lake, 1_000_000, nodes, ties, unlinked);

    assertThat(inRounds).containsExactlyInAnyOrderElementsOf(inOneTask);
    assertThat(inOneTask).as("held ties are among them").anyMatch(row -> row.contains("weak_link"));
    assertThat(inOneTask).anyMatch(row -> row.contains("unlink_rule"));
  }

  private static List<String> solved(
      Lake lake, long linksInMemory, Dataset<Row> nodes, Dataset<Row> ties, long[] unlinked) {
    IdentitySettings settings =
        new IdentitySettings(
            List.of(
                kind("login", true),
                kind("crm_id", true),
                kind("email", false),
                kind("cookie", false)),
            Duration.ofHours(12),
            new BridgeSettings(3, 2, 3),
            linksInMemory,
            null);
    LabelComponents components = new LabelComponents(lake);
    List<String> answer =
        new SolveGraph(settings, components, linksInMemory)
            .solve(nodes, ties, unlinked).collectAsList().stream().map(Row::toString).toList();
    components.release();
    return answer;
  }

  private static KindSettings kind(String kind, boolean onePerPerson) {
    return new KindSettings(
        kind,
        true,
        1,
        Map.of(),
        Duration.ofDays(365),
        List.of(),
        "split",
        onePerPerson,
        !kind.equals("cookie"));
  }

  private void link(int a, int b) {
    if (a != b) {
      links.add(
          "{\"from_key\": %d, \"to_key\": %d, \"evidence\": \"observed\", \"touches\": %d}"
              .formatted(key(a), key(b), 1 + random.nextInt(4)));
    }
  }

  /** Keys in another order than that of landing. */
  private static long key(int member) {
    return member * 0x9E3779B97F4A7C15L;
  }

  private static Dataset<Row> rows(SparkSession spark, List<String> json, String schema) {
    return spark.read().schema(schema).json(spark.createDataset(json, Encoders.STRING()));
  }
}
