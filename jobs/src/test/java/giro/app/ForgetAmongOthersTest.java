package giro.app;

import static giro.app.LandedPeople.FIRST;
import static giro.app.LandedPeople.THIRD;
import static giro.app.LandedPeople.life;
import static giro.app.LandedPeople.login;
import static giro.app.LandedPeople.touch;
import static org.assertj.core.api.Assertions.assertThat;

import giro.lake.LakeFiles;
import giro.lake.LakeLock;
import giro.model.table.IdentityRules;
import giro.model.table.KeptShared;
import giro.model.table.SuppressedIdentifiers;
import giro.model.table.Touches;
import giro.testing.SparkExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An erasure where it meets other people, other runs and another key. */
@ExtendWith(SparkExtension.class)
class ForgetAmongOthersTest {
  @TempDir Path home;
  @TempDir Path landing;
  private LandedPeople people;

  @BeforeEach
  void people(SparkSession spark) {
    people = new LandedPeople(spark, landing, home);
  }

  /** A tablet of four logins, and an e-mail that Bruno typed once and is Ana's. */
  @Test
  void whatSheSharedStaysWithNobodyAndOthersKeepTheirOwn() throws Exception {
    people.twoNights();
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
    people.land(FIRST, "one", rows);
    assertThat(people.run(home, "unlink", "login:ana", "login:bruno").exitCode()).isZero();
    people.night(home, FIRST);
    Map<String, String> before = people.persons(home);
    assertThat(before.get("b-typed")).isEqualTo(before.get("b1")).isNotEqualTo(before.get("ana-2"));
    assertThat(before.get("n2")).isNotEqualTo(before.get("n1"));

    assertThat(people.run(home, "forget", "--identifier", "cookie:tablet").errors())
        .contains("shared by several people")
        .doesNotContain("tablet");
    assertThat(people.persons(home)).as("nothing was erased").isEqualTo(before);

    people.forget("login:ana");
    Map<String, String> after = people.persons(home);
    before.keySet().removeIf(event -> event.contains("ana") || event.equals("n1"));
    assertThat(after).as("three on the tablet stay three, Carla keeps her id").isEqualTo(before);
    assertThat(
            people
                .lake(home)
                .read(Touches.CONTRACT)
                .filter("event_id = 'b-typed'")
                .selectExpr("transform(identifiers, i -> i.kind)")
                .first()
                .<String>getList(0))
        .as("Bruno's touch without her e-mail")
        .containsExactly("login");
    assertThat(people.lake(home).read(KeptShared.CONTRACT).count()).isEqualTo(1);
    assertThat(people.lake(home).read(IdentityRules.CONTRACT).count()).isZero();
    assertThat(people.run(home, "rebuild")).isEqualTo(new Ran(ExitCode.DONE, ""));
    assertThat(people.persons(home)).isEqualTo(before);
  }

  @Test
  void itWaitsForNobodyAndWhatCannotBePublishedIsNotErased() throws Exception {
    people.afterFirst();
    LakeFiles files = new LakeFiles(people.spark().sessionState().newHadoopConf());
    try (LakeLock lock = LakeLock.take(files, home.resolve("lake").toString(), "a night")) {
      assertThat(people.run(home, "forget", "--identifier", "login:ana").exitCode())
          .isEqualTo(ExitCode.LOCKED);
    }
    Ran broken = people.run(home, "forget", "--identifier", "login:ana", "--because", "Ana wrote");
    assertThat(broken.exitCode()).isEqualTo(ExitCode.SETTINGS);
    assertThat(broken.errors()).contains("repeats the value").doesNotContain("ana");
    Set<String> before = people.events(home);
    Path strict =
        Files.writeString(
            home.resolve("strict.conf"),
            """
            giro.expectations = [ { name = "never", table = source_quality, severity = stop
              owner = analytics, condition = "count_if(source = 'balloon') > 0" } ]
            """);
    Ran stopped =
        people.run(home, "forget", "--identifier", "login:ana", "--config", strict.toString());
    assertThat(stopped.exitCode()).isEqualTo(ExitCode.EXPECTATION);
    assertThat(people.events(home)).as("whole or not at all").isEqualTo(before);
    people.forget("email:ana@mail.net");
    assertThat(people.events(home)).noneMatch(e -> e.contains("ana")).contains("zoe-1");
    assertThat(home.resolve("lake/_giro/exchange")).doesNotExist();
  }

  @Test
  void aNewKeyBringsNobodyBack() throws Exception {
    people.afterForgetting();
    people.land(
        THIRD,
        "three",
        List.of(
            touch("late-ana-1", THIRD, "\"email\":\"ana@mail.net\""),
            touch("late-ana-2", THIRD, login("ana")),
            touch("late-zoe", THIRD, login("zoe"))));
    String[] other = {"--set", "privacy.key=another-secret-of-ours", "--set", "privacy.key-id=2"};
    List<String> night = new ArrayList<>(List.of("run", "--date", THIRD, "--json"));
    night.addAll(List.of(other));
    String answer = Ran.answerOn(landing, home, night.toArray(String[]::new));
    assertThat(answer).doesNotContain("forgotten people");
    assertThat(people.events(home))
        .contains("zoe-1", "late-zoe")
        .noneMatch(event -> event.contains("ana"));
    assertThat(
            people
                .lake(home)
                .read(SuppressedIdentifiers.CONTRACT)
                .groupBy(SuppressedIdentifiers.KEY_ID)
                .count()
                .collectAsList())
        .extracting(row -> row.getInt(0) + ": " + row.getLong(1))
        .as("login, e-mail and browser, once under each key; Zoe's are not among them")
        .containsExactlyInAnyOrder("1: 3", "2: 3");
  }
}
