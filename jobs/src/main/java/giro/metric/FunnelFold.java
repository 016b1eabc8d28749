package giro.metric;

import giro.model.measure.Attempt;
import giro.model.measure.Counting;
import giro.model.measure.FunnelMatcher;
import giro.model.measure.OrderMode;
import giro.model.measure.TouchSequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.InternalRow;
import scala.Tuple2;

/** Matches one funnel over the persons of one task; rows are those of {@link FunnelColumns}. */
final class FunnelFold {
  private final FunnelPlan plan;
  private final FunnelColumns.Places places;
  private final FunnelMatcher matcher;
  private final FunnelTallies tallies;
  private final Map<Integer, Unit> units = new HashMap<>();
  private final List<Unit> spare = new ArrayList<>();
  private final FunnelValues values;
  private long person;

  /** The touches of a person or lap, with the breakdown values of each. */
  private static final class Unit {
    final FunnelUnit funnel = new FunnelUnit();
    final LongList values = new LongList();
  }

  /**
   * @param values the numbers of its breakdown values, shared with funnels that break down alike
   */
  FunnelFold(
      FunnelPlan plan, FunnelColumns.Places places, FunnelValues values, FunnelTallies tallies) {
    this.plan = plan;
    this.places = places;
    this.matcher = new FunnelMatcher(plan.spec());
    this.tallies = tallies;
    this.values = values;
  }

  /**
   * The next touch.
   *
   * @param number tells rows apart
   */
  void touch(long of, InternalRow row, long number, int steps, int exclusions) {
    person = of;
    if (!plan.isSeen(steps, exclusions)) {
      return;
    }
    Unit unit = unit(plan.isPerLap() ? row.getInt(FunnelColumns.LAP) : 0);
    unit.funnel.add(
        row.getLong(FunnelColumns.START),
        row.getLong(FunnelColumns.END),
        steps,
        exclusions,
        row.getBoolean(FunnelColumns.IS_MOMENT),
        held(row));
    unit.values.add(values.of(row, number));
  }

  private Unit unit(int number) {
    Unit unit = units.get(number);
    if (unit == null) {
      unit = spare.isEmpty() ? new Unit() : spare.remove(spare.size() - 1);
      units.put(number, unit);
    }
    return unit;
  }

  private String held(InternalRow row) {
    if (places.held() < 0) {
      return "";
    }
    return row.isNullAt(places.held()) ? null : row.getUTF8String(places.held()).toString();
  }

  void endPerson() {
    for (Unit unit : units.values()) {
      TouchSequence touches = unit.funnel.touches();
      for (Counting counting : Counting.values()) {
        for (Attempt attempt : matcher.attempts(touches, counting)) {
          int first = first(attempt, touches);
          tallies.add(person, counting, attempt, touches, (int) unit.values.get(first));
        }
      }
      unit.funnel.clear();
      unit.values.clear();
      spare.add(unit);
    }
    units.clear();
  }

  /** The touch that opened the attempt. */
  private int first(Attempt attempt, TouchSequence touches) {
    if (plan.mode() != OrderMode.ANY_ORDER) {
      return attempt.touchOfStep()[attempt.entryStep()];
    }
    int first = -1;
    for (int touch : attempt.touchOfStep()) {
      boolean isEarlier =
          touch >= 0 && (first < 0 || touches.startMicros(touch) < touches.startMicros(first));
      first = isEarlier ? touch : first;
    }
    return first;
  }

  Stream<Tuple2<FunnelGroup, byte[]>> results() {
    return tallies.packed();
  }
}
