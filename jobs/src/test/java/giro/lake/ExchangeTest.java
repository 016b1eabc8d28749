package giro.lake;

import static org.assertj.core.api.Assertions.assertThat;

import giro.model.table.PersonNames;
import giro.model.table.Runs;
import giro.model.table.TableContract;
import giro.testing.SparkExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Two tables and a file change places, or none does, wherever the process dies. */
@ExtendWith(SparkExtension.class)
class ExchangeTest {
  private final SparkSession spark;
  private final LakeFiles files;

  @TempDir Path home;
  private Lake lake;
  private Exchange exchange;
  private Exchange.Plan plan;

  ExchangeTest(SparkSession spark) {
    this.spark = spark;
    this.files = new LakeFiles(spark.sessionState().newHadoopConf());
  }

  @BeforeEach
  void twoLakes() {
    lake = new Lake(spark, home.toString());
    exchange = new Exchange(lake, files);
    write(lake, Runs.CONTRACT, "{\"run_id\": \"old\"}");
    write(lake, Runs.CONTRACT, "{\"run_id\": \"older\"}");
    write(lake, PersonNames.CONTRACT, "{\"hash\": \"old\"}");
    Lake next = new Lake(spark, exchange.aside());
    write(next, Runs.CONTRACT, "{\"run_id\": \"new\"}");
    write(next, PersonNames.CONTRACT, "{\"hash\": \"new\"}");
    plan =
        new Exchange.Plan(
            List.of(PersonNames.NAME, Runs.NAME),
            List.of(home.resolve("gone").toString(), home.resolve("never").toString()),
            Map.of(home.resolve("receipts/one.json").toString(), "text"));
  }

  @Test
  void everythingChangesPlaces() throws Exception {
    Files.createDirectories(home.resolve("gone/deep"));
    exchange.commit(plan);
    assertDone();
    write(lake, Runs.CONTRACT, "{\"run_id\": \"next\"}");
    assertThat(read(Runs.CONTRACT)).containsExactlyInAnyOrder("new", "next");
    lake.delete(Runs.CONTRACT, org.apache.spark.sql.functions.expr("run_id = 'next'"));
    assertThat(read(Runs.CONTRACT)).containsExactly("new");
  }

  @Test
  void whatWasNotWrittenDownIsDropped() throws Exception {
    new InFlight(lake, files).recover();
    assertThat(read(Runs.CONTRACT)).containsExactlyInAnyOrder("old", "older");
    assertThat(home.resolve("_giro/exchange")).doesNotExist();
  }

  @Test
  void whatWasWrittenDownIsCompletedFromWhereverItDied() throws Exception {
    Files.createDirectories(home.resolve("gone"));
    String mark =
        """
        {"tables": ["person_names", "runs"], "deletes": ["%1$s/gone", "%1$s/never"],
         "writes": {"%1$s/receipts/one.json": "text"}}"""
            .formatted(home);
    files.replace(home.resolve("_giro/exchange.json").toString(), mark);
    // One table stands in its place, the other's old folder is half gone.
    files.delete(home.resolve("person_names").toString());
    files.place(exchange.aside() + "/person_names", home.resolve("person_names").toString());
    files.delete(home.resolve("runs/_delta_log").toString());
    assertThat(new InFlight(lake, files).isMarked()).isTrue();

    new InFlight(lake, files).recover();
    assertDone();

    // It died after the places were changed, before the rest.
    Files.createDirectories(home.resolve("gone"));
    files.replace(
        home.resolve("_giro/exchange.json").toString(),
        mark.replace("\"person_names\", \"runs\"", ""));
    Files.createDirectories(home.resolve("_giro/exchange/runs/half"));
    new InFlight(lake, files).recover();
    assertDone();
  }

  private void assertDone() throws Exception {
    lake = new Lake(spark, home.toString());
    assertThat(read(Runs.CONTRACT)).containsExactly("new");
    assertThat(read(PersonNames.CONTRACT)).containsExactly("new");
    assertThat(files.names(home + "/runs/_delta_log"))
        .as("one version, no trace of others")
        .filteredOn(name -> name.endsWith(".json"))
        .hasSize(1);
    assertThat(home.resolve("gone")).doesNotExist();
    assertThat(home.resolve("_giro/exchange")).doesNotExist();
    assertThat(home.resolve("_giro/exchange.json")).doesNotExist();
    assertThat(files.read(home + "/receipts/one.json")).contains("text");
  }

  private List<String> read(TableContract table) {
    return lake.read(table)
        .select(table == Runs.CONTRACT ? Runs.RUN_ID : PersonNames.HASH)
        .as(Encoders.STRING())
        .collectAsList();
  }

  private void write(Lake into, TableContract table, String row) {
    into.append(
        table,
        spark
            .read()
            .schema(table.schema())
            .json(spark.createDataset(List.of(row), Encoders.STRING())));
  }
}
