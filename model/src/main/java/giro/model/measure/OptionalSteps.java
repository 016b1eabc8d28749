package giro.model.measure;

/**
 * Fills the optional steps that a chosen assignment skipped, each with the earliest touch that
 * leaves every filled step where it is: an optional step never delays a required one.
 */
final class OptionalSteps {
  private final FunnelSpec spec;
  private final Timeline timeline;

  OptionalSteps(FunnelSpec spec, Timeline timeline) {
    this.spec = spec;
    this.timeline = timeline;
  }

  void fill(int entry, long windowEnd, int[] places) {
    for (int step = entry + 1; step < places.length && isReached(step, places); step++) {
      if (places[step] < 0 && spec.isOptional(step)) {
        places[step] = earliest(step, windowEnd, places);
      }
    }
  }

  /** A required step that was not reached ends the attempt, and what follows it is out of reach. */
  private boolean isReached(int step, int[] places) {
    return spec.isOptional(step) || places[step] >= 0;
  }

  private int earliest(int step, long windowEnd, int[] places) {
    long latest = Long.MIN_VALUE;
    int latestPlace = -1;
    for (int s = 0; s < step; s++) {
      if (places[s] >= 0 && timeline.start[places[s]] >= latest) {
        latest = timeline.start[places[s]];
        latestPlace = places[s];
      }
    }
    int base = timeline.first[latestPlace];
    for (int p = timeline.nextSpan(0, latest); p < base; p = timeline.nextSpan(p + 1, latest)) {
      if ((timeline.steps[p] & 1 << step) != 0 && fits(step, p, places)) {
        return p;
      }
    }
    long end = Math.min(windowEnd, latestStartFor(step, places));
    int p = timeline.nextOfStep(step, base);
    for (; p < timeline.size && timeline.start[p] <= end; p = timeline.nextOfStep(step, p + 1)) {
      if (fits(step, p, places)) {
        return p;
      }
    }
    return -1;
  }

  /** No touch that starts after the end of the next filled one can stand before it. */
  private long latestStartFor(int step, int[] places) {
    int next = filledAfter(step, places);
    return next < 0 ? Long.MAX_VALUE : timeline.end[places[next]];
  }

  private static int filledAfter(int step, int[] places) {
    for (int s = step + 1; s < places.length; s++) {
      if (places[s] >= 0) {
        return s;
      }
    }
    return -1;
  }

  private boolean fits(int step, int p, int[] places) {
    boolean isRising = spec.mode() == OrderMode.STRICT_INCREASE;
    int before = -1;
    for (int s = 0; s < places.length; s++) {
      int other = places[s];
      if (other < 0) {
        continue;
      }
      int a = s < step ? other : p;
      int b = s < step ? p : other;
      boolean isAfter = isRising ? timeline.start[b] > timeline.start[a] : timeline.mayFollow(b, a);
      if (other == p || !isAfter) {
        return false;
      }
      before = s < step ? other : before;
    }
    int after = filledAfter(step, places);
    return keepsLimit(step, before, p) && (after < 0 || keepsLimit(after, p, places[after]));
  }

  private boolean keepsLimit(int step, int from, int to) {
    long within = spec.within(step);
    return within < 0 || timeline.elapsed(from, to) <= within;
  }
}
