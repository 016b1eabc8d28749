package giro.model.measure;

import java.util.Arrays;

/**
 * The search where steps may be filled in any order: a largest matching of steps to touches in the
 * window, found by augmenting paths (H. W. Kuhn, "The Hungarian method for the assignment problem",
 * Naval Research Logistics Quarterly 2, 1955). A step never needs more candidates than there are
 * steps, because the others can take no more than that away.
 */
final class AnyOrderSearch implements AttemptSearch {
  private final FunnelSpec spec;
  private final Timeline timeline;
  private final int steps;
  private final int[][] candidates;
  private final int[] from;
  private final int[] counts;
  private final int[] match;
  private final boolean[] isVisited;
  private int[] fixed;

  AnyOrderSearch(FunnelSpec spec, Timeline timeline) {
    this.spec = spec;
    this.timeline = timeline;
    steps = spec.steps();
    candidates = new int[steps][steps];
    from = new int[steps];
    counts = new int[steps];
    match = new int[steps];
    isVisited = new boolean[steps];
  }

  @Override
  public int search(int opener, int entry, int[] places) {
    fixed = places;
    Arrays.fill(fixed, -1);
    fixed[entry] = opener;
    for (int s = 0; s < steps; s++) {
      counts[s] = 0;
      from[s] = 0;
      if (s != entry) {
        collect(s, opener);
      }
    }
    int greatest = largest();
    for (int s = 0; s < steps; s++) {
      if (s != entry && !spec.isOptional(s)) {
        settle(s, greatest);
      }
    }
    largest();
    for (int s = 0; s < steps; s++) {
      fixed[s] = s == entry ? opener : match[s];
    }
    fillOptional();
    return greatest;
  }

  private void collect(int step, int opener) {
    long start = timeline.start[opener];
    long windowEnd = start + Math.min(spec.windowMicros(), Long.MAX_VALUE / 2);
    int base = timeline.first[opener];
    for (int p = timeline.nextSpan(0, start); p < base; p = timeline.nextSpan(p + 1, start)) {
      addCandidate(step, p, opener);
    }
    int p = timeline.nextOfStep(step, base);
    while (p < timeline.size && timeline.start[p] <= windowEnd && counts[step] < steps) {
      addCandidate(step, p, opener);
      p = timeline.nextOfStep(step, p + 1);
    }
  }

  private void addCandidate(int step, int p, int opener) {
    if (counts[step] < steps
        && p != opener
        && (timeline.steps[p] & 1 << step) != 0
        && timeline.mayFollow(p, opener)) {
      candidates[step][counts[step]++] = p;
    }
  }

  /**
   * Narrows a step's candidates to those of the earliest start that leaves the size as it is. The
   * time is settled, not the touch: of equal starts a later step may need one of them.
   */
  private void settle(int step, int greatest) {
    int all = counts[step];
    int next = 0;
    while (next < all) {
      from[step] = next;
      long start = timeline.start[candidates[step][next]];
      while (next < all && timeline.start[candidates[step][next]] == start) {
        next++;
      }
      counts[step] = next;
      if (largest() == greatest && match[step] >= 0) {
        return;
      }
    }
    counts[step] = 0;
  }

  private void fillOptional() {
    for (int s = 0; s < steps; s++) {
      for (int i = 0; i < counts[s] && fixed[s] < 0 && spec.isOptional(s); i++) {
        fixed[s] = isFree(candidates[s][i]) ? candidates[s][i] : -1;
      }
    }
  }

  private boolean isFree(int p) {
    for (int each : fixed) {
      if (each == p) {
        return false;
      }
    }
    return true;
  }

  /**
   * How many required steps the candidates can fill beside the opening touch. A step once matched
   * stays so, and steps are settled in this same order, so a settled step is never left out.
   */
  private int largest() {
    int size = 0;
    Arrays.fill(match, -1);
    for (int s = 0; s < steps; s++) {
      if (!spec.isOptional(s)) {
        Arrays.fill(isVisited, false);
        size += fixed[s] >= 0 || augment(s) ? 1 : 0;
      }
    }
    return size;
  }

  private boolean augment(int step) {
    isVisited[step] = true;
    for (int i = from[step]; i < counts[step]; i++) {
      int p = candidates[step][i];
      int owner = ownerOf(p);
      if (owner < 0 || (!isVisited[owner] && augment(owner))) {
        match[step] = p;
        return true;
      }
    }
    return false;
  }

  private int ownerOf(int p) {
    for (int s = 0; s < steps; s++) {
      if (match[s] == p) {
        return s;
      }
    }
    return -1;
  }

  @Override
  public int endOf(int[] places) {
    return -1;
  }
}
