package giro.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import giro.lake.Lake;
import giro.lake.LakeFiles;
import giro.lake.LakeLock;
import giro.model.table.Identities;
import giro.model.table.IdentityRules;
import giro.model.table.JourneyTouches;
import giro.model.table.KeptShared;
import giro.model.table.Laps;
import giro.model.table.PersonHistory;
import giro.model.table.RejectedRows;
import giro.model.table.TableContract;
import giro.model.table.Touches;
import giro.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Ana asks to be forgotten; Zoe, who lives the same life, does not. */
@ExtendWith(SparkExtension.class)
class ForgetCommandTest {
  private static final String FIRST = "2026-06-29";
  private static final String SECOND = "2026-06-30";
  private static final String THIRD = "2026-07-01";

  private final SparkSession spark;

  @TempDir Path home;
  @TempDir Path landing;

  ForgetCommandTest(SparkSession spark) {
    this.spark = spark;
  }

  @BeforeEach
  void land() throws IOException {
    List<String> rows = new ArrayList<>();
    for (String name : List.of("ana", "zoe")) {
      rows.addAll(life(name));
    }
    land(FIRST, "one", rows);
    land(
        SECOND,
        "two",
        List.of(touch("ana-5", SECOND, login("ana")), touch("zoe-5", SECOND, login("zoe"))));
  }

  /** A login, an e-mail, a telephone and a browser; a car; and a touch that nobody may use. */
  private static List<String> life(String name) {
    String email = "\"email\":\"" + name + "@mail.net\"";
    String cookie = "\"cookie\":\"own-" + name + "\"";
    return List.of(
        touch(name + "-1", FIRST, cookie),
        touch(name + "-2", FIRST, login(name) + "," + cookie),
        touch(
            name + "-3",
            FIRST,
            login(name) + "," + email,
            "\"content_id\":\"c\",\"vin\":\"VF1" + name.toUpperCase() + "0000000000A\","),
        touch(name + "-4", FIRST, email, "\"consent\":\"denied\","));
  }

  @Test
  void nothingOfHerIsLeftOnDiskAndEverybodyElseIsAsIfSheHadNeverBeen() throws Exception {
    night(home, FIRST);
    night(home, SECOND);
    Person ana = person("ana");
    Person zoe = person("zoe");
    StoredBytes stored =
        new StoredBytes(home.resolve("lake"), home.resolve("bi"), home.resolve("report"));
    assertThat(ana.in(stored)).as("the search does find her").hasSizeGreaterThan(8);

    String answer = forget("login:ana", "--json");
    assertThat(ana.in(stored)).as("Ana, in every file there is").isEmpty();
    assertThat(zoe.in(stored)).as("Zoe is where she was").hasSizeGreaterThan(8);
    assertThat(home.resolve("lake/_giro/exchange")).doesNotExist();
    assertThat(home.resolve("lake/_giro/exchange.json")).doesNotExist();

    JsonNode receipt = JsonMapper.builder().build().readTree(answer);
    assertThat(receipt.get("state").asText()).isEqualTo("done");
    assertThat(receipt.get("persons").asInt()).isEqualTo(1);
    assertThat(receipt.get("rows_removed").get("touches").asLong()).isEqualTo(5);
    assertThat(receipt.get("rows_removed").get("identities").asLong()).isEqualTo(3);
    assertThat(receipt.get("nights_dropped")).hasSize(1);
    assertThat(receipt.get("landing_files"))
        .extracting(JsonNode::asText)
        .containsExactly("web/date=" + FIRST + "/one.jsonl", "web/date=" + SECOND + "/two.jsonl");
    Path kept = home.resolve("lake/_giro/receipts/" + receipt.get("receipt_id").asText() + ".json");
    assertThat(JsonMapper.builder().build().readTree(kept.toFile())).isEqualTo(receipt);

    Path calm = home.resolve("calm");
    Files.createDirectories(calm);
    land(FIRST, "one", life("zoe"));
    land(SECOND, "two", List.of(touch("zoe-5", SECOND, login("zoe"))));
    night(calm, FIRST);
    night(calm, SECOND);
    for (TableContract table :
        List.of(
            Touches.CONTRACT,
            Identities.CONTRACT,
            JourneyTouches.CONTRACT,
            Laps.CONTRACT,
            PersonHistory.CONTRACT)) {
      assertThat(rows(home, table)).as(table.name()).isEqualTo(rows(calm, table));
    }
    try (PublishedTables tables = new PublishedTables()) {
      Set<String> names = new TreeSet<>(tables.load(calm.resolve("bi"), "calm"));
      assertThat(tables.load(home.resolve("bi"), "home")).isEqualTo(names);
      names.remove("source_quality"); // counts what landed
      tables.assertSame("home", "calm", names);
    }
  }

