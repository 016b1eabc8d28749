package giro.publish;

import static org.assertj.core.api.Assertions.assertThat;

import giro.model.table.CircleTransitions;
import giro.model.table.DimMarket;
import giro.testing.SparkExtension;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Cells of fewer than ten persons. */
@ExtendWith(SparkExtension.class)
class WithholdSmallCellsTest {

  @Test
  void aSmallCellKeepsItsKeyAndLosesItsMeasures(SparkSession spark) {
    Dataset<Row> rows =
        spark
            .read()
            .schema(CircleTransitions.CONTRACT.schema())
            .json(
                spark.createDataset(
                    List.of(
                        "{\"market\": \"IT\", \"moves\": 12, \"persons\": 10, \"median_hours\": 3}",
                        "{\"market\": \"FR\", \"moves\": 40, \"persons\": 9, \"median_hours\": 3}",
                        "{\"market\": \"DE\", \"moves\": 0, \"persons\": 0}"),
                    Encoders.STRING()));
    Dataset<Row> shown =
        new WithholdSmallCells(10)
            .apply(CircleTransitions.CONTRACT, rows)
            .select("market", "moves", "persons", "median_hours", "is_withheld");
    assertThat(shown.collectAsList())
        .containsExactlyInAnyOrder(
            RowFactory.create("IT", 12L, 10L, 3.0, false),
            RowFactory.create("FR", null, null, null, true),
            RowFactory.create("DE", 0L, 0L, null, false));
  }

  @Test
  void aTableThatCountsNobodyIsShownAsItIs(SparkSession spark) {
    Dataset<Row> rows = spark.createDataFrame(List.of(), DimMarket.CONTRACT.schema());
    assertThat(new WithholdSmallCells(10).apply(DimMarket.CONTRACT, rows)).isSameAs(rows);
  }
}
