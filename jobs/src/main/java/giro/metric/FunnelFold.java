package giro.metric;

import giro.model.measure.Attempt;
import giro.model.measure.Counting;
import giro.model.measure.FunnelMatcher;
import giro.model.measure.OrderMode;
import giro.model.measure.TouchSequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** Matches one funnel over the persons of one task; rows are those of {@link FunnelColumns}. */
final class FunnelFold implements PersonScan.Fold<Row> {
  private final FunnelPlan plan;
  private final FunnelColumns.Places places;
  private final FunnelMatcher matcher;
  private final FunnelTallies tallies;
  private final Map<Integer, Unit> units = new HashMap<>();
  private final Map<String, Integer> holdKeys = new HashMap<>();
  private final List<Unit> spare = new ArrayList<>();
  private final UTF8String[] lastValues;
  private long person;

  /** The touches of a person or lap, with the breakdown values of each. */
  private static final class Unit {
    final TouchSequence touches = new TouchSequence();
    final List<String[]> values = new ArrayList<>();
  }

  FunnelFold(FunnelPlan plan, FunnelColumns.Places places, long now, long lateness) {
    this.plan = plan;
    this.places = places;
    this.matcher = new FunnelMatcher(plan.spec());
    this.tallies = new FunnelTallies(plan, now, lateness);
    this.lastValues = new UTF8String[plan.by().size()];
    this.current = new String[plan.by().size()];
  }

  private String[] current;

  @Override
  public void touch(long of, InternalRow row) {
    person = of;
    int steps = row.getInt(places.steps());
    int exclusions = row.getInt(places.exclusions());
    if (steps == 0 && exclusions == 0 && !plan.seesEveryTouch()) {
      return;
    }
    Unit unit = unit(plan.isPerLap() ? row.getInt(FunnelColumns.LAP) : 0);
    unit.touches.add(
        row.getLong(FunnelColumns.START),
        row.getLong(FunnelColumns.END),
        steps,
        exclusions,
        row.getBoolean(FunnelColumns.IS_MOMENT),
        holdKey(row));
    unit.values.add(values(row));
  }

  private Unit unit(int number) {
    Unit unit = units.get(number);
    if (unit == null) {
      unit = spare.isEmpty() ? new Unit() : spare.remove(spare.size() - 1);
      units.put(number, unit);
    }
    return unit;
  }

  private int holdKey(InternalRow row) {
    if (row.isNullAt(places.held())) {
      return 0;
    }
    UTF8String held = row.getUTF8String(places.held());
    return held.numBytes() == 0
        ? TouchSequence.NOTHING_HELD
        : holdKeys.computeIfAbsent(held.toString(), k -> holdKeys.size() + 2);
  }

  /** Neighbouring touches mostly agree, so the last values are kept and compared first. */
  private String[] values(InternalRow row) {
    boolean isSame = true;
    for (int i = 0; i < lastValues.length; i++) {
      UTF8String value = row.getUTF8String(places.breakdowns()[i]);
      if (!value.equals(lastValues[i])) {
        current = isSame ? current.clone() : current;
        isSame = false;
        lastValues[i] = value.copy();
        current[i] = value.toString();
      }
    }
    return current;
  }

  @Override
  public void endPerson() {
    for (Unit unit : units.values()) {
      for (Counting counting : Counting.values()) {
        for (Attempt attempt : matcher.attempts(unit.touches, counting)) {
          int first = first(attempt, unit.touches);
          tallies.add(person, counting, attempt, unit.touches, unit.values.get(first));
        }
      }
      unit.touches.clear();
      unit.values.clear();
      spare.add(unit);
    }
    units.clear();
    holdKeys.clear();
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

  @Override
  public Iterator<Row> results() {
    return tallies.rows().iterator();
  }
}
