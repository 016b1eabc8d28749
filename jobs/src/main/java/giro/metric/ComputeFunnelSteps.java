package giro.metric;

import static org.apache.spark.sql.functions.*;

import giro.model.table.FunnelOverview;
import giro.model.table.FunnelSteps;
import giro.model.table.JourneyTouches;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * {@code funnel_steps} and {@code funnel_overview}: each configured funnel over stored journeys, by
 * one matcher and in one reading.
 */
public final class ComputeFunnelSteps implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Breakdown values at the first-step touch: what the lap knows by then. */
  private static final Map<String, String> SO_FAR =
      Map.of(
          JourneyTouches.MARKET, JourneyTouches.MARKET_SO_FAR,
          JourneyTouches.MODEL, JourneyTouches.MODEL_SO_FAR,
          JourneyTouches.DEALER_ID, JourneyTouches.DEALER_SO_FAR,
          JourneyTouches.VEHICLE_TYPE, JourneyTouches.VEHICLE_TYPE_SO_FAR);

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
    StructType schema = FunnelSteps.CONTRACT.schema();
    Dataset<Row> all = journeyTouches.sparkSession().createDataFrame(List.<Row>of(), schema);
    for (FunnelSettings funnel : funnels) {
      all = all.unionByName(steps(journeyTouches, funnel));
    }
    return all;
  }

  private Dataset<Row> steps(Dataset<Row> journeyTouches, FunnelSettings funnel) {
    FunnelPlan plan = FunnelPlan.of(funnel);
    long end = now;
    long late = lateness;
    Dataset<Row> partial =
        PersonScan.fold(
            journeyTouches.select(columns(funnel)),
            () -> new FunnelFold(plan, end, late),
            FunnelTallies.PARTIAL);
    return Gold.fold(
        partial,
        List.of("funnel", "counting", "cohort"),
        group -> merged(group, plan),
        FunnelSteps.CONTRACT.schema());
  }

  private static Column[] columns(FunnelSettings funnel) {
    List<Column> columns = new ArrayList<>();
    Column start = unix_micros(col(JourneyTouches.OCCURRED_AT));
    columns.add(xxhash64(col(JourneyTouches.PERSON_ID)));
    columns.add(col(JourneyTouches.LAP));
    columns.add(start);
    columns.add(start.plus(col(JourneyTouches.UNCERTAINTY_SECONDS).multiply(1_000_000L)));
    columns.add(mask(funnel.steps().stream().map(FunnelSettings.Step::when).toList()));
    columns.add(mask(funnel.exclusions().stream().map(FunnelSettings.Exclusion::when).toList()));
    columns.add(not(col(JourneyTouches.MOMENT).isin("NONE", "UNCLASSIFIED")));
    columns.add(held(funnel.hold()));
    for (String name : funnel.by()) {
      Column value = col(SO_FAR.getOrDefault(name, name)).cast("string");
      columns.add(coalesce(value, lit("unknown")));
    }
    return columns.toArray(Column[]::new);
  }

  private static Column mask(List<String> conditions) {
    Column mask = lit(0);
    for (int i = 0; i < conditions.size(); i++) {
      mask = mask.plus(when(expr(conditions.get(i)), lit(1 << i)).otherwise(lit(0)));
    }
    return mask;
  }

  /** Empty where nothing is held, null where a held column is. */
  private static Column held(List<String> hold) {
    if (hold.isEmpty()) {
      return lit("");
    }
    Column[] parts =
        hold.stream()
            .map(name -> concat(col(name).cast("string"), lit("\u0001")))
            .toArray(Column[]::new);
    return concat(parts);
  }

  /** One step of one cell, over all tasks. */
  private static final class Merged {
    final MergedTally reached = new MergedTally();
    long entered;
    long open;
    long dropped;
    long excluded;
  }

  private static Iterator<Row> merged(Iterator<Row> group, FunnelPlan plan) {
    Map<List<String>, Merged[]> cells = new LinkedHashMap<>();
    String counting = null;
    int cohort = 0;
    while (group.hasNext()) {
      Row row = group.next();
      counting = row.getString(1);
      cohort = row.getInt(2);
      List<String> values = row.getList(3);
      Merged step = cells.computeIfAbsent(values, v -> empty(plan))[row.getInt(4)];
      step.reached.add(row.getLong(5), row.getLong(10));
      step.entered += row.getLong(6);
      step.open += row.getLong(7);
      step.dropped += row.getLong(8);
      step.excluded += row.getLong(9);
      byte[] micros = (byte[]) row.get(11);
      if (micros.length > 0) {
        for (List<String> cell : Combinations.of(values)) {
          cells.computeIfAbsent(cell, v -> empty(plan))[row.getInt(4)].reached.addMicros(micros);
        }
      }
    }
    List<Row> rows = new ArrayList<>();
    for (Map.Entry<List<String>, Merged[]> cell : cells.entrySet()) {
      addRows(rows, plan, counting, cohort, cell.getKey(), cell.getValue());
    }
    return rows.iterator();
  }

  private static Merged[] empty(FunnelPlan plan) {
    Merged[] steps = new Merged[plan.required().length];
    java.util.Arrays.setAll(steps, i -> new Merged());
    return steps;
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
