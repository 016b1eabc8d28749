package giro.metric;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The cells of one {@link FunnelGroup} from all tasks. */
final class MergedFunnel {
  private final int breakdowns;
  private final int steps;
  private final Map<List<String>, Step[]> cells = new HashMap<>();

  /** One step of one cell. */
  static final class Step {
    final MergedTally reached = new MergedTally();
    long entered;
    long open;
    long dropped;
    long excluded;
  }

  MergedFunnel(FunnelPlan plan) {
    this.breakdowns = plan.by().size();
    this.steps = plan.required().length;
  }

  /** Adds what {@link FunnelTallies#packed} gave. */
  void add(byte[] packed) {
    Packed.read(
        packed,
        in -> {
          for (int more = in.readInt(); more > 0; more--) {
            String[] values = new String[breakdowns];
            for (int i = 0; i < breakdowns; i++) {
              values[i] = Packed.text(in);
            }
            List<Step[]> around =
                Combinations.of(List.of(values)).stream().map(this::cell).toList();
            for (int i = 0; i < steps; i++) {
              Step step = around.get(0)[i];
              step.reached.add(in.readLong(), in.readLong());
              step.entered += in.readLong();
              step.open += in.readLong();
              step.dropped += in.readLong();
              step.excluded += in.readLong();
              times(around, i, in.readNBytes(in.readInt()));
            }
          }
          return null;
        });
  }

  /** Times came with the own cell only. */
  private static void times(List<Step[]> around, int step, byte[] micros) {
    if (micros.length > 0) {
      for (Step[] cell : around) {
        cell[step].reached.addMicros(micros);
      }
    }
  }

  private Step[] cell(List<String> values) {
    return cells.computeIfAbsent(values, v -> empty());
  }

  private Step[] empty() {
    Step[] empty = new Step[steps];
    Arrays.setAll(empty, i -> new Step());
    return empty;
  }

  /** By breakdown values. */
  Map<List<String>, Step[]> cells() {
    return cells;
  }
}
