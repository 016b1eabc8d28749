package giro.metric.person;

import giro.metric.FunnelConditions;
import giro.metric.FunnelSettings;
import giro.metric.PersonScan;
import giro.model.table.TableContract;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/**
 * Counts all metrics of persons in one pass over the stored journeys and one shuffle of their
 * cells, whatever the number of metrics. Contents and their readings are found in that pass and
 * brought together in that shuffle too.
 */
public final class CountPersons {
  private final MetricSettings settings;
  private final List<FunnelSettings> funnels;
  private final List<PersonMetric> metrics;
  private final GatherContents contents;

  public CountPersons(PersonMetrics metrics) {
    this.contents = metrics.contents();
    this.settings = metrics.settings();
    this.funnels = metrics.funnels();
    this.metrics = metrics.all();
  }

  /**
   * What the pass leaves.
   *
   * @param rows the published rows by table
   */
  public record Counted(Map<TableContract, List<Row>> rows, FoundContents contents) {}

  /** One job, and a small one before it for the brand's answers. */
  public Counted over(Dataset<Row> journeyTouches) {
    List<PersonMetric> own = metrics;
    List<PersonMetric> all =
        knowing(metrics, () -> ReadReplies.of(journeyTouches, settings.touches()));
    GatherContents gather = contents;
    FunnelConditions conditions = FunnelConditions.of(funnels);
    JavaPairRDD<String, byte[]> partial =
        PersonScan.<Tuple2<String, byte[]>>over(
                TouchColumns.of(journeyTouches, settings, conditions),
                () -> new Scan(all, gather, conditions))
            .mapToPair(cell -> cell);
    int partitions = journeyTouches.sparkSession().sessionState().conf().numShufflePartitions();
    JavaPairRDD<String, Iterable<byte[]>> grouped = partial.groupByKey(Math.max(1, partitions));
    List<byte[]> finished = grouped.mapPartitions(cells -> FinishedCells.of(own, cells)).collect();
    FinishedCells cells = new FinishedCells(metrics, finished);
    return new Counted(
        cells.rows(), new FoundContents(GatherContents.contents(grouped), cells.unread()));
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

  /** Counts every metric over the persons of one task. */
  private static final class Scan extends PersonFold<Tuple2<String, byte[]>> {
    private final List<PersonMetric> metrics;
    private final GatherContents.Scan contents;
    private final List<Cells> cells = new ArrayList<>();

    Scan(List<PersonMetric> metrics, GatherContents contents, FunnelConditions funnels) {
      super(funnels);
      this.metrics = metrics;
      this.contents = new GatherContents.Scan(contents);
      metrics.forEach(metric -> cells.add(cells(metric)));
    }

    @Override
    void person(Person person) {
      for (int i = 0; i < cells.size(); i++) {
        cells.get(i).person(person.key);
        metrics.get(i).add(person, cells.get(i));
      }
      contents.person(person);
    }

    private static Cells cells(PersonMetric metric) {
      return metric.contract().overview().isPresent()
          ? Cells.withOverview(metric.shape())
          : new Cells(metric.shape());
    }

    @Override
    public Iterator<Tuple2<String, byte[]>> results() {
      return Stream.concat(CellPlace.all(metrics).stream().flatMap(this::packed), contents.packed())
          .iterator();
    }

    private Stream<Tuple2<String, byte[]>> packed(CellPlace place) {
      Cells own = cells.get(place.metric());
      return (place.isOverview() ? own.overview() : own)
          .all().stream().map(cell -> new Tuple2<>(place.key(cell.key()), cell.packed()));
    }
  }
}