  @Test
  void aLaterFileBringsNothingBack() throws Exception {
    night(home, FIRST);
    night(home, SECOND);
    forget("email:ana@mail.net");
    land(
        THIRD,
        "three",
        List.of(
            touch("late-ana-1", THIRD, login("ana")),
            touch("late-ana-2", THIRD, "\"cookie\":\"own-ana\""),
            touch("ana-1", FIRST, "\"cookie\":\"own-ana\""),
            touch("late-zoe", THIRD, login("zoe"))));
    night(home, THIRD);
    assertThat(events(home)).contains("zoe-1", "late-zoe").noneMatch(e -> e.contains("ana"));
    List<Row> rejected =
        lake(home).read(RejectedRows.CONTRACT).filter("reason = 'forgotten'").collectAsList();
    assertThat(rejected)
        .hasSize(3)
        .allSatisfy(
            row -> {
              assertThat((Object) row.getAs(RejectedRows.CHECKSUM)).isNull();
              assertThat(row.getList(row.fieldIndex(RejectedRows.FIELDS_PRESENT))).isEmpty();
            });
    String again = forget("login:ana", "--json");
    assertThat(again).contains("nothing_found", "three.jsonl");
  }

  @Test
  void whoAsksBeforeAnythingLandedIsSuppressedToo() throws Exception {
    assertThat(forget("login:ana", "--json")).contains("nothing_found");
    night(home, FIRST);
    assertThat(events(home)).contains("zoe-2", "zoe-3").doesNotContain("ana-2", "ana-3");
  }

  /** A tablet of four logins, and an e-mail that Bruno typed once and is Ana's. */
  @Test
  void whatSheSharedStaysWithNobodyAndOthersKeepTheirOwn() throws Exception {
    List<String> rows = new ArrayList<>(life("ana"));
    for (String name : List.of("ana", "eva", "fabio", "gino")) {
      rows.add(touch("tablet-" + name, FIRST, login(name) + ",\"cookie\":\"tablet\""));
    }
    rows.add(touch("b1", FIRST, login("bruno") + ",\"phone\":\"+393471234567\""));
    rows.add(touch("b2", FIRST, login("bruno") + ",\"email\":\"bruno@mail.net\""));
    rows.add(touch("b-typed", FIRST, login("bruno") + ",\"email\":\"ana@mail.net\""));
    // The same number years before and after: first Ana's, then Carla's, whom nothing else names.
    rows.add(touch("n1", "2023-01-01", login("ana") + ",\"phone\":\"+393487654321\""));
    rows.add(touch("n2", "2026-06-01", "\"phone\":\"+393487654321\""));
    land(FIRST, "one", rows);
    assertThat(run(home, "unlink", "login:ana", "login:bruno").exitCode()).isZero();
    night(home, FIRST);
    Map<String, String> before = persons(home);
    assertThat(before.get("b-typed")).isEqualTo(before.get("b1")).isNotEqualTo(before.get("ana-2"));
    assertThat(before.get("n2")).isNotEqualTo(before.get("n1"));

    assertThat(run(home, "forget", "--identifier", "cookie:tablet").errors())
        .contains("shared by several people")
        .doesNotContain("tablet");
    assertThat(persons(home)).as("nothing was erased").isEqualTo(before);

    forget("login:ana");
    Map<String, String> after = persons(home);
    before.keySet().removeIf(event -> event.contains("ana") || event.equals("n1"));
    assertThat(after).as("three on the tablet stay three, Carla keeps her id").isEqualTo(before);
    assertThat(
            lake(home)
                .read(Touches.CONTRACT)
                .filter("event_id = 'b-typed'")
                .selectExpr("transform(identifiers, i -> i.kind)")
                .first()
                .<String>getList(0))
        .as("Bruno's touch without her e-mail")
        .containsExactly("login");
    assertThat(lake(home).read(KeptShared.CONTRACT).count()).isEqualTo(1);
    assertThat(lake(home).read(IdentityRules.CONTRACT).count()).isZero();
    assertThat(run(home, "rebuild")).isEqualTo(new Ran(ExitCode.DONE, ""));
    assertThat(persons(home)).isEqualTo(before);
  }

