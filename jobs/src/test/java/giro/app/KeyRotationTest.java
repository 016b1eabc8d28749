package giro.app;

import static org.assertj.core.api.Assertions.assertThat;

import giro.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Persons over changes of the privacy key: nobody is lost, nobody is made up. */
@ExtendWith(SparkExtension.class)
class KeyRotationTest {
  private static final String FIRST = "2026-06-28";
  private static final String SECOND = "2026-06-29";
  private static final String THIRD = "2026-06-30";

  @TempDir Path home;
  @TempDir Path landing;

  /** Ana and Bruno share a browser; eight more each begin with three identifiers at once. */
  @BeforeEach
  void land() throws IOException {
    List<String> rows = new ArrayList<>();
    rows.add(touch("a1", FIRST, "\"login\":\"ana\",\"cookie\":\"c\""));
    rows.add(touch("a2", FIRST, "\"login\":\"ana\",\"email\":\"ana@mail.net\""));
    rows.add(touch("b1", FIRST, "\"login\":\"bruno\",\"cookie\":\"c\""));
    for (int i = 0; i < 8; i++) {
      String all = "\"login\":\"l%1$d\",\"cookie\":\"c%1$d\",\"device\":\"d%1$d\"".formatted(i);
      rows.add(touch("p" + i, FIRST, all));
    }
    land(FIRST, rows);
  }

  @Test
  void personsKeepTheirIdsAndNewTouchesJoinThem() throws Exception {
    afterFirst();
    Map<String, String> before = persons();
    assertThat(before.get("a1")).isEqualTo(before.get("a2")).isNotEqualTo(before.get("b1"));
    List<List<Object>> history = history();

    land(
        SECOND,
        List.of(
            touch("a3", SECOND, "\"email\":\"ana@mail.net\""),
            touch("b2", SECOND, "\"login\":\"bruno\",\"phone\":\"+393471234567\""),
            touch("p8", SECOND, "\"device\":\"d3\""),
            touch("new", SECOND, "\"login\":\"zoe\"")));
    night(SECOND, 2);

    Map<String, String> after = persons();
    assertThat(after).as("no id is lost").containsAllEntriesOf(before);
    assertThat(after.get("a3")).isEqualTo(before.get("a1"));
    assertThat(after.get("b2")).as("the rule still holds").isEqualTo(before.get("b1"));
    assertThat(after.get("p8")).isEqualTo(before.get("p3"));
    assertThat(history())
        .as("only Zoe is new")
        .containsAll(history)
        .hasSize(history.size() + 1)
        .contains(List.of("minted", after.get("new")));
    assertThat(export("touches", "count(*) FILTER (key_id = 2), count(*)"))
        .containsExactly(List.of(15L, 15L));

    assertThat(under(2, "unlink", "login:bruno", "login:ana", "--take-back"))
        .as("under another key than it was made with")
        .isEqualTo(done());
    assertThat(under(3, "rebuild")).as("another key, by a rebuild").isEqualTo(done());
    Map<String, String> together = persons();
    assertThat(together.get("b1")).isEqualTo(before.get("a1"));
    after.keySet().removeIf(event -> event.startsWith("b"));
    assertThat(together).containsAllEntriesOf(after).hasSize(after.size() + 2);
    assertThat(history())
        .as("nobody is minted anew")
        .filteredOn(row -> row.get(0).equals("minted"))
        .hasSize(history.size() + 1);
  }

  @Test
  void whatNoFileTellsStaysAndIsCounted() throws IOException, SQLException {
    land(
        SECOND,
        List.of(
            touch("seen", SECOND, "\"cookie\":\"c3\",\"device\":\"d3\""),
            touch("gone", SECOND, "\"login\":\"carla\",\"cookie\":\"c9\"")));
    night(SECOND, 1);
    Map<String, String> before = persons();
    Files.delete(file(SECOND));
    land(
        THIRD,
        List.of(
            touch("joins", THIRD, "\"device\":\"d3\""),
            touch("cannot", THIRD, "\"login\":\"carla\"")));
    night(THIRD, 2);

    Map<String, String> after = persons();
    assertThat(after).containsAllEntriesOf(before);
    assertThat(after.get("joins")).isEqualTo(before.get("seen"));
    assertThat(after.get("cannot")).as("Carla's file is gone").isNotIn(before.values());
    assertThat(export("privacy_keys", "key_id, rekeyed, left_behind"))
        .containsExactlyInAnyOrder(List.of(1, 0L, 0L), List.of(2, 12L, 1L));
    assertThat(export("touches", "event_id, key_id", "WHERE key_id = 1"))
        .containsExactly(List.of("gone", 1));
  }

