package giro.metric.person;

import giro.metric.FunnelSettings;
import giro.metric.PersonScan;
import giro.model.table.TableContract;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import scala.Tuple2;

/**
 * Counts all metrics of persons in one pass over the stored journeys and one shuffle of their
 * cells, whatever the number of metrics.
 */
public final class CountPersons {
  /** Stand between the parts of a key, and for a part that is null: characters of no value. */
  private static final char BETWEEN = '\u0001';

  private static final String NULL = "\u0000";

  private final MetricSettings settings;
  private final List<FunnelSettings> funnels;
  private final List<PersonMetric> metrics;

  public CountPersons(PersonMetrics metrics) {
    this.settings = metrics.settings();
    this.funnels = metrics.funnels();
    this.metrics = metrics.all();
  }

  /** The published rows by table; one job, and a small one before it for the brand's answers. */
  public Map<TableContract, List<Row>> rows(Dataset<Row> journeyTouches) {
    List<PersonMetric> all =
        knowing(metrics, () -> ReadReplies.of(journeyTouches, settings.touches()));
    boolean[] holds = new boolean[funnels.size()];
    for (int i = 0; i < holds.length; i++) {
      holds[i] = !funnels.get(i).hold().isEmpty();
    }
    JavaPairRDD<String, byte[]> partial =
        PersonScan.<Tuple2<String, byte[]>>over(
                TouchColumns.of(journeyTouches, settings, funnels), () -> new Scan(all, holds))
            .mapToPair(cell -> cell);
    int partitions = journeyTouches.sparkSession().sessionState().conf().numShufflePartitions();
    JavaRDD<Finished> finished =
        partial
            .groupByKey(Math.max(1, partitions))
            .map(cell -> Finished.of(all, cell._1(), cell._2()));
    return byTable(finished.collect());
  }

  /** The metrics, those told of the brand's answers that must know them. */
  private static List<PersonMetric> knowing(List<PersonMetric> metrics, Supplier<Replies> read) {
    if (metrics.stream().noneMatch(PersonMetric.OfReplies.class::isInstance)) {
      return metrics;
    }
    Replies replies = read.get();
    List<PersonMetric> all = new ArrayList<>();
    for (PersonMetric metric : metrics) {
      all.add(
          metric instanceof PersonMetric.OfReplies ofReplies ? ofReplies.knowing(replies) : metric);
    }
    return all;
  }

  private Map<TableContract, List<Row>> byTable(List<Finished> finished) {
    Map<TableContract, List<Row>> tables = new LinkedHashMap<>();
    for (int i = 0; i < metrics.size(); i++) {
      PersonMetric metric = metrics.get(i);
      int table = i;
      List<Finished> own = finished.stream().filter(f -> f.metric() == table).toList();
      if (metric instanceof PersonMetric.OfAllCells ofAll) {
        List<Cell> cells = own.stream().map(Finished::cell).toList();
        tables.put(metric.contract(), GoldRow.rows(ofAll.rows(cells)));
      } else {
        tables.put(metric.contract(), own.stream().map(Finished::row).toList());
      }
    }
    return tables;
  }

  /** The rows of one metric over these persons, without Spark. */
  static List<GoldRow> rows(PersonMetric told, List<Person> persons) {
    PersonMetric metric = knowing(List.of(told), () -> ReadReplies.of(persons)).get(0);
    Cells cells = new Cells(metric.shape());
    long key = 0;
    for (Person person : persons) {
      cells.person(key++);
      metric.add(person, cells);
    }
    if (metric instanceof PersonMetric.OfAllCells ofAll) {
      return ofAll.rows(new ArrayList<>(cells.all()));
    }
    List<GoldRow> rows = new ArrayList<>();
    for (Cell cell : cells.all()) {
      GoldRow row = GoldRow.of(metric.contract(), cell);
      metric.finish(cell, row);
      rows.add(row);
    }
    return rows;
  }

  /** What is left of a cell after the shuffle: its row, or the cell for a table of all cells. */
  private record Finished(int metric, Row row, Cell cell) implements Serializable {
    static Finished of(List<PersonMetric> metrics, String key, Iterable<byte[]> parts) {
      List<String> values = split(key);
      int place = Integer.parseInt(values.get(0));
      PersonMetric metric = metrics.get(place);
      List<String> own = new ArrayList<>(values.subList(1, values.size()));
      Cell merged = new Cell(metric.shape(), Collections.unmodifiableList(own));
      for (byte[] part : parts) {
        merged.merge(Cell.unpacked(metric.shape(), merged.key(), part));
      }
      if (metric instanceof PersonMetric.OfAllCells) {
        return new Finished(place, null, merged);
      }
      GoldRow row = GoldRow.of(metric.contract(), merged);
      metric.finish(merged, row);
      return new Finished(place, row.row(), null);
    }
  }

  private static String joined(int metric, List<String> key) {
    StringBuilder text = new StringBuilder(48).append(metric);
    for (String value : key) {
      text.append(BETWEEN).append(value == null ? NULL : value);
    }
    return text.toString();
  }

  private static List<String> split(String key) {
    String[] values = key.split(String.valueOf(BETWEEN), -1);
    for (int i = 0; i < values.length; i++) {
      values[i] = NULL.equals(values[i]) ? null : values[i];
    }
    return Arrays.asList(values);
  }

  /** Counts every metric over the persons of one task. */
  private static final class Scan implements PersonScan.Fold<Tuple2<String, byte[]>> {
    private final List<PersonMetric> metrics;
    private final List<Cells> cells = new ArrayList<>();
    private final ReadTouch read;
    private Person person = new Person();

    Scan(List<PersonMetric> metrics, boolean[] holds) {
      this.metrics = metrics;
      this.read = new ReadTouch(holds);
      metrics.forEach(metric -> cells.add(new Cells(metric.shape())));
    }

    @Override
    public void touch(long key, InternalRow row) {
      person.key = key;
      read.into(person, row);
    }

    @Override
    public void endPerson() {
      for (int i = 0; i < cells.size(); i++) {
        cells.get(i).person(person.key);
        metrics.get(i).add(person, cells.get(i));
      }
      person = new Person();
    }

    @Override
    public Iterator<Tuple2<String, byte[]>> results() {
      return IntStream.range(0, cells.size())
          .boxed()
          .flatMap(i -> cells.get(i).all().stream().map(cell -> packed(i, cell)))
          .iterator();
    }

    private static Tuple2<String, byte[]> packed(int metric, Cell cell) {
      return new Tuple2<>(joined(metric, cell.key()), cell.packed());
    }
  }
}
