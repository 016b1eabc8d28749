package giro.app;

import static org.assertj.core.api.Assertions.assertThat;

import giro.lake.Lake;
import giro.model.table.JourneyTouches;
import giro.model.table.StitchingSensitivity;
import giro.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ana and Bruno, each with a login, an e-mail and a telephone, use one browser at home; Clio signed
 * in once on hers; a showroom's tablet has met four logins and Dora, who stayed unknown.
 */
@ExtendWith(SparkExtension.class)
class IdentityCommandsTest {
  @TempDir static Path home;
  @TempDir static Path landing;
  private static final List<String> ROWS = new ArrayList<>();

  @BeforeAll
  static void aNight(SparkSession session) throws IOException {
    for (String name : List.of("ana", "bruno")) {
      String login = "\"login\":\"" + name + "\"";
      String email = "\"email\":\"" + name + "@mail.net\"";
      String phone = "\"phone\":\"+3934712345" + name.length() + "0\"";
      touch(name + "-mail", login + "," + email);
      touch(name + "-mail-again", login + "," + email);
      touch(name + "-call", login + "," + phone);
      touch(name + "-form", email + "," + phone);
      for (int evening = 1; evening <= 3; evening++) {
        touch(name + "-at-home-" + evening, login + ",\"cookie\":\"home\"");
      }
    }
    touch("clio-signs-in", "\"login\":\"clio\",\"cookie\":\"own\"");
    touch("clio-looks", "\"cookie\":\"own\"");
    for (String name : List.of("eva", "fabio", "gino", "ivo")) {
      touch(name, "\"login\":\"" + name + "\",\"cookie\":\"tablet\"");
    }
    touch("dora", "\"cookie\":\"tablet\"");
    Path folder = Files.createDirectories(landing.resolve("web/date=2026-06-30"));
    Files.write(folder.resolve("web.jsonl"), ROWS);
    assertThat(Ran.quickly(landing, home, "run", "--date", "2026-06-30"))
        .isEqualTo(new Ran(ExitCode.DONE, ""));
  }

  @Test
  void aPersonsTiesAreShownWithThoseThatAllHangsOnAndThoseHeld(SparkSession spark) {
    List<String> lines = new ArrayList<>();
    Map<String, Object> ana = identity(spark).person(personOf(spark, "ana-mail"), lines);
    assertThat(ties(ana))
        .as("three identifiers in a ring: none of the ties is alone")
        .containsExactlyInAnyOrder(
            "email login 2 observed false",
            "login phone 1 observed false",
            "email phone 1 observed false");
    assertThat(lines.get(0)).isEqualTo("Held together by 3 links:");
    assertThat(lines).noneMatch(line -> line.contains("alone"));
    assertThat(lines).as("no value is shown").noneMatch(line -> line.contains("mail.net"));

    lines.clear();
    Map<String, Object> clio = identity(spark).person(personOf(spark, "clio-looks"), lines);
    assertThat(ties(clio)).containsExactly("cookie login 1 observed true");
    assertThat(lines.get(1)).endsWith("<< alone: without it the person falls in two");
  }

  @Test
  void aBrowserOfTwoPersonsIsShownAsHeld(SparkSession spark) {
    List<String> lines = new ArrayList<>();
    Map<String, Object> ana = identity(spark).person(personOf(spark, "ana-mail"), lines);
    assertThat(list(ana, "held_links"))
        .singleElement()
        .satisfies(
            link -> {
              assertThat(kinds(link)).isEqualTo("cookie login");
              assertThat(link)
                  .containsEntry("reason", "meeting_value")
                  .containsEntry("touches", 3L);
            });
    assertThat(lines.get(lines.size() - 1)).startsWith("  held: ").endsWith("(meeting_value)");
  }

