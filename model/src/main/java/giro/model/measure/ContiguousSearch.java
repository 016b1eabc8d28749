package giro.model.measure;

import java.util.Arrays;

/**
 * The search where what stands between two steps matters: adjacent, strict order and strict dedup.
 *
 * <p>An assignment is valid where every other touch has a place at which it does no harm: before
 * the opening touch, after the last filled one, or between two steps if the mode passes it over
 * there. With distinct instants that is the plain walk along the touches; with ties and uncertain
 * times it is the best of all orders they allow. The walk stops at the first touch that must stand
 * in the way, so an attempt looks no further than it reaches.
 */
final class ContiguousSearch implements AttemptSearch {
  private final FunnelSpec spec;
  private final Timeline timeline;
  private final Chain chain;
  private final int[] best;
  private int bestDepth;
  private long windowEnd;
  private int base;

  ContiguousSearch(FunnelSpec spec, Timeline timeline) {
    this.spec = spec;
    this.timeline = timeline;
    chain = new Chain(timeline, spec.steps());
    best = new int[spec.steps()];
  }

  @Override
  public int search(int opener, int entry, int[] places) {
    if (isPassedOver(opener)) {
      return 0;
    }
    begin(opener);
    bestDepth = -1;
    chain.push(entry, opener);
    explore(entry, spec.isOptional(entry) ? 0 : 1);
    System.arraycopy(best, 0, places, 0, places.length);
    return bestDepth;
  }

  private void begin(int opener) {
    chain.clear();
    windowEnd = timeline.start[opener] + Math.min(spec.windowMicros(), Long.MAX_VALUE / 2);
    // What starts before the opening touch can always be placed before it.
    base = timeline.first[opener];
  }

  private void explore(int last, int depth) {
    if (depth > bestDepth || (depth == bestDepth && isEarlier())) {
      bestDepth = depth;
      chain.copyTo(best);
    }
    int furthest = Math.min(spec.requiredAfter(last), spec.steps() - 1);
    for (int next = last + 1; next <= furthest; next++) {
      fillFromEarlierSpans(next, depth);
      walk(next, depth);
    }
  }

  private void fillFromEarlierSpans(int next, int depth) {
    long micros = chain.latestStart();
    for (int p = timeline.nextSpan(0, micros); p < base; p = timeline.nextSpan(p + 1, micros)) {
      tryFill(next, p, depth);
    }
  }

  private void walk(int next, int depth) {
    long instantInTheWay = Long.MAX_VALUE;
    long spanInTheWay = Long.MAX_VALUE;
    for (int p = base; p < timeline.size && timeline.start[p] <= windowEnd; p++) {
      long start = timeline.start[p];
      if (start > instantInTheWay || start >= spanInTheWay) {
        return;
      }
      if (!(timeline.isSpan(p) && isInstantInTheWay(p, next))) {
        tryFill(next, p, depth);
      }
      if (isInTheWay(p, next)) {
        if (timeline.isSpan(p)) {
          spanInTheWay = Math.min(spanInTheWay, timeline.end[p]);
        } else {
          instantInTheWay = Math.min(instantInTheWay, start);
        }
      }
    }
  }

  /** A span comes after the instants of its own start: those in the way bar it too. */
  private boolean isInstantInTheWay(int span, int next) {
    int c = timeline.first[span];
    for (; c < timeline.size && timeline.start[c] == timeline.start[span]; c++) {
      if (!timeline.isSpan(c) && isInTheWay(c, next)) {
        return true;
      }
    }
    return false;
  }

  private void tryFill(int next, int p, int depth) {
    long within = spec.within(next);
    if ((timeline.steps[p] & 1 << next) != 0
        && !isPassedOver(p)
        && !chain.has(p)
        && chain.mayBeFollowedBy(p)
        && (within < 0 || timeline.elapsed(chain.last(), p) <= within)
        && !isRepetition(p)) {
      chain.push(next, p);
      explore(next, depth + (spec.isOptional(next) ? 0 : 1));
      chain.pop();
    }
  }

  private boolean isPassedOver(int p) {
    return spec.mode() == OrderMode.ADJACENT && !timeline.isMoment[p];
  }

  /**
   * True where the touch can stand neither before the chain nor, harmless, inside it or at its end.
   */
  private boolean isInTheWay(int c, int next) {
    if (isPassedOver(c) || chain.has(c) || mayPrecede(c, 0)) {
      return false;
    }
    int length = chain.length();
    for (int gap = 1; gap < length; gap++) {
      if (maySucceed(c, gap)
          && mayPrecede(c, gap)
          && isHarmless(c, gap, chain.stepAt(gap - 1), chain.stepAt(gap))) {
        return false;
      }
    }
    return !(maySucceed(c, length) && isHarmless(c, length, chain.stepAt(length - 1), next));
  }

  /** True where all touches of the chain from the {@code gap}-th on may come after {@code c}. */
  private boolean mayPrecede(int c, int gap) {
    for (int i = gap; i < chain.length(); i++) {
      if (!timeline.mayFollow(chain.placeAt(i), c)) {
        return false;
      }
    }
    return true;
  }

  private boolean maySucceed(int c, int gap) {
    for (int i = 0; i < gap; i++) {
      if (!timeline.mayFollow(c, chain.placeAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether the mode passes {@code c} over after {@code gap} filled steps, awaiting {@code to}. */
  private boolean isHarmless(int c, int gap, int from, int to) {
    int mask = timeline.steps[c];
    int awaited = (int) ((1L << (to + 1)) - (1L << (from + 1)));
    if (spec.mode() == OrderMode.ADJACENT || (mask & awaited) != 0) {
      return false;
    }
    return isPassedOverAfter(mask, gap);
  }

  private boolean isPassedOverAfter(int mask, int gap) {
    int first = 1 << chain.stepAt(0);
    int repeated = 0;
    for (int i = 1; i < gap; i++) {
      repeated |= 1 << chain.stepAt(i);
    }
    return spec.mode() == OrderMode.STRICT_ORDER
        ? (mask & first) == 0 && (mask & repeated) != 0
        : (mask & (first | repeated)) == 0;
  }

  private boolean isRepetition(int p) {
    for (int q = p - 1; q >= timeline.first[p]; q--) {
      if (timeline.areAlike(q, p) && !chain.has(q) && !isPassedOver(q)) {
        return true;
      }
    }
    return false;
  }

  private boolean isEarlier() {
    for (int optional = 0; optional < 2; optional++) {
      for (int s = 0; s < best.length; s++) {
        if (spec.isOptional(s) == (optional == 1)) {
          int order = Long.compare(startOf(chain.place(s)), startOf(best[s]));
          if (order != 0) {
            return order < 0;
          }
        }
      }
    }
    return false;
  }

  private long startOf(int place) {
    return place < 0 ? Long.MAX_VALUE : timeline.start[place];
  }

  @Override
  public int endOf(int[] places) {
    int opener = Arrays.stream(places).filter(p -> p >= 0).findFirst().orElseThrow();
    begin(opener);
    for (int s = 0; s < places.length; s++) {
      if (places[s] >= 0) {
        chain.push(s, places[s]);
      }
    }
    int last = chain.stepAt(chain.length() - 1);
    for (int p = base; p < timeline.size && timeline.start[p] <= windowEnd; p++) {
      if (maySucceed(p, chain.length()) && isInTheWay(p, last)) {
        return p;
      }
    }
    return -1;
  }
}
