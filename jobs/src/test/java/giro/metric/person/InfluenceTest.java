package giro.metric.person;

import static org.assertj.core.api.Assertions.assertThat;

import giro.metric.content.ComputeInfluence;
import giro.metric.content.ContentLinks;
import giro.model.domain.Moment;
import giro.model.table.UmotInfluence;
import giro.testing.SparkExtension;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class InfluenceTest {
  @Test
  void othersReadAndWriteAgainButNeverTheAuthorOrTheHousehold(SparkSession spark) {
    Life ana =
        reads("2026-02-01T10:00:00Z", "r1")
            .on("2026-01-01T10:00:00Z", "review_posted", Moment.UMOT)
            .with(t -> publishes(t, "r1"));
    Life ben =
        reads("2026-02-02T10:00:00Z", "r1")
            .on("2026-02-05T10:00:00Z", "order_signed", Moment.FMOT)
            .with(t -> t.isAcquisition = true)
            .on("2026-03-01T10:00:00Z", "experience_post", Moment.UMOT)
            .with(t -> publishes(t, "r2"));
    Life sameHousehold = reads("2026-02-03T10:00:00Z", "r1");
    Life cleo = reads("2026-04-01T10:00:00Z", "r2");
    List<Row> shared =
        List.of(RowFactory.create(0L, List.of(7L)), RowFactory.create(2L, List.of(7L)));

    ContentLinks links =
        ContentLinks.of(
            found(spark, ana, ben, sameHousehold, cleo),
            spark.createDataFrame(
                shared, (StructType) DataType.fromDDL("person bigint, values array<bigint>")));

    assertThat(
            new ComputeInfluence(links)
                .table(spark)
                .select(
                    UmotInfluence.CONTENT_ID,
                    UmotInfluence.MARKET,
                    UmotInfluence.READERS,
                    UmotInfluence.ACQUISITIONS,
                    UmotInfluence.SECOND_ORDER_READERS,
                    UmotInfluence.MEDIAN_LAG_HOURS,
                    UmotInfluence.CONTENTS,
                    UmotInfluence.EXPOSURE)
                .distinct()
                .collectAsList())
        .extracting(Row::toString)
        .containsExactlyInAnyOrder(
            "[r1,IT,1,1,1,72.0,1,1]",
            "[r2,IT,1,0,0,null,1,1]",
            "[(all),IT,2,1,1,72.0,2,2]",
            "[(all),(all),2,1,1,72.0,2,2]");
  }

  private static Life reads(String time, String content) {
    return Life.person().on(time, "review_read", Moment.ZMOT).with(t -> t.contentId = content);
  }

  private static void publishes(Touch touch, String content) {
    touch.contentId = content;
    touch.marketSoFar = "IT";
  }

  /** As the pass over persons leaves it. */
  private static FoundContents found(SparkSession spark, Life... lives) {
    GatherContents.Scan scan =
        new GatherContents.Scan(
            new GatherContents(LapReadingsTest.windows(), Life.at("2026-12-31")));
    long key = 0;
    for (Life life : lives) {
      Person person = life.told();
      person.key = key++;
      scan.person(person);
    }
    JavaPairRDD<String, Iterable<byte[]>> grouped =
        new JavaSparkContext(spark.sparkContext())
            .parallelize(scan.packed().toList(), 2)
            .mapToPair(found -> found)
            .groupByKey();
    return new FoundContents(GatherContents.contents(grouped), Map.of());
  }
}
