package giro.app;

import static org.apache.spark.sql.functions.*;

import giro.config.GiroSettings;
import giro.metric.ComputeHeadline;
import giro.model.table.JourneyTouches;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What other rules make of the same history: touches that change moment, figures that move. */
final class Reclassification {
  private static final String UNKNOWN = "UNCLASSIFIED";

  private final GiroSettings settings;
  private final LocalDate asOf;

  Reclassification(GiroSettings settings, LocalDate asOf) {
    this.settings = settings;
    this.asOf = asOf;
  }

  /** Touches of one moment before and another one now, by the rules that decided. */
  record Moved(String from, String to, String ruleBefore, String ruleNow, long touches) {}

  /** A headline figure over all markets; null where there was or is none. */
  record Figure(String name, Double before, Double now) {}

  /**
   * @param moved the most touches first
   * @param touches that are in both derivations
   * @param onlyOnce that are in one of them only
   */
  record Compared(List<Moved> moved, List<Figure> figures, long touches, long onlyOnce) {}

  /** Journey touches and laps, of before and of now; two joins by event. */
  Compared compare(
      Dataset<Row> touchesBefore,
      Dataset<Row> lapsBefore,
      Dataset<Row> touchesNow,
      Dataset<Row> lapsNow) {
    List<Moved> moved = new ArrayList<>();
    long touches = 0;
    long onlyOnce = 0;
    for (Row row : joined(decided(touchesBefore, "b"), decided(touchesNow, "n")).collectAsList()) {
      long count = row.getLong(5);
      if (row.getBoolean(4)) {
        touches += count;
        if (!row.getString(0).equals(row.getString(1))) {
          moved.add(
              new Moved(
                  row.getString(0), row.getString(1), row.getString(2), row.getString(3), count));
        }
      } else {
        onlyOnce += count;
      }
    }
    moved.sort(
        java.util.Comparator.comparingLong(Moved::touches)
            .reversed()
            .thenComparing(Moved::toString));
    return new Compared(moved, figures(lapsBefore, lapsNow), touches, onlyOnce);
  }

  private static Dataset<Row> decided(Dataset<Row> touches, String side) {
    return touches.select(
        col(JourneyTouches.SOURCE).as(side + "_source"),
        col(JourneyTouches.EVENT_ID).as(side + "_event"),
        coalesce(col(JourneyTouches.MOMENT), lit(UNKNOWN)).as(side + "_moment"),
        coalesce(col(JourneyTouches.RULE_ID), lit("no rule")).as(side + "_rule"));
  }

  /** moment before, moment now, rule before, rule now, whether in both, touches. */
  private static Dataset<Row> joined(Dataset<Row> before, Dataset<Row> now) {
    Column isBoth = col("b_event").isNotNull().and(col("n_event").isNotNull());
    return before
        .join(
            now,
            col("b_source").equalTo(col("n_source")).and(col("b_event").equalTo(col("n_event"))),
            "full")
        .groupBy(
            col("b_moment"), col("n_moment"), col("b_rule"), col("n_rule"), isBoth.as("is_both"))
        .count();
  }

  private List<Figure> figures(Dataset<Row> before, Dataset<Row> now) {
    Map<String, Double[]> both = new TreeMap<>();
    headlines(before).forEach((name, value) -> both.put(name, new Double[] {value, null}));
    headlines(now)
        .forEach((name, value) -> both.computeIfAbsent(name, n -> new Double[2])[1] = value);
    return both.entrySet().stream()
        .map(e -> new Figure(e.getKey(), e.getValue()[0], e.getValue()[1]))
        .toList();
  }

  private Map<String, Double> headlines(Dataset<Row> laps) {
    return new ComputeHeadline(settings.windows(), NightStages.endOf(asOf)).overAllMarkets(laps);
  }
}
