package giro.publish;

import static org.assertj.core.api.Assertions.assertThat;

import giro.lake.Lake;
import giro.model.table.DropoffOverview;
import giro.model.table.WithheldCells;
import giro.testing.SparkExtension;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Two nights of one table, and each of them again. */
@ExtendWith(SparkExtension.class)
class WithheldMemoryTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 10, 30);

  @TempDir Path home;

  @Test
  void aNightRunAgainDecidesAsItDidBeforeLaterNights(SparkSession spark) {
    Lake lake = new Lake(spark, home.toString());
    Dataset<Row> few = night(spark, "UMOT 9", "SMOT 30", "ZMOT 50");
    Dataset<Row> more = night(spark, "UMOT 15", "SMOT 30", "ZMOT 50");

    assertThat(run(spark, lake, FIRST, few)).containsExactly("SMOT null", "UMOT null", "ZMOT 50");
    assertThat(run(spark, lake, FIRST.plusDays(1), more))
        .as("15 less 9 are six")
        .containsExactly("SMOT null", "UMOT null", "ZMOT 50");
    assertThat(events(lake)).containsExactly(FIRST + " SMOT 30", FIRST + " UMOT 9");

    assertThat(run(spark, lake, FIRST, more))
        .as("nothing is remembered of the night itself or later ones")
        .containsExactly("SMOT 30", "UMOT 15", "ZMOT 50");
    assertThat(events(lake)).isEmpty();
    assertThat(run(spark, lake, FIRST, few)).containsExactly("SMOT null", "UMOT null", "ZMOT 50");
    assertThat(events(lake)).containsExactly(FIRST + " SMOT 30", FIRST + " UMOT 9");
  }

  @Test
  void ofOnePersonNothingIsWithheldOrRemembered(SparkSession spark) {
    Dataset<Row> rows = night(spark, "UMOT 1");
    assertThat(new WithholdSmallCells(1, null).apply(DropoffOverview.CONTRACT, rows))
        .isSameAs(rows);
  }

  private static List<String> run(
      SparkSession spark, Lake lake, LocalDate night, Dataset<Row> rows) {
    WithheldMemory memory = new WithheldMemory(spark, lake, night);
    memory.read();
    List<String> shown =
        new WithholdSmallCells(10, memory)
            .apply(DropoffOverview.CONTRACT, rows)
            .selectExpr(
                "concat_ws(' ', last_moment, coalesce(cast(persons AS string), 'null')) AS shown")
            .as(Encoders.STRING())
            .collectAsList();
    memory.write();
    return shown.stream().sorted().toList();
  }

  private static List<String> events(Lake lake) {
    return lake
        .read(WithheldCells.CONTRACT)
        .selectExpr("concat_ws(' ', as_of, cell, persons) AS event")
        .as(Encoders.STRING())
        .collectAsList()
        .stream()
        .sorted()
        .toList();
  }

  private static Dataset<Row> night(SparkSession spark, String... moments) {
    List<String> lines =
        java.util.Arrays.stream(moments)
            .map(m -> m.split(" "))
            .map(
                m ->
                    "{last_moment:'%s',laps:%s,converted:0,lost:0,open:0,dropped:%s,persons:%s}"
                        .formatted(m[0], m[1], m[1], m[1]))
            .toList();
    return spark
        .read()
        .option("allowUnquotedFieldNames", true)
        .option("allowSingleQuotes", true)
        .schema(DropoffOverview.CONTRACT.schema())
        .json(spark.createDataset(lines, Encoders.STRING()));
  }
}
