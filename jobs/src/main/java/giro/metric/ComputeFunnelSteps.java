package giro.metric;

import static org.apache.spark.sql.functions.*;

import giro.model.table.FunnelOverview;
import giro.model.table.FunnelSteps;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

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
    Map<String, FunnelPlan> byName = new HashMap<>();
    plans.forEach(plan -> byName.put(plan.name(), plan));
    long end = now;
    long late = lateness;
    Dataset<Row> partial =
        PersonScan.fold(
            journeyTouches.select(columns.columns()),
            () -> FunnelsFold.of(plans, places, end, late),
            FunnelTallies.PARTIAL);
    return Gold.fold(
        partial,
        List.of("funnel", "counting", "cohort"),
        group -> merged(group, byName),
        FunnelSteps.CONTRACT.schema());
  }

  /** One step of one cell, over all tasks. */
  private static final class Merged {
    final MergedTally reached = new MergedTally();
    long entered;
    long open;
    long dropped;
    long excluded;
  }

  private static Iterator<Row> merged(Iterator<Row> group, Map<String, FunnelPlan> plans) {
    Map<List<String>, Merged[]> cells = new LinkedHashMap<>();
    FunnelPlan plan = null;
    String counting = null;
    int cohort = 0;
    while (group.hasNext()) {
      Row row = group.next();
      plan = plan == null ? plans.get(row.getString(0)) : plan;
      counting = row.getString(1);
      cohort = row.getInt(2);
      int steps = plan.required().length;
      List<String> values = row.getList(3);
      Merged step = cells.computeIfAbsent(values, v -> empty(steps))[row.getInt(4)];
      step.reached.add(row.getLong(5), row.getLong(10));
      step.entered += row.getLong(6);
      step.open += row.getLong(7);
      step.dropped += row.getLong(8);
      step.excluded += row.getLong(9);
      byte[] micros = (byte[]) row.get(11);
      if (micros.length > 0) {
        for (List<String> cell : Combinations.of(values)) {
          cells.computeIfAbsent(cell, v -> empty(steps))[row.getInt(4)].reached.addMicros(micros);
        }
      }
    }
    List<Row> rows = new ArrayList<>();
    for (Map.Entry<List<String>, Merged[]> cell : cells.entrySet()) {
      addRows(rows, plan, counting, cohort, cell.getKey(), cell.getValue());
    }
    return rows.iterator();
  }

  private static Merged[] empty(int steps) {
    Merged[] empty = new Merged[steps];
    java.util.Arrays.setAll(empty, i -> new Merged());
    return empty;
  }

  private static void addRows(
      List<Row> rows,
      FunnelPlan plan,
      String counting,
      int cohort,
      List<String> values,
      Merged[] steps) {
    long entered = 0;
    Merged previous = null;
    for (int i = 0; i < steps.length; i++) {
      Merged step = steps[i];
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

  private static Double fromPrevious(Merged step, Merged previous) {
    if (previous == null) {
      return 1.0;
    }
    return share(step.reached.count() - step.entered, previous.reached.count());
  }
}
