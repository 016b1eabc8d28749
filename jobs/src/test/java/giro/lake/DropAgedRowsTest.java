package giro.lake;

import static org.assertj.core.api.Assertions.assertThat;

import giro.model.table.RejectedRows;
import giro.model.table.Runs;
import giro.model.table.TableContract;
import giro.model.table.Touches;
import giro.testing.SparkExtension;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class DropAgedRowsTest {
  private static final LocalDate NIGHT = LocalDate.parse("2026-06-30");
  private static final Optional<Duration> TEN_DAYS = Optional.of(Duration.ofDays(10));

  @Test
  void onlyWhatIsOlderGoesAndOnlyWhereAsked(SparkSession spark, @TempDir Path root) {
    Lake lake = new Lake(spark, root.toString());
    append(
        lake,
        spark,
        Touches.CONTRACT,
        "{\"event_id\": \"old\", \"occurred_at\": \"2026-06-20T23:59:59Z\"}",
        "{\"event_id\": \"kept\", \"occurred_at\": \"2026-06-21T00:00:00Z\"}");
    append(
        lake,
        spark,
        RejectedRows.CONTRACT,
        "{\"reason\": \"old\", \"landing_date\": \"2026-06-20\"}",
        "{\"reason\": \"kept\", \"landing_date\": \"2026-06-21\"}");
    append(
        lake,
        spark,
        Runs.CONTRACT,
        "{\"run_id\": \"old\", \"as_of\": \"2026-06-20\"}",
        "{\"run_id\": \"kept\", \"as_of\": \"2026-06-21\"}");

    assertThat(drop(lake, Optional.empty(), Optional.empty()))
        .isEqualTo(new DropAgedRows.Dropped(0, 0, 0));
    assertThat(drop(lake, TEN_DAYS, Optional.empty())).isEqualTo(new DropAgedRows.Dropped(1, 1, 0));
    assertThat(drop(lake, TEN_DAYS, TEN_DAYS))
        .as("the first two went before")
        .isEqualTo(new DropAgedRows.Dropped(0, 0, 1));

    assertThat(texts(lake, Touches.CONTRACT, Touches.EVENT_ID)).containsExactly("kept");
    assertThat(texts(lake, RejectedRows.CONTRACT, RejectedRows.REASON)).containsExactly("kept");
    assertThat(texts(lake, Runs.CONTRACT, Runs.RUN_ID)).containsExactly("kept");
  }

  private static DropAgedRows.Dropped drop(
      Lake lake, Optional<Duration> touches, Optional<Duration> runs) {
    Retention retention = new Retention(touches, runs, Optional.empty(), Duration.ofDays(30));
    return new DropAgedRows(lake, retention).before(NIGHT);
  }

  private static void append(Lake lake, SparkSession spark, TableContract table, String... rows) {
    lake.append(
        table,
        spark
            .read()
            .schema(table.schema())
            .json(spark.createDataset(List.of(rows), Encoders.STRING())));
  }

  private static List<String> texts(Lake lake, TableContract table, String column) {
    return lake.read(table).select(column).as(Encoders.STRING()).collectAsList();
  }
}
