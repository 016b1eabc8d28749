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
  private final int[] counts;
  private final int[] match;
  private final boolean[] isVisited;
  private int[] fixed;

  AnyOrderSearch(FunnelSpec spec, Timeline timeline) {
    this.spec = spec;
    this.timeline = timeline;
    steps = spec.steps();
    candidates = new int[steps][steps];
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
      if (s != entry) {
        collect(s, opener);
      }
    }
    int greatest = largest();
    for (int s = 0; s < steps; s++) {
      if (fixed[s] < 0 && !spec.isOptional(s)) {
        fixEarliest(s, greatest);
      }
    }
    for (int s = 0; s < steps; s++) {
      if (fixed[s] < 0 && spec.isOptional(s)) {
        fixEarliest(s, greatest);
      }
    }
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

  private void fixEarliest(int step, int greatest) {
    for (int i = 0; i < counts[step]; i++) {
      int p = candidates[step][i];
      if (isFree(p)) {
        fixed[step] = p;
        if (largest() == greatest) {
          return;
        }
        fixed[step] = -1;
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

  /** How many required steps can be filled with the fixed ones as they are. */
  private int largest() {
    int size = 0;
    Arrays.fill(match, -1);
    for (int s = 0; s < steps; s++) {
      size += fixed[s] >= 0 && !spec.isOptional(s) ? 1 : 0;
    }
    for (int s = 0; s < steps; s++) {
      // Optional steps take what is left, so they never stand in the matching.
      if (fixed[s] < 0 && !spec.isOptional(s)) {
        Arrays.fill(isVisited, false);
        size += augment(s) ? 1 : 0;
      }
    }
    return size;
  }

  private boolean augment(int step) {
    isVisited[step] = true;
    for (int i = 0; i < counts[step]; i++) {
      int p = candidates[step][i];
      int owner = ownerOf(p);
      if (isFree(p) && (owner < 0 || (!isVisited[owner] && augment(owner)))) {
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