  @Test
  void anEventIsExplainedByItsPathOrByTheNearestLogin(SparkSession spark) {
    List<String> lines = new ArrayList<>();
    Map<String, Object> signsIn = identity(spark).event(touchOf(spark, "clio-signs-in"), lines);
    assertThat(signsIn.get("path").toString())
        .matches("\\[carried login .*, linked  .*cookie.*, founded by cookie .*]");
    Map<String, Object> dora = identity(spark).event(touchOf(spark, "dora"), lines);
    assertThat(dora.get("path"))
        .isEqualTo(List.of("nearest in time to a login on one of these shared values"));
  }

  @Test
  void sensitivityCountsPersonsUnderEachPolicy(SparkSession spark) {
    assertThat(Ran.quickly(landing, home, "sensitivity").exitCode()).isEqualTo(ExitCode.DONE);
    Map<String, Double> persons = new HashMap<>();
    Map<String, Double> weak = new HashMap<>();
    new Lake(spark, home.resolve("lake").toString())
        .read(StitchingSensitivity.CONTRACT)
        .filter("figure = 'persons' AND as_of = DATE '2026-06-30'")
        .collectAsList()
        .forEach(
            row -> {
              String policy = row.getAs(StitchingSensitivity.POLICY);
              persons.put(policy, row.getAs(StitchingSensitivity.VALUE));
              weak.put(policy, row.getAs(StitchingSensitivity.SHARE_ON_ONE_WEAK_LINK));
            });
    assertThat(persons)
        .as("none: each login, the forms' e-mails, Clio's browser, the tablet")
        .containsEntry("none", 11.0)
        .as("last: who signed in before on a browser has what follows on it")
        .containsEntry("last", 9.0)
        .as("split: Ana, Bruno, Clio and four on the tablet")
        .containsEntry("split", 7.0)
        .as("full: one browser makes one of Ana and Bruno, the tablet one of five")
        .containsEntry("full", 3.0);
    assertThat(weak).containsEntry("none", null).containsEntry("last", null);
    assertThat(weak.get("split")).as("Clio's alone, of seven").isEqualTo(1 / 7.0);
    assertThat(home.resolve("lake/_sensitivity")).as("nothing is left aside").doesNotExist();
  }

  @Test
  void sensitivityOfALakeWithoutANightSaysSo(@TempDir Path other) {
    Ran ran = Ran.quickly(landing, other, "sensitivity");
    assertThat(ran.exitCode()).isEqualTo(ExitCode.SETTINGS);
    assertThat(ran.errors()).contains("No night was run");
  }

  private static ShownIdentity identity(SparkSession spark) {
    List<String> kinds = List.of("login", "email", "phone", "cookie");
    return new ShownIdentity(new Lake(spark, home.resolve("lake").toString()), kinds);
  }

  private static String personOf(SparkSession spark, String event) {
    return touchOf(spark, event).getAs(JourneyTouches.PERSON_ID);
  }

  private static org.apache.spark.sql.Row touchOf(SparkSession spark, String event) {
    return new Lake(spark, home.resolve("lake").toString())
        .read(JourneyTouches.CONTRACT)
        .filter("event_id = '" + event + "'")
        .first();
  }

  private static List<String> ties(Map<String, Object> identity) {
    return list(identity, "links").stream()
        .map(
            tie ->
                "%s %s %s %s"
                    .formatted(
                        kinds(tie),
                        tie.get("touches"),
                        tie.get("evidence"),
                        tie.get("would_split")))
        .toList();
  }

  /** The kinds of a link's two ends, by name. */
  private static String kinds(Map<String, Object> link) {
    String from = link.get("from").toString().split(" ")[0];
    String to = link.get("to").toString().split(" ")[0];
    return from.compareTo(to) < 0 ? from + " " + to : to + " " + from;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Map<String, Object> identity, String key) {
    return (List<Map<String, Object>>) identity.get(key);
  }

  private static void touch(String id, String identifiers) {
    ROWS.add(
        """
        {"event_id":"%s","event_type":"page_view","occurred_at":"2026-06-29T%02d:00:00Z",\
        "market":"IT","identifiers":{%s}}"""
            .formatted(id, ROWS.size(), identifiers));
  }
}
