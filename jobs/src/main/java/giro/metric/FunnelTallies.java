package giro.metric;

import giro.model.measure.Attempt;
import giro.model.measure.Counting;
import giro.model.measure.OrderMode;
import giro.model.measure.TouchSequence;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * The attempts of one task, per cell and step: reached, entered, open, dropped, excluded, times.
 */
final class FunnelTallies {
  static final StructType PARTIAL =
      (StructType)
          DataType.fromDDL(
              "funnel string, counting string, cohort int, values array<string>, step int,"
                  + " reached bigint, entered bigint, open bigint, dropped bigint,"
                  + " excluded bigint, persons bigint, micros binary");

  private static final long NOT_REACHED = -1;

  /** An attempt with the time of each step since its start, and the last required step reached. */
  private record Ended(long person, Attempt attempt, long[] elapsed, int stop) {}

  private record Key(Counting counting, int cohort, List<String> values) {}

  /** One step of one cell. */
  private static final class Step {
    final Tally reached = new Tally();
    long entered;
    long open;
    long dropped;
    long excluded;
  }

  private final FunnelPlan plan;
  private final long now;
  private final long lateness;
  private final Map<Key, Step[]> cells = new HashMap<>();

  FunnelTallies(FunnelPlan plan, long now, long lateness) {
    this.plan = plan;
    this.now = now;
    this.lateness = lateness;
  }

  void add(
      long person, Counting counting, Attempt attempt, TouchSequence touches, String[] values) {
    boolean[] reached = reached(attempt);
    long opened = openedAt(attempt, touches);
    int stop = plan.required().length - 1;
    while (stop >= 0 && !(reached[stop] && plan.required()[stop])) {
      stop--;
    }
    long[] elapsed = new long[reached.length];
    for (int i = 0; i < reached.length; i++) {
      elapsed[i] =
          reached[i] ? Math.max(0, timeOf(attempt, touches, i, opened) - opened) : NOT_REACHED;
    }
    Ended ended = new Ended(person, attempt, elapsed, stop);
    int cohort = month(opened);
    boolean isOwnCell = true;
    for (List<String> cell : Combinations.of(Arrays.asList(values))) {
      count(new Key(counting, cohort, cell), ended, isOwnCell);
      isOwnCell = false;
    }
    List<String> everything = Combinations.everything(values.length);
    count(new Key(counting, Combinations.ALL_COHORTS, everything), ended, true);
  }

  /** Times travel with the own cell only; {@code (all)} cells are merged from those. */
  private void count(Key cell, Ended ended, boolean withTimes) {
    Step[] steps = cells.computeIfAbsent(cell, k -> empty());
    for (int i = 0; i < steps.length; i++) {
      if (ended.elapsed()[i] != NOT_REACHED) {
        steps[i].reached.add(ended.person());
        if (withTimes) {
          steps[i].reached.addMicros(ended.elapsed()[i]);
        }
      }
    }
    steps[plan.mode() == OrderMode.ANY_ORDER ? 0 : ended.attempt().entryStep()].entered++;
    if (ended.stop() != plan.lastRequired()) {
      end(steps[ended.stop()], ended.attempt());
    }
  }

  private void end(Step step, Attempt attempt) {
    if (attempt.isExcluded()) {
      step.excluded++;
    } else if (now < attempt.deadlineMicros() + lateness) {
      step.open++;
    } else {
      step.dropped++;
    }
  }

  /** In any order a step stands for "so many steps"; else it is the step itself. */
  private boolean[] reached(Attempt attempt) {
    boolean[] reached = new boolean[plan.required().length];
    int depth = attempt.depth();
    for (int i = 0; i < reached.length; i++) {
      if (plan.mode() == OrderMode.ANY_ORDER) {
        reached[i] = plan.required()[i] && depth-- > 0;
      } else {
        reached[i] = attempt.hasReached(i);
      }
    }
    return reached;
  }

  private long openedAt(Attempt attempt, TouchSequence touches) {
    if (plan.mode() != OrderMode.ANY_ORDER) {
      return touches.startMicros(attempt.touchOfStep()[attempt.entryStep()]);
    }
    return times(attempt, touches)[0];
  }

  private long timeOf(Attempt attempt, TouchSequence touches, int step, long opened) {
    if (plan.mode() != OrderMode.ANY_ORDER) {
      return touches.startMicros(attempt.touchOfStep()[step]);
    }
    int before = 0;
    for (int i = 0; i < step; i++) {
      before += plan.required()[i] ? 1 : 0;
    }
    long[] times = times(attempt, touches);
    return before < times.length ? times[before] : opened;
  }

  private static long[] times(Attempt attempt, TouchSequence touches) {
    return Arrays.stream(attempt.touchOfStep())
        .filter(t -> t >= 0)
        .mapToLong(touches::startMicros)
        .sorted()
        .toArray();
  }

  private Step[] empty() {
    Step[] steps = new Step[plan.required().length];
    Arrays.setAll(steps, i -> new Step());
    return steps;
  }

  private static int month(long micros) {
    Instant at = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    return (int) at.atOffset(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1).toEpochDay();
  }

  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    cells.forEach(
        (key, steps) -> {
          for (int i = 0; i < steps.length; i++) {
            Step step = steps[i];
            rows.add(
                RowFactory.create(
                    plan.name(),
                    key.counting().name().toLowerCase(Locale.ROOT),
                    key.cohort(),
                    key.values().toArray(String[]::new),
                    i,
                    step.reached.count(),
                    step.entered,
                    step.open,
                    step.dropped,
                    step.excluded,
                    step.reached.persons(),
                    step.reached.packedMicros()));
          }
        });
    return rows;
  }
}
