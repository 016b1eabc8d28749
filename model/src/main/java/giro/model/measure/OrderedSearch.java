package giro.model.measure;

import java.util.Arrays;

/**
 * The search where other touches may stand between steps: ordered and strict increase.
 *
 * <p>Candidates are tried by start time, depth first, so the first assignment of a depth is the
 * earliest in lexicographic order of the required steps' times. Without step limits a search stays
 * near one candidate per step: taking a later touch instead of an earlier one can only help where
 * the earlier one is needed for a later step.
 */
final class OrderedSearch implements AttemptSearch {
  private final FunnelSpec spec;
  private final Timeline timeline;
  private final Chain chain;
  private final OptionalSteps optionalSteps;
  private final boolean isRising;
  private final boolean hasLimits;
  private final int[] best;
  private int bestDepth;
  private long windowEnd;
  private int[] seen = {};
  private int round;

  OrderedSearch(FunnelSpec spec, Timeline timeline) {
    this.spec = spec;
    this.timeline = timeline;
    chain = new Chain(timeline, spec.steps());
    optionalSteps = new OptionalSteps(spec, timeline);
    isRising = spec.mode() == OrderMode.STRICT_INCREASE;
    hasLimits = Arrays.stream(spec.withinMicros()).anyMatch(w -> w >= 0);
    best = new int[spec.steps()];
  }

  @Override
  public int search(int opener, int entry, int[] places) {
    begin(opener, entry);
    explore(entry, spec.isOptional(entry) ? 0 : 1);
    System.arraycopy(best, 0, places, 0, places.length);
    if (bestDepth > 0) {
      optionalSteps.fill(entry, windowEnd, places);
    }
    return bestDepth;
  }

  @Override
  public int endOf(int[] places) {
    return -1;
  }

  private void begin(int opener, int entry) {
    int states = timeline.size * spec.steps();
    if (seen.length < states || round == Integer.MAX_VALUE) {
      seen = new int[Math.max(states, seen.length)];
      round = 0;
    }
    round++;
    windowEnd = timeline.start[opener] + Math.min(spec.windowMicros(), Long.MAX_VALUE / 2);
    bestDepth = -1;
    chain.clear();
    chain.push(entry, opener);
  }

  /** Returns true where all steps were filled. */
  private boolean explore(int step, int depth) {
    if (depth > bestDepth || (depth == bestDepth && isEarlier())) {
      bestDepth = depth;
      chain.copyTo(best);
    }
    int next = spec.requiredAfter(step);
    if (next == spec.steps()) {
      return true;
    }
    if (chain.isForgetful()) {
      int state = step * timeline.size + chain.last();
      if (seen[state] == round) {
        return false;
      }
      seen[state] = round;
    }
    return hasLimits ? tryAll(step, next, depth) : tryFew(next, depth);
  }

  private boolean isEarlier() {
    for (int s = 0; s < best.length; s++) {
      if (!spec.isOptional(s) && chain.place(s) >= 0 && best[s] >= 0) {
        int order = Long.compare(timeline.start[chain.place(s)], timeline.start[best[s]]);
        if (order != 0) {
          return order < 0;
        }
      }
    }
    return false;
  }

  private boolean tryFew(int next, int depth) {
    int laterSteps = -1 << (next + 1);
    // Of so many candidates at least one is not needed for a later step.
    int left = spec.steps() - next;
    boolean isDone = false;
    long start = 0;
    for (int p = candidate(next, 0); p >= 0 && left > 0; p = candidate(next, p + 1)) {
      if (isDone && timeline.start[p] > start) {
        return true;
      }
      left--;
      start = timeline.start[p];
      chain.push(next, p);
      isDone |= explore(next, depth + 1);
      chain.pop();
      if ((timeline.steps[p] & laterSteps) == 0) {
        return isDone;
      }
    }
    return isDone;
  }

  private boolean tryAll(int step, int next, int depth) {
    boolean isDone = false;
    long start = 0;
    for (int p = candidate(next, 0); p >= 0; p = candidate(next, p + 1)) {
      // Once all steps are filled, only a touch of the same start can still bring a later one on.
      if (isDone && timeline.start[p] > start) {
        return true;
      }
      start = timeline.start[p];
      isDone |= !isRepetition(p) && reach(step, next, p, depth);
    }
    return isDone;
  }

  /** Fills {@code next}, over optional steps where its limit cannot be kept without them. */
  private boolean reach(int step, int next, int p, int depth) {
    if (keepsLimit(next, p)) {
      chain.push(next, p);
      boolean isDone = explore(next, depth + 1);
      chain.pop();
      return isDone;
    }
    boolean isReached = false;
    for (int option = step + 1; option < next; option++) {
      for (int q = candidate(option, 0); q >= 0; q = candidate(option, q + 1)) {
        if (q != p && keepsLimit(option, q) && !isRepetition(q)) {
          chain.push(option, q);
          isReached |= canTake(p) && reach(option, next, p, depth);
          chain.pop();
        }
      }
    }
    return isReached;
  }

  private boolean keepsLimit(int step, int p) {
    long within = spec.within(step);
    return within < 0 || timeline.elapsed(chain.last(), p) <= within;
  }

  /** The first place from {@code from} on that can fill {@code step} now, or -1. */
  private int candidate(int step, int from) {
    int base = timeline.first[chain.latest()];
    if (!isRising) {
      // Touches of uncertain time that began earlier may still come after all.
      int p = timeline.nextSpan(from, chain.latestStart());
      for (; p < base; p = timeline.nextSpan(p + 1, chain.latestStart())) {
        if ((timeline.steps[p] & 1 << step) != 0 && canTake(p)) {
          return p;
        }
      }
    } else {
      base = timeline.firstAfter(chain.latest());
    }
    int p = timeline.nextOfStep(step, Math.max(from, base));
    while (p < timeline.size && timeline.start[p] <= windowEnd) {
      if (canTake(p)) {
        return p;
      }
      p = timeline.nextOfStep(step, p + 1);
    }
    return -1;
  }

  private boolean canTake(int p) {
    return (isRising ? timeline.start[p] > chain.latestStart() : chain.mayBeFollowedBy(p))
        && !chain.has(p);
  }

  /** True where a touch like it, at the same start, was tried before. */
  private boolean isRepetition(int p) {
    for (int q = p - 1; q >= timeline.first[p]; q--) {
      if (timeline.areAlike(q, p) && !chain.has(q)) {
        return true;
      }
    }
    return false;
  }
}
