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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A day at a dealer's. Four people log in on the showroom tablet, one more than a device may meet,
 * so that it says nothing about who they are; three of a family share a phone, which makes them one
 * person; a car changes hands.
 */
@ExtendWith(SparkExtension.class)
class MakePersonsTest {
  private static final List<String> IDENTIFIERS = new ArrayList<>();
  private static final List<String> ROWS = new ArrayList<>();
  private static final Map<String, Long> PERSONS = new HashMap<>();

  @BeforeAll
  static void aDay(SparkSession spark, @TempDir Path lake) {
    touch("ana logs in", "10:00:00", "page_view", "login:ana", "device:tablet");
    touch("bruno logs in", "11:00:00", "page_view", "login:bruno", "device:tablet");
    touch("carla logs in", "12:00:00", "page_view", "login:carla", "device:tablet");
    touch("dario logs in", "12:30:00", "page_view", "login:dario", "device:tablet");
    touch("just after ana", "10:10:00", "page_view", "device:tablet");
    touch("between ana and bruno", "10:30:00", "page_view", "device:tablet");
    touch("nearer to bruno", "10:30:01", "page_view", "device:tablet");
    touch("twelve hours before ana", "T-1 22:00:00", "page_view", "device:tablet");
    touch("a second more", "T-1 21:59:59", "page_view", "device:tablet");
    for (String kiosk : List.of("device:kiosk", "device:desk")) {
      for (String early : List.of("x", "y", "z")) {
        touch(early + kiosk, "06:00:00", "page_view", "login:" + early + kiosk, kiosk);
      }
    }
    touch("ivo logs in", "23:00:00", "page_view", "login:ivo", "device:kiosk");
    touch("hugo logs in", "22:00:00", "page_view", "login:hugo", "device:desk");
    touch("between hugo and ivo", "22:30:00", "page_view", "device:kiosk", "device:desk");
    for (int i = 0; i < 7; i++) {
      touch("caller " + i, "1%d:00:00".formatted(i), "page_view", "login:c" + i, "device:seat");
    }
    touch("half an hour after caller 6", "16:30:00", "page_view", "device:seat");
    touch("somebody later", "16:30:01", "page_view", "device:seat");
    touch("father", "10:00:00", "page_view", "login:father", "device:family");
    touch("mother", "11:00:00", "page_view", "login:mother", "device:family");
    touch("child", "12:00:00", "page_view", "login:child", "device:family");
    touch("somebody of them", "23:00:00", "page_view", "device:family");
    touch("seller", "08:00:00", "service_visit", "login:seller", "vin:car");
    touch("sale", "09:00:00", "vehicle_returned_or_sold", "login:seller", "vin:car");
    touch("buyer", "10:00:00", "service_visit", "login:buyer", "vin:car");
    touch("first subscriber", "2023-01-10 10:00:00", "page_view", "login:first", "phone:number");
    touch("eleven months later", "2023-12-10 10:00:00", "page_view", "phone:number");
    touch("second subscriber", "10:00:00", "page_view", "login:second", "phone:number");
    touch("the number alone", "11:00:00", "page_view", "phone:number");
    touch("neighbour", "10:00:00", "page_view", "login:neighbour", "household:street");
    touch("her husband", "10:00:00", "page_view", "login:husband", "household:street");
    Dataset<Row> touches =
        spark
            .read()
            .schema(Touches.CONTRACT.schema())
            .json(spark.createDataset(ROWS, Encoders.STRING()));
    Lake home = new Lake(spark, lake.toString());
    new MakePersons(spark, settings(), "event_type = 'vehicle_returned_or_sold'")
        .over(
            touches, home.read(IdentityRules.CONTRACT), home, LocalDate.parse("2026-06-30"), "run")
        .select(Touches.EVENT_ID, Identities.PERSON_KEY)
        .collectAsList()
        .forEach(row -> PERSONS.put(row.getString(0), (Long) row.get(1)));
  }

  @Test
  void aTabletOverItsCapJoinsNobody() {
    assertThat(
            List.of(
                person("ana logs in"),
                person("bruno logs in"),
                person("carla logs in"),
                person("dario logs in")))
        .doesNotHaveDuplicates()
        .doesNotContainNull();
  }

