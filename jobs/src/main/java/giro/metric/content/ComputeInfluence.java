package giro.metric.content;

import giro.model.table.UmotInfluence;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import scala.Tuple2;

/** {@code umot_influence}: each content, and all contents by market, model and dealer. */
public final class ComputeInfluence {
  private final ContentLinks found;

  public ComputeInfluence(ContentLinks found) {
    this.found = found;
  }

  public Dataset<Row> table(SparkSession spark) {
    JavaPairRDD<String, byte[]> cells = found.cells().filter(cell -> !CellKey.isCohort(cell._1()));
    int partitions = cells.getNumPartitions();
    Placebo placebo = found.placebo();
    JavaRDD<Row> rows =
        cells
            .mapPartitionsToPair(ComputeInfluence::withContents)
            .groupByKey(partitions)
            .map(cell -> row(cell._1(), cell._2(), placebo));
    return spark.createDataFrame(rows, UmotInfluence.CONTRACT.schema());
  }

  /** How many readers a content has is known once its own cell is whole: it counts then. */
  private static Iterator<Tuple2<String, byte[]>> withContents(
      Iterator<Tuple2<String, byte[]>> cells) {
    Map<String, InfluenceCell> ofAll = new HashMap<>();
    Stream.Builder<Tuple2<String, byte[]>> passed = Stream.builder();
    while (cells.hasNext()) {
      Tuple2<String, byte[]> cell = cells.next();
      passed.add(cell);
      if (CellKey.isOne(cell._1())) {
        InfluenceCell whole = new InfluenceCell();
        whole.merge(cell._2());
        for (String key : CellKey.around(cell._1())) {
          ofAll.computeIfAbsent(key, k -> new InfluenceCell()).content(whole);
        }
      }
    }
    return Stream.concat(
            passed.build(),
            ofAll.entrySet().stream().map(e -> new Tuple2<>(e.getKey(), e.getValue().packed())))
        .iterator();
  }

  private static Row row(String key, Iterable<byte[]> parts, Placebo placebo) {
    InfluenceCell cell = new InfluenceCell();
    parts.forEach(cell::merge);
    if (CellKey.isOne(key)) {
      cell.complete();
    }
    return InfluenceRow.of(key, cell, placebo);
  }
}
