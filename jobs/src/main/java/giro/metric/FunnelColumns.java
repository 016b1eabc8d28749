package giro.metric;

import static org.apache.spark.sql.functions.*;

import giro.model.table.JourneyTouches;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What is read for all funnels together: person, lap, start, end, whether the touch is a moment;
 * what it matches and what funnels hold; and the breakdowns that any of them has.
 */
final class FunnelColumns {
  /** Stands for the values of a breakdown that have no rows of their own. */
  static final String OTHER = "(other)";

  static final int LAP = 1;
  static final int START = 2;
  static final int END = 3;
  static final int IS_MOMENT = 4;

  /** The first of {@link FunnelConditions#columns}. */
  static final int CONDITIONS = 5;

  /** Breakdown values at the first-step touch: what the lap knows by then. */
  private static final Map<String, String> SO_FAR =
      Map.of(
          JourneyTouches.MARKET, JourneyTouches.MARKET_SO_FAR,
          JourneyTouches.MODEL, JourneyTouches.MODEL_SO_FAR,
          JourneyTouches.DEALER_ID, JourneyTouches.DEALER_SO_FAR,
          JourneyTouches.VEHICLE_TYPE, JourneyTouches.VEHICLE_TYPE_SO_FAR);

  /**
   * Where a funnel finds its own.
   *
   * @param held the held text, null where a held column is; below 0 where nothing is held
   */
  record Places(int held, int[] breakdowns) implements Serializable {}

  /** A column by which some funnel breaks down, and how many of its values have rows. */
  private record Breakdown(String name, int values) {}

  private final List<Column> columns = new ArrayList<>();
  private final List<Places> places = new ArrayList<>();

  private FunnelColumns() {}

  /** One narrow query first where a funnel breaks down: which values have the most touches. */
  static FunnelColumns of(List<FunnelSettings> funnels, Dataset<Row> journeyTouches) {
    List<Breakdown> breakdowns = breakdowns(funnels);
    Map<Breakdown, List<String>> kept = kept(breakdowns, journeyTouches);
    FunnelColumns all = new FunnelColumns();
    Column start = unix_micros(col(JourneyTouches.OCCURRED_AT));
    all.columns.add(xxhash64(col(JourneyTouches.PERSON_ID)));
    all.columns.add(col(JourneyTouches.LAP));
    all.columns.add(start);
    all.columns.add(start.plus(col(JourneyTouches.UNCERTAINTY_SECONDS).multiply(1_000_000L)));
    all.columns.add(not(col(JourneyTouches.MOMENT).isin("NONE", "UNCLASSIFIED")));
    FunnelConditions conditions = FunnelConditions.of(funnels);
    all.columns.addAll(conditions.columns());
    int firstBreakdown = all.columns.size();
    for (int i = 0; i < funnels.size(); i++) {
      FunnelSettings funnel = funnels.get(i);
      int[] own =
          funnel.by().stream()
              .mapToInt(n -> firstBreakdown + breakdowns.indexOf(new Breakdown(n, funnel.values())))
              .toArray();
      int held = conditions.held(i);
      all.places.add(new Places(held < 0 ? held : CONDITIONS + held, own));
    }
    for (Breakdown breakdown : breakdowns) {
      all.columns.add(value(breakdown, kept));
    }
    return all;
  }

  Column[] columns() {
    return columns.toArray(Column[]::new);
  }

  /** In the order of the funnels. */
  List<Places> places() {
    return List.copyOf(places);
  }

  private static List<Breakdown> breakdowns(List<FunnelSettings> funnels) {
    Set<Breakdown> breakdowns = new LinkedHashSet<>();
    for (FunnelSettings funnel : funnels) {
      funnel.by().forEach(name -> breakdowns.add(new Breakdown(name, funnel.values())));
    }
    return List.copyOf(breakdowns);
  }

  private static Map<Breakdown, List<String>> kept(
      List<Breakdown> breakdowns, Dataset<Row> journeyTouches) {
    if (breakdowns.isEmpty()) {
      return Map.of();
    }
    List<String> names = breakdowns.stream().map(Breakdown::name).distinct().toList();
    Column[] columns = names.stream().map(FunnelColumns::known).toArray(Column[]::new);
    Map<String, TreeMap<String, Long>> touches = new HashMap<>();
    names.forEach(name -> touches.put(name, new TreeMap<>()));
    for (Row row : journeyTouches.groupBy(columns).count().collectAsList()) {
      long count = row.getLong(names.size());
      for (int i = 0; i < names.size(); i++) {
        touches.get(names.get(i)).merge(row.getString(i), count, Long::sum);
      }
    }
    Map<Breakdown, List<String>> kept = new HashMap<>();
    for (Breakdown breakdown : breakdowns) {
      TreeMap<String, Long> values = touches.get(breakdown.name());
      if (values.size() > breakdown.values()) {
        kept.put(breakdown, most(values, breakdown.values()));
      }
    }
    return kept;
  }

  /** Of equal counts the first by name. */
  private static List<String> most(TreeMap<String, Long> values, int many) {
    return values.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(many)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Column value(Breakdown breakdown, Map<Breakdown, List<String>> kept) {
    Column value = known(breakdown.name());
    List<String> own = kept.get(breakdown);
    return own == null ? value : when(value.isin(own.toArray()), value).otherwise(OTHER);
  }

  private static Column known(String name) {
    return coalesce(col(SO_FAR.getOrDefault(name, name)).cast("string"), lit("unknown"));
  }
}