  @Test
  void itsTouchesGoToTheNearestLogin() {
    assertThat(person("just after ana")).isEqualTo(person("ana logs in"));
    assertThat(person("nearer to bruno")).isEqualTo(person("bruno logs in"));
  }

  @Test
  void aTieGoesToTheEarlierLogin() {
    assertThat(person("between ana and bruno")).isEqualTo(person("ana logs in"));
  }

  @Test
  void aLoginReachesTwelveHoursAndNoFurther() {
    assertThat(person("twelve hours before ana")).isEqualTo(person("ana logs in"));
    assertThat(person("a second more")).isNull();
  }

  @Test
  void inACrowdALoginReachesHalfAnHourAndNoFurther() {
    assertThat(person("half an hour after caller 6")).isEqualTo(person("caller 6"));
    assertThat(person("somebody later")).isNull();
  }

  @Test
  void aPhoneWithinItsCapMakesOnePerson() {
    assertThat(person("mother")).isEqualTo(person("father"));
    assertThat(person("child")).isEqualTo(person("father"));
    assertThat(person("somebody of them")).isEqualTo(person("father"));
  }

  @Test
  void aCarLinksWithinOneOwnershipOnly() {
    assertThat(person("sale")).isEqualTo(person("seller"));
    assertThat(person("buyer")).isNotEqualTo(person("seller"));
  }

  @Test
  void aNumberHandedOutAgainAfterYearsWeldsNobody() {
    assertThat(person("eleven months later")).isEqualTo(person("first subscriber"));
    assertThat(person("the number alone")).isEqualTo(person("second subscriber"));
    assertThat(person("second subscriber")).isNotEqualTo(person("first subscriber"));
  }

  @Test
  void aTieOverTwoSharedValuesGoesToTheEarlierLoginToo() {
    assertThat(person("between hugo and ivo")).isEqualTo(person("hugo logs in"));
  }

  @Test
  void aHouseholdNeverMakesOnePersonOfTwo() {
    assertThat(person("her husband")).isNotEqualTo(person("neighbour"));
  }

  private static Long person(String touch) {
    assertThat(PERSONS).containsKey(touch);
    return PERSONS.get(touch);
  }

  private static IdentitySettings settings() {
    return new IdentitySettings(
        List.of(
            kind("login", true, 1, Map.of(), true),
            kind("vin", true, 2, Map.of(), false),
            kind("phone", true, 2, Map.of(), false),
            kind("device", true, 3, Map.of("login", 3), false),
            kind("household", false, 9, Map.of(), false)),
        Duration.ofHours(12),
        new CrowdSettings(2, Duration.ofMinutes(30)),
        new BridgeSettings(3, 2, 3),
        1_000,
        null);
  }

  private static KindSettings kind(
      String kind, boolean links, int priority, Map<String, Integer> caps, boolean authenticates) {
    return new KindSettings(
        kind,
        links,
        priority,
        caps,
        Duration.ofDays(365),
        List.of(),
        "split",
        authenticates,
        authenticates);
  }

  private static void touch(String name, String time, String type, String... identifiers) {
    String day = time.startsWith("T-1 ") ? "2026-06-28 " : time.contains("-") ? "" : "2026-06-29 ";
    List<String> ids = new ArrayList<>();
    String vin = "";
    for (String identifier : identifiers) {
      String hash = hash(identifier);
      String kind = identifier.substring(0, identifier.indexOf(':'));
      ids.add("{\"kind\": \"%s\", \"hash\": \"%s\"}".formatted(kind, hash));
      vin = kind.equals("vin") ? ", \"vin\": \"" + hash + "\"" : vin;
    }
    ROWS.add(
        """
        {"event_id": "%s", "source": "web", "event_type": "%s", "occurred_at": "%s",
         "landing_date": "2026-06-29", "key_id": 1, "identifiers": [%s]%s}"""
            .formatted(name, type, day + time.replace("T-1 ", ""), String.join(",", ids), vin)
            .replace("\n", ""));
  }

  /** 32 hex digits of which the first half tells identifiers apart, as a keyed hash's would. */
  private static String hash(String identifier) {
    if (!IDENTIFIERS.contains(identifier)) {
      IDENTIFIERS.add(identifier);
    }
    return "%016x%016x".formatted(IDENTIFIERS.indexOf(identifier) + 1, 0);
  }
}
