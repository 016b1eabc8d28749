package giro.app;

import static org.assertj.core.api.Assertions.assertThat;

import giro.lake.Lake;
import giro.model.table.Identities;
import giro.model.table.JourneyTouches;
import giro.model.table.TableContract;
import giro.model.table.Touches;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** People whose rows land, and where what is known of them stands. */
record LandedPeople(SparkSession spark, Path landing, Path home) {
  static final String FIRST = "2026-06-29";
  static final String SECOND = "2026-06-30";
  static final String THIRD = "2026-07-01";

  /** Ana and Zoe live the same life. */
  void twoNights() throws IOException {
    List<String> rows = new ArrayList<>(life("ana"));
    rows.addAll(life("zoe"));
    land(FIRST, "one", rows);
    land(
        SECOND,
        "two",
        List.of(touch("ana-5", SECOND, login("ana")), touch("zoe-5", SECOND, login("zoe"))));
  }

  /** {@link #twoNights} as it landed, and the first night over it. */
  void afterFirst() throws Exception {
    twoNights();
    PreparedLake.copy("people-first", home, at -> night(at, FIRST));
  }

  /** The same, and both nights. */
  void afterBoth() throws Exception {
    twoNights();
    PreparedLake.copy("people-both", home, this::bothNights);
  }

  /** The same, and Ana forgotten. */
  void afterForgetting() throws Exception {
    twoNights();
    PreparedLake.copy("people-forgotten", home, this::forgotten);
  }

  private void forgotten(Path at) throws Exception {
    PreparedLake.copy("people-both", at, this::bothNights);
    assertDone(run(at, "forget", "--identifier", "login:ana"));
  }

  private void bothNights(Path at) throws Exception {
    PreparedLake.copy("people-first", at, first -> night(first, FIRST));
    night(at, SECOND);
  }

  /** A login, an e-mail, a telephone and a browser; a car; and a touch that nobody may use. */
  static List<String> life(String name) {
    String email = "\"email\":\"" + name + "@mail.net\"";
    String cookie = "\"cookie\":\"own-" + name + "\"";
    return List.of(
        touch(name + "-1", FIRST, cookie),
        touch(name + "-2", FIRST, login(name) + "," + cookie),
        touch(
            name + "-3",
            FIRST,
            login(name) + "," + email,
            "\"content_id\":\"c\",\"vin\":\"VF1"
                + name.toUpperCase(Locale.ROOT)
                + "0000000000A\","),
        touch(name + "-4", FIRST, email, "\"consent\":\"denied\","));
  }

  /** What would give a person away: hashes, keys made of them, events, ids. */
  record Person(Set<String> texts, Set<Long> numbers) {
    Set<String> in(StoredBytes stored) throws IOException {
      return stored.holding(texts, numbers);
    }
  }

  Person person(String name) {
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

  Lake lake(Path at) {
    return new Lake(spark, at.resolve("lake").toString());
  }

  /** Each event's person. */
  Map<String, String> persons(Path at) {
    Map<String, String> persons = new TreeMap<>();
    lake(at)
        .read(JourneyTouches.CONTRACT)
        .select(JourneyTouches.EVENT_ID, JourneyTouches.PERSON_ID)
        .collectAsList()
        .forEach(row -> persons.put(row.getString(0), row.getString(1)));
    return persons;
  }

  Set<String> events(Path at) {
    return new TreeSet<>(
        lake(at)
            .read(Touches.CONTRACT)
            .select(Touches.EVENT_ID)
            .as(Encoders.STRING())
            .collectAsList());
  }

  List<String> rows(Path at, TableContract table) {
    List<String> rows =
        new ArrayList<>(lake(at).read(table).drop("run_id").toJSON().collectAsList());
    rows.sort(null);
    return rows;
  }

  private static void assertDone(Ran ran) {
    assertThat(ran).isEqualTo(new Ran(ExitCode.DONE, ""));
  }

  void night(Path at, String date) {
    assertDone(run(at, "run", "--date", date));
  }

  String forget(String identifier, String... options) {
    List<String> all = new ArrayList<>(List.of("forget", "--identifier", identifier));
    all.addAll(List.of(options));
    return Ran.answerOn(landing, home, all.toArray(String[]::new));
  }

  Ran run(Path at, String... command) {
    return Ran.quickly(landing, at, command);
  }

  void land(String date, String name, List<String> rows) throws IOException {
    Path folder = Files.createDirectories(landing.resolve("web/date=" + date));
    Files.write(folder.resolve(name + ".jsonl"), rows);
  }

  static String login(String name) {
    return "\"login\":\"" + name + "\"";
  }

  static String touch(String id, String date, String identifiers) {
    return touch(id, date, identifiers, "");
  }

  static String touch(String id, String date, String identifiers, String more) {
    return """
        {"event_id":"%s","event_type":"page_view","occurred_at":"%sT10:00:00Z",%s\
        "market":"IT","identifiers":{%s}}"""
        .formatted(id, date, more, identifiers);
  }
}
