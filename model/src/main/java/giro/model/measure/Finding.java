package giro.model.measure;

import java.util.Arrays;

/** An attempt under work, in places of the timeline; used again for every opening touch. */
final class Finding {
  private static final int NOT_ASKED = -2;

  private final FunnelSpec spec;
  private final Timeline timeline;
  private final AttemptSearch search;
  private final int[] tried;
  final int[] places;
  int depth;
  int entryStep;
  int excludedAtStep;

  /** The touch that excluded it, or -1. */
  int excludedBy;

  private int endedAt;
  private int opener;

  Finding(FunnelSpec spec, Timeline timeline, AttemptSearch search) {
    this.spec = spec;
    this.timeline = timeline;
    this.search = search;
    tried = new int[spec.steps()];
    places = new int[spec.steps()];
  }

  /**
   * Finds the attempt of an opening touch, exclusions applied; false where it opens none, or where
   * an exclusion leaves it without a required step.
   */
  boolean find(int opener) {
    this.opener = opener;
    endedAt = NOT_ASKED;
    depth = 0;
    int entries = timeline.steps[opener] & spec.entries();
    for (; entries != 0; entries &= entries - 1) {
      int entry = Integer.numberOfTrailingZeros(entries);
      int found = search.search(opener, entry, tried);
      if (found > depth || (found > 0 && found == depth && isEarlier())) {
        depth = found;
        entryStep = entry;
        System.arraycopy(tried, 0, places, 0, places.length);
      }
    }
    if (depth > 0) {
      exclude();
    }
    return depth > 0;
  }

  private boolean isEarlier() {
    for (int s = 0; s < places.length; s++) {
      int order = spec.isOptional(s) ? 0 : Long.compare(start(tried[s]), start(places[s]));
      if (order != 0) {
        return order < 0;
      }
    }
    return false;
  }

  private long start(int place) {
    return place < 0 ? Long.MAX_VALUE : timeline.start[place];
  }

  /** True where the last required step was reached; in any order, all of them. */
  private boolean isConverted() {
    boolean isAnyOrder = spec.mode() == OrderMode.ANY_ORDER;
    boolean isReached = isAnyOrder ? depth == spec.requiredSteps() : places[lastRequired()] >= 0;
    return isReached && excludedBy < 0;
  }

  private int lastRequired() {
    int step = spec.steps() - 1;
    while (spec.isOptional(step)) {
      step--;
    }
    return step;
  }

  /** Cuts the attempt at the lowest step that an exclusion touch follows. */
  private void exclude() {
    excludedBy = -1;
    excludedAtStep = -1;
    long deadline = deadline();
    for (int x = 0; x < spec.exclusions().size(); x++) {
      Exclusion each = spec.exclusions().get(x);
      if (places[each.after()] < 0 || (excludedBy >= 0 && each.after() > excludedAtStep)) {
        continue;
      }
      int by = excluding(x, each, deadline);
      if (by >= 0 && (excludedBy < 0 || each.after() < excludedAtStep || by < excludedBy)) {
        excludedBy = by;
        excludedAtStep = each.after();
      }
    }
    if (excludedBy >= 0) {
      Arrays.fill(places, excludedAtStep + 1, places.length, -1);
      depth = requiredFilled();
    }
  }

  /** True where the attempt is over before the touch, which may then open another. */
  boolean isOverFor(int place) {
    if (excludedBy >= 0) {
      return place != excludedBy && timeline.mayFollow(place, excludedBy);
    }
    if (isFilledBy(place)) {
      return false;
    }
    if (isConverted()) {
      return timeline.mayFollow(place, latestUpTo(lastRequired()));
    }
    if (endedAt == NOT_ASKED) {
      endedAt = search.endOf(places);
    }
    boolean isEnded = endedAt >= 0 && (place == endedAt || timeline.mayFollow(place, endedAt));
    return isEnded || timeline.start[place] > deadline();
  }

  private boolean isFilledBy(int place) {
    for (int each : places) {
      if (each == place) {
        return true;
      }
    }
    return false;
  }

  private int excluding(int exclusion, Exclusion each, long deadline) {
    int before = filledFrom(each.before());
    int latest = latestUpTo(each.after());
    long micros = timeline.start[latest];
    int base = timeline.first[latest];
    int bit = 1 << each.bit();
    for (int p = timeline.nextSpan(0, micros); p < base; p = timeline.nextSpan(p + 1, micros)) {
      if ((timeline.exclusions[p] & bit) != 0 && stands(p, each.after(), before, deadline)) {
        return p;
      }
    }
    long end = before < 0 ? deadline : timeline.end[before];
    int p = timeline.nextOfExclusion(exclusion, base);
    while (p < timeline.size && timeline.start[p] <= end) {
      if (stands(p, each.after(), before, deadline)) {
        return p;
      }
      p = timeline.nextOfExclusion(exclusion, p + 1);
    }
    return -1;
  }

  private boolean stands(int p, int after, int before, long deadline) {
    for (int s = 0; s <= after; s++) {
      if (places[s] >= 0 && (places[s] == p || !timeline.mayFollow(p, places[s]))) {
        return false;
      }
    }
    return before < 0
        ? timeline.start[p] <= deadline
        : p != before && timeline.mayFollow(before, p);
  }

  private int filledFrom(int step) {
    for (int s = step; s < places.length; s++) {
      if (places[s] >= 0) {
        return places[s];
      }
    }
    return -1;
  }

  private int latestUpTo(int step) {
    int latest = -1;
    for (int s = 0; s <= step; s++) {
      if (places[s] >= 0 && (latest < 0 || timeline.start[places[s]] > timeline.start[latest])) {
        latest = places[s];
      }
    }
    return latest;
  }

  private int requiredFilled() {
    int filled = 0;
    for (int s = 0; s < places.length; s++) {
      filled += places[s] >= 0 && !spec.isOptional(s) ? 1 : 0;
    }
    return filled;
  }

  /** The highest filled step. */
  int lastStep() {
    int last = places.length - 1;
    while (places[last] < 0) {
      last--;
    }
    return last;
  }

  /** The end of the window, or of the next steps' limits where all of them are earlier. */
  long deadline() {
    long window = timeline.start[opener] + Math.min(spec.windowMicros(), Long.MAX_VALUE / 2);
    int last = lastStep();
    if (spec.mode() == OrderMode.ANY_ORDER || last == places.length - 1) {
      return window;
    }
    long limit = Long.MIN_VALUE;
    int required = spec.requiredAfter(last);
    for (int s = last + 1; s <= Math.min(required, places.length - 1); s++) {
      long within = spec.within(s);
      limit = Math.max(limit, within < 0 ? window : timeline.start[places[last]] + within);
    }
    return Math.min(window, limit);
  }

  Attempt attempt() {
    int[] touches = new int[places.length];
    for (int s = 0; s < touches.length; s++) {
      touches[s] = places[s] < 0 ? -1 : timeline.touch[places[s]];
    }
    return new Attempt(depth, touches, entryStep, excludedBy >= 0, excludedAtStep, deadline());
  }
}