  @Test
  void itWaitsForNobodyAndWhatCannotBePublishedIsNotErased() throws Exception {
    LakeFiles files = new LakeFiles(spark.sessionState().newHadoopConf());
    try (LakeLock lock = LakeLock.take(files, home.resolve("lake").toString(), "a night")) {
      assertThat(run(home, "forget", "--identifier", "login:ana").exitCode())
          .isEqualTo(ExitCode.LOCKED);
    }
    Ran broken = run(home, "forget", "--identifier", "login:ana", "--because", "Ana wrote");
    assertThat(broken.exitCode()).isEqualTo(ExitCode.SETTINGS);
    assertThat(broken.errors()).contains("repeats the value").doesNotContain("ana");
    night(home, FIRST);
    Set<String> before = events(home);
    Path strict =
        Files.writeString(
            home.resolve("strict.conf"),
            """
            giro.expectations = [ { name = "never", table = source_quality, severity = stop
              owner = analytics, condition = "count_if(source = 'balloon') > 0" } ]
            """);
    Ran stopped = run(home, "forget", "--identifier", "login:ana", "--config", strict.toString());
    assertThat(stopped.exitCode()).isEqualTo(ExitCode.EXPECTATION);
    assertThat(events(home)).as("whole or not at all").isEqualTo(before);
    forget("login:ana");
    assertThat(events(home)).noneMatch(e -> e.contains("ana")).contains("zoe-1");
    assertThat(home.resolve("lake/_giro/exchange")).doesNotExist();
  }

  /** What would give a person away: hashes, keys made of them, events, ids. */
  private record Person(Set<String> texts, Set<Long> numbers) {
    Set<String> in(StoredBytes stored) throws IOException {
      return stored.holding(texts, numbers);
    }
  }

  private Person person(String name) {
    Set<String> texts = new TreeSet<>(Set.of(name + "@mail.net", "own-" + name));
    Set<Long> numbers = new TreeSet<>();
    List<Row> touches =
        lake(home).read(Touches.CONTRACT).filter("event_id LIKE '" + name + "-%'").collectAsList();
    assertThat(touches).hasSize(5);
    for (Row touch : touches) {
      texts.add(touch.getAs(Touches.EVENT_ID));
      touch
          .<Row>getList(touch.fieldIndex(Touches.IDENTIFIERS))
          .forEach(i -> texts.add(i.getString(1)));
      if (touch.getAs(Touches.VIN) != null) {
        texts.add(touch.getAs(Touches.VIN));
      }
    }
    String id = persons(home).get(name + "-2");
    texts.add(id);
    lake(home)
        .read(Identities.CONTRACT)
        .filter("person_id = '" + id + "'")
        .collectAsList()
        .forEach(row -> numbers.add(row.getAs(Identities.LINK_KEY)));
    assertThat(numbers).hasSize(3);
    return new Person(texts, numbers);
  }

  private Lake lake(Path at) {
    return new Lake(spark, at.resolve("lake").toString());
  }

  /** Each event's person. */
  private Map<String, String> persons(Path at) {
    Map<String, String> persons = new TreeMap<>();
    lake(at)
        .read(JourneyTouches.CONTRACT)
        .select(JourneyTouches.EVENT_ID, JourneyTouches.PERSON_ID)
        .collectAsList()
        .forEach(row -> persons.put(row.getString(0), row.getString(1)));
    return persons;
  }

  private Set<String> events(Path at) {
    return new TreeSet<>(
        lake(at)
            .read(Touches.CONTRACT)
            .select(Touches.EVENT_ID)
            .as(Encoders.STRING())
            .collectAsList());
  }

  private List<String> rows(Path at, TableContract table) {
    List<String> rows =
        new ArrayList<>(lake(at).read(table).drop("run_id").toJSON().collectAsList());
    rows.sort(null);
    return rows;
  }

  private static void assertDone(Ran ran) {
    assertThat(ran).isEqualTo(new Ran(ExitCode.DONE, ""));
  }

  private void night(Path at, String date) {
    assertDone(run(at, "run", "--date", date));
  }

  private String forget(String identifier, String... options) {
    List<String> all = new ArrayList<>(List.of("forget", "--identifier", identifier));
    all.addAll(List.of(options));
    return Ran.answerOn(landing, home, all.toArray(String[]::new));
  }

  private Ran run(Path at, String... command) {
    return Ran.quickly(landing, at, command);
  }

  private void land(String date, String name, List<String> rows) throws IOException {
    Path folder = Files.createDirectories(landing.resolve("web/date=" + date));
    Files.write(folder.resolve(name + ".jsonl"), rows);
  }

  private static String login(String name) {
    return "\"login\":\"" + name + "\"";
  }

  private static String touch(String id, String date, String identifiers) {
    return touch(id, date, identifiers, "");
  }

  private static String touch(String id, String date, String identifiers, String more) {
    return """
        {"event_id":"%s","event_type":"page_view","occurred_at":"%sT10:00:00Z",%s\
        "market":"IT","identifiers":{%s}}"""
        .formatted(id, date, more, identifiers);
  }
}
