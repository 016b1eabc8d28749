package giro.app;

import static giro.app.LandedPeople.FIRST;
import static giro.app.LandedPeople.SECOND;
import static giro.app.LandedPeople.THIRD;
import static giro.app.LandedPeople.life;
import static giro.app.LandedPeople.login;
import static giro.app.LandedPeople.touch;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import giro.model.table.Identities;
import giro.model.table.JourneyTouches;
import giro.model.table.Laps;
import giro.model.table.PersonHistory;
import giro.model.table.RejectedRows;
import giro.model.table.TableContract;
import giro.model.table.Touches;
import giro.testing.SparkExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Ana asks to be forgotten; Zoe, who lives the same life, does not. */
@ExtendWith(SparkExtension.class)
class ForgetCommandTest {
  @TempDir Path home;
  @TempDir Path landing;
  private LandedPeople people;

  @BeforeEach
  void people(SparkSession spark) {
    people = new LandedPeople(spark, landing, home);
  }

  @Test
  void nothingOfHerIsLeftOnDiskAndEverybodyElseIsAsIfSheHadNeverBeen() throws Exception {
    people.afterBoth();
    LandedPeople.Person ana = people.person("ana");
    LandedPeople.Person zoe = people.person("zoe");
    StoredBytes stored =
        new StoredBytes(home.resolve("lake"), home.resolve("bi"), home.resolve("report"));
    assertThat(ana.in(stored)).as("the search does find her").hasSizeGreaterThan(8);

    String answer = people.forget("login:ana", "--json");
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
    Path lineage =
        home.resolve("lake/_giro/lineage/" + receipt.get("published_run").asText() + ".jsonl");
    assertThat(lineage).content().contains(home + "/lake/touches").doesNotContain("exchange");
    Path kept = home.resolve("lake/_giro/receipts/" + receipt.get("receipt_id").asText() + ".json");
    assertThat(JsonMapper.builder().build().readTree(kept.toFile())).isEqualTo(receipt);

    Path calm = home.resolve("calm");
    Files.createDirectories(calm);
    people.land(FIRST, "one", life("zoe"));
    people.land(SECOND, "two", List.of(touch("zoe-5", SECOND, login("zoe"))));
    people.night(calm, SECOND);
    for (TableContract table :
        List.of(
            Touches.CONTRACT,
            Identities.CONTRACT,
            JourneyTouches.CONTRACT,
            Laps.CONTRACT,
            PersonHistory.CONTRACT)) {
      assertThat(people.rows(home, table)).as(table.name()).isEqualTo(people.rows(calm, table));
    }
    try (PublishedTables tables = new PublishedTables()) {
      Set<String> names = new TreeSet<>(tables.load(calm.resolve("bi"), "calm"));
      assertThat(tables.load(home.resolve("bi"), "home")).isEqualTo(names);
      names.remove("source_quality"); // counts what landed
      names.remove("restatements"); // says that somebody is gone
      tables.assertSame("home", "calm", names);
      assertThat(
              tables.rows(
                  "SELECT figure, cause, old, new, change FROM home.restatements"
                      + " WHERE \"table\" = 'headline' AND cause = 'erasure' AND figure = 'laps'"))
          .containsExactly(List.of("laps", "erasure", 2L, 1L, -1L));
    }
  }

  @Test
  void aLaterFileBringsNothingBack() throws Exception {
    people.afterForgetting();
    people.land(
        THIRD,
        "three",
        List.of(
            touch("late-ana-1", THIRD, login("ana")),
            touch("late-ana-2", THIRD, "\"cookie\":\"own-ana\""),
            touch("ana-1", FIRST, "\"cookie\":\"own-ana\""),
            touch("late-zoe", THIRD, login("zoe"))));
    people.night(home, THIRD);
    assertThat(people.events(home)).contains("zoe-1", "late-zoe").noneMatch(e -> e.contains("ana"));
    List<Row> rejected =
        people
            .lake(home)
            .read(RejectedRows.CONTRACT)
            .filter("reason = 'forgotten'")
            .collectAsList();
    assertThat(rejected)
        .hasSize(3)
        .allSatisfy(
            row -> {
              assertThat((Object) row.getAs(RejectedRows.CHECKSUM)).isNull();
              assertThat(row.getList(row.fieldIndex(RejectedRows.FIELDS_PRESENT))).isEmpty();
            });
    String again = people.forget("login:ana", "--json");
    assertThat(again).contains("nothing_found", "three.jsonl");
  }

  @Test
  void whoAsksBeforeAnythingLandedIsSuppressedToo() throws Exception {
    people.twoNights();
    assertThat(people.forget("login:ana", "--json", "--because", "asked by eva@mail.net"))
        .contains("nothing_found", "asked by email#")
        .doesNotContain("eva@mail.net");
    people.night(home, FIRST);
    assertThat(people.events(home)).contains("zoe-2", "zoe-3").doesNotContain("ana-2", "ana-3");
  }
}
