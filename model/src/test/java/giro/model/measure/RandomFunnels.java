package giro.model.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Small random funnels and sequences, crowded on purpose: ties, dates, touches of several steps.
 */
final class RandomFunnels {
  private static final long DAY = 4;

  private RandomFunnels() {}

  static FunnelSpec specWithoutLimits(Random random, OrderMode mode) {
    FunnelSpec spec = FunnelSpec.of(mode, 1 + random.nextInt(4), random.nextInt(14));
    int s = random.nextInt(spec.steps());
    return spec.steps() > 1 && random.nextBoolean() ? spec.withOptional(s) : spec;
  }

  /** The starts of the required steps' touches; what was not reached is later than all. */
  static long[] requiredTimes(FunnelSpec spec, TouchSequence touches, int[] places) {
    long[] times = new long[places.length];
    for (int s = 0; s < places.length; s++) {
      boolean isThere = !spec.isOptional(s) && places[s] >= 0;
      times[s] = isThere ? touches.start[places[s]] : Long.MAX_VALUE;
    }
    return times;
  }

  static FunnelSpec spec(Random random, OrderMode mode) {
    FunnelSpec spec = FunnelSpec.of(mode, 1 + random.nextInt(4), random.nextInt(14));
    for (int s = 0; s < spec.steps(); s++) {
      if (random.nextInt(4) == 0) {
        spec = spec.withWithin(s, random.nextInt(5));
      }
      if (random.nextInt(5) == 0 && (spec.requiredSteps() > 1 || spec.isOptional(s))) {
        spec = spec.withOptional(s);
      }
    }
    return random.nextInt(4) == 0 ? spec.withOpenEntry() : spec;
  }

  /** Up to eight touches in the person's order: by day, dates last, then by start. */
  static void fill(TouchSequence touches, Random random, FunnelSpec spec, int percentSpans) {
    int n = random.nextInt(9);
    List<long[]> rows = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      boolean isSpan = random.nextInt(100) < percentSpans;
      boolean isDate = isSpan && random.nextBoolean();
      long start = isDate ? DAY * random.nextInt(4) : random.nextInt(16);
      long end = isDate ? start + DAY : isSpan ? start + 1 + random.nextInt(6) : start;
      long mask = 0;
      for (int b = 0; b < spec.steps(); b++) {
        mask |= random.nextInt(3) == 0 ? 1 << b : 0;
      }
      long key = random.nextInt(8) == 0 ? random.nextInt(3) : 1;
      rows.add(new long[] {start / DAY, isDate ? 1 : 0, start, end, mask, random.nextInt(4), key});
    }
    rows.sort((a, b) -> Arrays.compare(Arrays.copyOf(a, 3), Arrays.copyOf(b, 3)));
    touches.clear();
    for (long[] r : rows) {
      touches.add(r[2], r[3], (int) r[4], random.nextInt(16), r[5] > 0, (int) r[6]);
    }
  }

  static String text(FunnelSpec spec) {
    return "%s steps %d open %s window %d within %s optional %s"
        .formatted(
            spec.mode(),
            spec.steps(),
            spec.isOpenEntry(),
            spec.windowMicros(),
            Arrays.toString(spec.withinMicros()),
            Arrays.toString(spec.isOptional()));
  }

  static String text(TouchSequence touches) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < touches.size(); i++) {
      text.append(
          " %d[%d,%d) m%s x%d k%d%s"
              .formatted(
                  i,
                  touches.start[i],
                  touches.end[i],
                  Integer.toBinaryString(touches.steps[i]),
                  touches.exclusions[i],
                  touches.holdKey[i],
                  touches.isMoment[i] ? "" : " none"));
    }
    return text.toString();
  }
}
