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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
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
    List<PersonMetric> own = metrics;
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
            .map(cell -> Finished.of(own, cell._1(), cell._2()));
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
    Map<Place, List<Finished>> byPlace =
        finished.stream().collect(Collectors.groupingBy(Finished::place));
    Map<TableContract, List<Row>> tables = new LinkedHashMap<>();
    for (Place place : Place.all(metrics)) {
      List<Finished> own = byPlace.getOrDefault(place, List.of());
      TableContract table = place.table(metrics);
      if (metrics.get(place.metric()) instanceof PersonMetric.OfAllCells ofAll) {
        List<Cell> cells = own.stream().map(Finished::cell).toList();
        tables.put(table, GoldRow.rows(ofAll.rows(table, cells)));
      } else {
        tables.put(table, own.stream().map(Finished::row).toList());
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
      return ofAll.rows(metric.contract(), new ArrayList<>(cells.all()));
    }
    List<GoldRow> rows = new ArrayList<>();
    for (Cell cell : cells.all()) {
      GoldRow row = GoldRow.of(metric.contract(), cell);
      metric.finish(cell, row);
      rows.add(row);
    }
    return rows;
  }

  /** Which table a cell belongs to: that of a metric, or its overview. */
  private record Place(int metric, boolean isOverview) implements Serializable {
    static List<Place> all(List<PersonMetric> metrics) {
      List<Place> all = new ArrayList<>();
      for (int i = 0; i < metrics.size(); i++) {
        all.add(new Place(i, false));
        if (metrics.get(i).contract().overview().isPresent()) {
          all.add(new Place(i, true));
        }
      }
      return all;
    }

    TableContract table(List<PersonMetric> metrics) {
      TableContract own = metrics.get(metric).contract();
      return isOverview ? own.overview().orElseThrow() : own;
    }

    CellShape shape(List<PersonMetric> metrics) {
      CellShape own = metrics.get(metric).shape();
      return isOverview ? own.withoutFirst() : own;
    }

    String text() {
      return (isOverview ? "o" : "t") + metric;
    }

    static Place of(String text) {
      return new Place(Integer.parseInt(text.substring(1)), text.charAt(0) == 'o');
    }
  }

  /** What is left of a cell after the shuffle: its row, or the cell for a table of all cells. */
  private record Finished(Place place, Row row, Cell cell) implements Serializable {
    static Finished of(List<PersonMetric> metrics, String key, Iterable<byte[]> parts) {
      List<String> values = split(key);
      Place place = Place.of(values.get(0));
      List<String> own = new ArrayList<>(values.subList(1, values.size()));
      CellShape shape = place.shape(metrics);
      Cell merged = new Cell(shape, Collections.unmodifiableList(own));
      for (byte[] part : parts) {
        merged.merge(Cell.unpacked(shape, merged.key(), part));
      }
      PersonMetric metric = metrics.get(place.metric());
      if (metric instanceof PersonMetric.OfAllCells) {
        return new Finished(place, null, merged);
      }
      GoldRow row = GoldRow.of(place.table(metrics), merged);
      metric.finish(merged, row);
      return new Finished(place, row.row(), null);
    }
  }

  private static String joined(Place place, List<String> key) {
    StringBuilder text = new StringBuilder(48).append(place.text());
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
  private static final class Scan extends PersonFold<Tuple2<String, byte[]>> {
    private final List<PersonMetric> metrics;
    private final List<Cells> cells = new ArrayList<>();

    Scan(List<PersonMetric> metrics, boolean[] holds) {
      super(holds);
      this.metrics = metrics;
      metrics.forEach(metric -> cells.add(cells(metric)));
    }

    @Override
    void person(Person person) {
      for (int i = 0; i < cells.size(); i++) {
        cells.get(i).person(person.key);
        metrics.get(i).add(person, cells.get(i));
      }
    }

    private static Cells cells(PersonMetric metric) {
      return metric.contract().overview().isPresent()
          ? Cells.withOverview(metric.shape())
          : new Cells(metric.shape());
    }

    @Override
    public Iterator<Tuple2<String, byte[]>> results() {
      return Place.all(metrics).stream().flatMap(this::packed).iterator();
    }

    private Stream<Tuple2<String, byte[]>> packed(Place place) {
      Cells own = cells.get(place.metric());
      return (place.isOverview() ? own.overview() : own)
          .all().stream().map(cell -> new Tuple2<>(joined(place, cell.key()), cell.packed()));
    }
  }
}
