package giro.metric;

import static org.assertj.core.api.Assertions.assertThat;

import giro.model.table.IdentityKinds;
import giro.testing.SparkExtension;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class ComputeIdentityKindsTest {

  @Test
  void countsIdentifiersOfPersonsByKindInEachMarketTheyHaveTouchesIn(SparkSession spark) {
    Dataset<Row> touches =
        rows(
            spark,
            "person_id string, market string",
            RowFactory.create("p1", "IT"),
            RowFactory.create("p1", "FR"),
            RowFactory.create("p1", "IT"),
            RowFactory.create("p2", "IT"),
            RowFactory.create("p3", null));
    Dataset<Row> identities =
        rows(
            spark,
            "person_id string, kind string",
            RowFactory.create("p1", "cookie"),
            RowFactory.create("p1", "cookie"),
            RowFactory.create("p1", "login"),
            RowFactory.create("p2", "cookie"),
            RowFactory.create(null, "cookie"));

    Dataset<Row> table =
        new ComputeIdentityKinds(LocalDate.parse("2026-05-01")).table(touches, identities);

    assertThat(table.columns()).containsExactly(IdentityKinds.CONTRACT.schema().fieldNames());
    assertThat(
            table
                .select(
                    IdentityKinds.MARKET,
                    IdentityKinds.KIND,
                    IdentityKinds.IDENTIFIERS,
                    IdentityKinds.PERSONS_OF_MARKET,
                    IdentityKinds.PERSONS,
                    IdentityKinds.IDENTIFIERS_PER_PERSON,
                    IdentityKinds.MOST_OF_ONE_PERSON)
                .collectAsList())
        .containsExactlyInAnyOrder(
            RowFactory.create("(all)", "cookie", 3L, 3L, 2L, 1.5, 2L),
            RowFactory.create("(all)", "login", 1L, 3L, 1L, 1.0, 1L),
            RowFactory.create("IT", "cookie", 3L, 2L, 2L, 1.5, 2L),
            RowFactory.create("IT", "login", 1L, 2L, 1L, 1.0, 1L),
            RowFactory.create("FR", "cookie", 2L, 1L, 1L, 2.0, 2L),
            RowFactory.create("FR", "login", 1L, 1L, 1L, 1.0, 1L));
  }

  private static Dataset<Row> rows(SparkSession spark, String columns, Row... rows) {
    return spark.createDataFrame(List.of(rows), StructType.fromDDL(columns));
  }
}
