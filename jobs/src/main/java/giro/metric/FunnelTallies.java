package giro.metric;

import giro.model.measure.Attempt;
import giro.model.measure.Counting;
import giro.model.measure.OrderMode;
import giro.model.measure.TouchSequence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import scala.Tuple2;

/**
 * The attempts of one task, per cell and step: reached, entered, open, dropped, excluded, times.
 */
final class FunnelTallies {
  private static final long NOT_REACHED = -1;
  private static final long DAY = 86_400_000_000L;

  /** Cells before this have times of their own: that of everything, and the attempt's own. */
  private static final int WITH_TIMES = 2;

  /** An attempt with the time of each step since its start, and the last required step reached. */
  private record Ended(long person, Attempt attempt, long[] elapsed, int stop, AttemptFate fate) {}

  /** What attempts of equal counting, cohort and breakdown values count in. */
  private record Own(Counting counting, int cohort, int values) {}

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
  private final Map<FunnelGroup, Map<List<String>, Step[]>> groups = new HashMap<>();
  private final Map<Own, List<Step[]>> cells = new HashMap<>();
  private final int number;
  private final FunnelValues values;

  /**
   * @param number the funnel's place among the configured ones
   * @param values what the numbers of breakdown values stand for
   */
  FunnelTallies(int number, FunnelPlan plan, FunnelValues values, long now, long lateness) {
    this.values = values;
    this.number = number;
    this.plan = plan;
    this.now = now;
    this.lateness = lateness;
  }

  /**
   * An attempt of a person.
   *
   * @param ofOpening the number of the breakdown values of the touch that opened it
   */
  void add(long person, Counting counting, Attempt attempt, TouchSequence touches, int ofOpening) {
    boolean[] reached = reached(attempt);
    long opened = openedAt(attempt, touches);
    int stop = plan.stop(reached);
    long[] elapsed = new long[reached.length];
    for (int i = 0; i < reached.length; i++) {
      elapsed[i] =
          reached[i] ? Math.max(0, timeOf(attempt, touches, i, opened) - opened) : NOT_REACHED;
    }
    AttemptFate fate = AttemptFate.of(plan, attempt, stop, now, lateness);
    Ended ended = new Ended(person, attempt, elapsed, stop, fate);
    List<Step[]> counted =
        cells.computeIfAbsent(
            new Own(counting, month(opened), ofOpening),
            own -> cells(counting, own.cohort, values.values(ofOpening)));
    for (int i = 0; i < counted.size(); i++) {
      count(counted.get(i), ended, i < WITH_TIMES);
    }
  }

  /** The cell of everything, the own cell, and the {@code (all)} cells of the cohort. */
  private List<Step[]> cells(Counting counting, int cohort, List<String> values) {
    List<Step[]> all = new ArrayList<>();
    List<String> everything = Combinations.everything(values.size());
    all.add(cell(counting, Combinations.ALL_COHORTS, everything));
    for (List<String> cell : Combinations.of(values)) {
      all.add(cell(counting, cohort, cell));
    }
    return all;
  }

  private Step[] cell(Counting counting, int cohort, List<String> values) {
    return groups
        .computeIfAbsent(new FunnelGroup(number, counting.ordinal(), cohort), g -> new HashMap<>())
        .computeIfAbsent(values, v -> empty());
  }

  /** Times travel with the own cell only; {@code (all)} cells are merged from those. */
  private void count(Step[] steps, Ended ended, boolean withTimes) {
    for (int i = 0; i < steps.length; i++) {
      if (ended.elapsed()[i] != NOT_REACHED) {
        steps[i].reached.add(ended.person());
        if (withTimes) {
          steps[i].reached.addMicros(ended.elapsed()[i]);
        }
      }
    }
    steps[plan.mode() == OrderMode.ANY_ORDER ? 0 : ended.attempt().entryStep()].entered++;
    switch (ended.fate()) {
      case DONE -> {}
      case OPEN -> steps[ended.stop()].open++;
      case DROPPED -> steps[ended.stop()].dropped++;
      case EXCLUDED -> steps[ended.stop()].excluded++;
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
    LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(micros, DAY));
    return (int) (day.toEpochDay() - day.getDayOfMonth() + 1);
  }

  /** The cells of each group as bytes, for {@link MergedFunnel}. */
  Stream<Tuple2<FunnelGroup, byte[]>> packed() {
    return groups.entrySet().stream()
        .map(group -> new Tuple2<>(group.getKey(), packed(group.getValue())));
  }

  private static byte[] packed(Map<List<String>, Step[]> cells) {
    return Packed.of(
        out -> {
          out.writeInt(cells.size());
          for (Map.Entry<List<String>, Step[]> cell : cells.entrySet()) {
            for (String value : cell.getKey()) {
              Packed.text(out, value);
            }
            for (Step step : cell.getValue()) {
              out.writeLong(step.reached.count());
              out.writeLong(step.reached.persons());
              out.writeLong(step.entered);
              out.writeLong(step.open);
              out.writeLong(step.dropped);
              out.writeLong(step.excluded);
              byte[] micros = step.reached.packedMicros();
              out.writeInt(micros.length);
              out.write(micros);
            }
          }
        });
  }
}
