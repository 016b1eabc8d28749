package giro.app;

import static org.assertj.core.api.Assertions.assertThat;

import giro.testing.SparkExtension;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class TaskWorkTest {
  private static final int ROWS = 1_000;

  @Test
  void tellsByStageWhatTasksReadAndWrote(SparkSession spark, @TempDir Path home) {
    String place = home.resolve("rows").toString();
    spark.range(ROWS).write().parquet(home.resolve("before").toString());
    Map<String, TaskWork.Done> done;
    try (TaskWork work = TaskWork.of(spark.sparkContext())) {
      try (StageScope stage = StageScope.enter(Map.of(), "write them")) {
        spark.range(ROWS).write().parquet(place);
      }
      try (StageScope stage = StageScope.enter(Map.of(), "read them")) {
        spark.read().parquet(place).write().format("noop").mode("overwrite").save();
      }
      spark.range(ROWS).write().format("noop").mode("overwrite").save();
      done = work.byStage();
    }
    assertThat(done).containsOnlyKeys("read them", "write them", StageScope.NONE);
    TaskWork.Done written = done.get("write them");
    assertThat(written.rowsWritten()).isEqualTo(ROWS);
    assertThat(written.bytesWritten()).isPositive();
    assertThat(written.cpuSeconds()).isPositive();
    assertThat(written.bytesRead()).as("a range is read from no file").isZero();
    TaskWork.Done read = done.get("read them");
    assertThat(read.rowsRead()).isEqualTo(ROWS);
    assertThat(read.bytesRead()).isPositive();
    assertThat(read.rowsWritten()).isZero();
  }

  @Test
  void countsNothingOnceClosed(SparkSession spark) {
    TaskWork work = TaskWork.of(spark.sparkContext());
    work.close();
    spark.range(ROWS).write().format("noop").mode("overwrite").save();
    assertThat(work.byStage()).isEmpty();
  }
}
