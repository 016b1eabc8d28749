package giro.ingest;

import static org.apache.spark.sql.functions.*;

import giro.lake.Lake;
import giro.model.table.ForgottenValues;
import giro.model.table.JourneyTouches;
import giro.model.table.Touches;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Writes the touches that stay when people are forgotten into another lake. A touch goes where it
 * is theirs, or carries a value of theirs and is nobody's. A touch of somebody else that carries
 * one stays without it, and falls back to its own identifiers.
 */
public final class EraseTouches {
  private static final String ERASED = "erased";
  private static final long ROWS_PER_FILE = 500_000;

  private final Lake lake;
  private final Lake into;
  private final Values values;
  private final int cores;

  /**
   * @param into a lake without touches
   * @param values rows of {@link ForgottenValues}: those of a few persons
   */
  public EraseTouches(SparkSession spark, Lake lake, Lake into, Dataset<Row> values) {
    this.lake = lake;
    this.into = into;
    this.values = new Values(values.collectAsList());
    this.cores = spark.sparkContext().defaultParallelism();
  }

  /**
   * What was erased.
   *
   * @param touches touches that went
   * @param stripped touches of others that stayed, less a value
   * @param keys source and event id of those that went; readable until {@link #release}
   * @param landingFiles where those that went had landed first, and how many in each file
   */
  public record Erased(
      long touches, long stripped, Dataset<Row> keys, Map<String, Long> landingFiles) {}

  /**
   * @param personIds those who are forgotten
   */
  public Erased erase(List<String> personIds) {
    Dataset<Row> touches = lake.read(Touches.CONTRACT);
    Column isTheirs = col(JourneyTouches.PERSON_ID).isInCollection(personIds);
    Dataset<Row> journeys = lake.read(JourneyTouches.CONTRACT);
    Dataset<Row> carrying = keys(touches.filter(values.isCarried()));
    Dataset<Row> others =
        DuplicateTouches.inKeys(
            keys(journeys.filter(not(isTheirs))), broadcast(carrying), "left_semi");
    Dataset<Row> erased =
        into.setAside(
            ERASED,
            keys(journeys.filter(isTheirs))
                .unionByName(DuplicateTouches.inKeys(carrying, others, "left_anti"))
                .distinct());
    Map<String, Long> files = new TreeMap<>();
    DuplicateTouches.inKeys(touches, broadcast(erased), "left_semi")
        .groupBy(Touches.LANDING_FILE)
        .agg(count(lit(1)))
        .collectAsList()
        .forEach(row -> files.put(row.getString(0), row.getLong(1)));
    long count = erased.count();
    write(DuplicateTouches.inKeys(touches, broadcast(erased), "left_anti"), touches.count());
    return new Erased(count, others.count(), erased, files);
  }

  /** Forgets which touches went. */
  public void release() {
    into.dropAside(ERASED);
  }

  private void write(Dataset<Row> left, long rows) {
    List<Column> columns = new ArrayList<>();
    for (String name : Touches.CONTRACT.columnNames()) {
      columns.add(
          switch (name) {
            case Touches.IDENTIFIERS -> values.less().as(name);
            case Touches.VIN -> when(not(values.has(col(name))), col(name)).as(name);
            default -> col(name);
          });
    }
    int files = (int) Math.max(cores, rows / ROWS_PER_FILE);
    // By time, so that a query by time skips files; then as a night writes them.
    into.overwrite(
        Touches.CONTRACT,
        StoreTouches.compact(
            left.select(columns.toArray(Column[]::new))
                .repartitionByRange(files, col(Touches.OCCURRED_AT))));
  }

  private static Dataset<Row> keys(Dataset<Row> touches) {
    return touches.select(Touches.SOURCE, Touches.EVENT_ID);
  }

  /** The values as they travel with a task: a few hashes, each with the times that are theirs. */
  private static final class Values implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Map<String, List<long[]>> lives = new HashMap<>();

    Values(List<Row> values) {
      for (Row value : values) {
        Long from = value.getAs(ForgottenValues.FROM);
        Long to = value.getAs(ForgottenValues.TO);
        lives
            .computeIfAbsent(value.getAs(ForgottenValues.HASH), hash -> new ArrayList<>(1))
            .add(
                new long[] {
                  from == null ? Long.MIN_VALUE : from, to == null ? Long.MAX_VALUE : to
                });
      }
    }

    private boolean has(String hash, long micros) {
      List<long[]> theirs = lives.get(hash);
      return theirs != null && theirs.stream().anyMatch(l -> l[0] <= micros && micros <= l[1]);
    }

    Column has(Column hash) {
      UDF2<String, Long, Boolean> has = (value, micros) -> value != null && has(value, micros);
      return udf(has, DataTypes.BooleanType).apply(hash, unix_micros(col(Touches.OCCURRED_AT)));
    }

    Column isCarried() {
      UDF2<scala.collection.Seq<Row>, Long, Boolean> isCarried =
          (identifiers, micros) ->
              CollectionConverters.asJava(identifiers).stream()
                  .anyMatch(identifier -> has(identifier.getString(1), micros));
      return udf(isCarried, DataTypes.BooleanType)
          .apply(col(Touches.IDENTIFIERS), unix_micros(col(Touches.OCCURRED_AT)));
    }

    /** The identifiers of a touch that are none of these. */
    Column less() {
      UDF2<scala.collection.Seq<Row>, Long, Row[]> less =
          (identifiers, micros) ->
              CollectionConverters.asJava(identifiers).stream()
                  .filter(identifier -> !has(identifier.getString(1), micros))
                  .toArray(Row[]::new);
      return udf(less, DataType.fromDDL("array<struct<kind:string,hash:string>>"))
          .apply(col(Touches.IDENTIFIERS), unix_micros(col(Touches.OCCURRED_AT)));
    }
  }
}
