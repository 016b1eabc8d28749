package giro.metric;

import static org.apache.spark.sql.functions.*;

import giro.model.table.FunnelOverview;
import giro.model.table.FunnelSteps;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import scala.Tuple2;

/**
 * {@code funnel_steps} and {@code funnel_overview}: each configured funnel over stored journeys, by
 * one matcher, all in one reading and one shuffle.
 */
public final class ComputeFunnelSteps implements Serializable {
  private static final long serialVersionUID = 1L;

  private final transient List<FunnelSettings> funnels;
  private final long now;
  private final long lateness;

  /**
   * @param asOfEnd end of as_of, exclusive, in microseconds since 1970 UTC
   * @param lateness how long a window stays open for late data, in microseconds
   */
  public ComputeFunnelSteps(List<FunnelSettings> funnels, long asOfEnd, long lateness) {
    this.funnels = funnels;
    this.now = asOfEnd;
    this.lateness = lateness;
  }

  /** Rows of {@code funnel_steps} among {@link #cells}. */
  public static Dataset<Row> table(Dataset<Row> cells) {
    return cells.filter(col(FunnelSteps.COHORT_MONTH).isNotNull());
  }

  /** Rows of {@code funnel_overview} among {@link #cells}. */
  public static Dataset<Row> overview(Dataset<Row> cells) {
    return Gold.as(FunnelOverview.CONTRACT, cells.filter(col(FunnelSteps.COHORT_MONTH).isNull()));
  }

  /**
   * Columns of {@code funnel_steps}; cohort_month null stands for all cohorts and breakdowns.
   *
   * @param journeyTouches as stored: whole persons in each file
   */
  public Dataset<Row> cells(Dataset<Row> journeyTouches) {
    FunnelColumns columns = FunnelColumns.of(funnels, journeyTouches);
    List<FunnelPlan> plans = funnels.stream().map(FunnelPlan::of).toList();
    List<FunnelColumns.Places> places = columns.places();
    FunnelConditions conditions = FunnelConditions.of(funnels);
    SparkSession spark = journeyTouches.sparkSession();
    long end = now;
    long late = lateness;
    JavaRDD<Row> rows =
        PersonScan.<Tuple2<FunnelGroup, byte[]>>over(
                journeyTouches.select(columns.columns()),
                () -> FunnelsFold.of(plans, places, conditions, end, late))
            .mapToPair(group -> group)
            .groupByKey(spark.sessionState().conf().numShufflePartitions())
            .flatMap(group -> rows(group._1(), group._2(), plans));
    return spark.createDataFrame(rows, FunnelSteps.CONTRACT.schema());
  }

  private static Iterator<Row> rows(
      FunnelGroup group, Iterable<byte[]> parts, List<FunnelPlan> plans) {
    FunnelPlan plan = plans.get(group.funnel());
    MergedFunnel merged = new MergedFunnel(plan);
    parts.forEach(merged::add);
    List<Row> rows = new ArrayList<>();
    String counting = group.countedBy().name().toLowerCase(Locale.ROOT);
    merged
        .cells()
        .forEach((values, steps) -> addRows(rows, plan, counting, group.cohort(), values, steps));
    return rows.iterator();
  }

  private static void addRows(
      List<Row> rows,
      FunnelPlan plan,
      String counting,
      int cohort,
      List<String> values,
      MergedFunnel.Step[] steps) {
    long entered = 0;
    MergedFunnel.Step previous = null;
    for (int i = 0; i < steps.length; i++) {
      MergedFunnel.Step step = steps[i];
      List<Object> row = new ArrayList<>(24);
      row.add(plan.name());
      row.add(counting);
      row.add(Gold.dateOf(cohort));
      for (int b = 0; b < 3; b++) {
        row.add(b < values.size() ? plan.by().get(b) : null);
        row.add(b < values.size() ? values.get(b) : null);
      }
      row.add(i + 1);
      row.add(plan.stepNames().get(i));
      row.add(step.reached.count());
      row.add(step.entered);
      row.add(step.open);
      row.add(step.dropped);
      row.add(step.excluded);
      entered += step.entered;
      row.add(plan.required()[i] ? share(step.reached.count(), entered) : null);
      row.add(plan.required()[i] ? fromPrevious(step, previous) : null);
      row.add(step.reached.medianHours());
      row.add(step.reached.persons());
      row.add(false);
      row.add(false);
      rows.add(RowFactory.create(row.toArray()));
      previous = plan.required()[i] ? step : previous;
    }
  }

  private static Double share(long part, long whole) {
    return whole == 0 ? null : (double) part / whole;
  }

  private static Double fromPrevious(MergedFunnel.Step step, MergedFunnel.Step previous) {
    if (previous == null) {
      return 1.0;
    }
    return share(step.reached.count() - step.entered, previous.reached.count());
  }
}
