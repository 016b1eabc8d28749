package giro.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import giro.model.table.Runs;
import giro.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Lakes that another Giro wrote. */
@ExtendWith(SparkExtension.class)
class LakeLayoutTest {
  @TempDir private Path root;

  @Test
  void aLakeOfANewerGiroIsLeftAloneWithASentence() throws IOException {
    LakeFiles files = new LakeFiles(new Configuration());
    LakeLayout.check(files, root.toString());
    Files.createDirectories(root.resolve("_giro"));
    Files.writeString(root.resolve("_giro/layout.json"), "{\"layout\": 2, \"columns\": \"\"}");
    assertThatThrownBy(() -> LakeLayout.check(files, root.toString()))
        .isInstanceOf(LakeLayout.Unlike.class)
        .hasMessageContaining("layout 2, written by a newer Giro")
        .hasMessageContaining("Go on with the newer Giro");
  }

  @Test
  void anOlderLakeGetsTheColumnsItDoesNotHave(SparkSession spark) throws IOException {
    stored(spark, "SELECT 'one' AS run_id, DATE '2026-06-30' AS as_of");
    LakeLayout layout = layout(spark);
    assertThat(layout.upgrade()).containsExactly("runs");
    assertThat(layout.upgrade()).as("done once").isEmpty();
    var runs = new Lake(spark, root.toString()).read(Runs.CONTRACT);
    assertThat(List.of(runs.columns())).containsAll(Runs.CONTRACT.columnNames());
    assertThat(runs.select(Runs.RUN_ID, Runs.COMMAND).collectAsList().toString())
        .isEqualTo("[[one,null]]");
  }

  @Test
  void aColumnOfAnotherTypeIsNotGuessedAt(SparkSession spark) throws IOException {
    stored(spark, "SELECT 1 AS run_id, DATE '2026-06-30' AS as_of");
    assertThatThrownBy(() -> layout(spark).upgrade())
        .isInstanceOf(LakeLayout.Unlike.class)
        .hasMessageContaining("runs.run_id as int where this Giro writes string");
    assertThat(root.resolve("_giro/layout.json")).doesNotExist();
  }

  private LakeLayout layout(SparkSession spark) {
    LakeFiles files = new LakeFiles(spark.sessionState().newHadoopConf());
    return new LakeLayout(new Lake(spark, root.toString()), files);
  }

  private void stored(SparkSession spark, String sql) {
    spark.sql(sql).write().format("delta").save(root.resolve("runs").toString());
  }
}