  @Test
  void keyAndKeyIdMustGoTogetherAndARunThatDiesHalfWayIsUndone() throws Exception {
    afterFirst();
    Map<String, String> before = persons();
    String[] night = {"run", "--date", FIRST};
    for (String[] command : List.of(night, new String[] {"link", "login:ana", "login:bruno"})) {
      assertRefused(with(1, "another-key", command), "as giro.privacy.key-id 1");
      assertRefused(with(2, key(1), command), "still the key");
    }
    assertRefused(under(2, "link", "login:ana", "login:bruno"), "run a night");

    String published = PublishedTables.pointer(home.resolve("bi")).toString();
    Path strict =
        Files.writeString(
            home.resolve("strict.conf"),
            """
            giro.expectations = [ { name = "nobody came by balloon", table = source_quality, severity = stop
              owner = analytics, condition = "count_if(source = 'balloon') > 0" } ]
            """);
    Ran broken = under(2, "run", "--date", FIRST, "--config", strict.toString());
    assertThat(broken.exitCode()).isEqualTo(ExitCode.EXPECTATION);
    assertThat(broken.errors()).contains("nobody came by balloon");
    assertThat(PublishedTables.pointer(home.resolve("bi")).toString())
        .as("readers still see the night before")
        .isEqualTo(published);
    assertThat(export("touches", "DISTINCT key_id")).containsExactly(List.of(2));

    night(FIRST, 2);
    assertThat(persons()).isEqualTo(before);
    assertThat(export("privacy_keys", "key_id, rekeyed"))
        .containsExactlyInAnyOrder(List.of(1, 0L), List.of(2, 11L));
    assertThat(home.resolve("lake/_giro/aside/new_hashes"))
        .as("nobody learns which hash became which")
        .doesNotExist();
  }

  /** The first night under the first key, Ana and Bruno kept apart. */
  private void afterFirst() throws Exception {
    PreparedLake.copy(
        "first-key",
        home,
        at -> {
          assertThat(at(at, 1, key(1), "unlink", "login:ana", "login:bruno")).isEqualTo(done());
          assertThat(at(at, 1, key(1), "run", "--date", FIRST)).isEqualTo(done());
        });
  }

  private static void assertRefused(Ran ran, String saying) {
    assertThat(ran.exitCode()).isEqualTo(ExitCode.SETTINGS);
    assertThat(ran.errors())
        .contains(saying)
        .doesNotContain("another-key")
        .doesNotContain("secret");
    assertThat(ran.errors().strip().lines()).as("one sentence").hasSize(1);
  }

  private void night(String date, int keyId) {
    assertThat(under(keyId, "run", "--date", date)).isEqualTo(done());
  }

  private static Ran done() {
    return new Ran(ExitCode.DONE, "");
  }

  private Ran under(int keyId, String... command) {
    return with(keyId, key(keyId), command);
  }

  private static String key(int keyId) {
    return "secret-number-" + keyId;
  }

  private Ran with(int keyId, String key, String... command) {
    return at(home, keyId, key, command);
  }

  private Ran at(Path place, int keyId, String key, String... command) {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of("--set", "privacy.key=" + key, "--set", "privacy.key-id=" + keyId));
    return Ran.quickly(landing, place, all.toArray(String[]::new));
  }

  /** Each event's person. */
  private Map<String, String> persons() throws SQLException {
    Map<String, String> persons = new TreeMap<>();
    export("journey_touches", "event_id, person_id")
        .forEach(row -> persons.put((String) row.get(0), (String) row.get(1)));
    return persons;
  }

  private List<List<Object>> history() throws SQLException {
    return export("person_history", "change, person_id");
  }

  private List<List<Object>> export(String table, String columns) throws SQLException {
    return export(table, columns, "");
  }

  private List<List<Object>> export(String table, String columns, String where)
      throws SQLException {
    Path out = home.resolve("out");
    assertThat(under(1, "export", table, "--out", out.toString()).exitCode()).isZero();
    try (PublishedTables tables = new PublishedTables()) {
      return tables.rows(
          "SELECT %s FROM read_parquet('%s/*.parquet') %s".formatted(columns, out, where));
    }
  }

  private Path file(String date) {
    return landing.resolve("web/date=" + date + "/web.jsonl");
  }

  private void land(String date, List<String> rows) throws IOException {
    Files.createDirectories(file(date).getParent());
    Files.write(file(date), rows);
  }

  private static String touch(String id, String date, String identifiers) {
    return """
        {"event_id":"%s","event_type":"page_view","occurred_at":"%sT10:00:00Z",\
        "market":"IT","identifiers":{%s}}"""
        .formatted(id, date, identifiers);
  }
}
