package giro.model.measure;

import java.util.Arrays;

/**
 * The steps filled so far in a search, in the order they were filled, with what may still follow.
 */
final class Chain {
  private static final long NEVER = Long.MIN_VALUE;

  private final Timeline timeline;
  private final int[] placeOfStep;
  private final int[] stepAt;
  private final int[] latestAt;
  private final long[] instantAt;
  private final long[] spanAt;
  private int length;

  Chain(Timeline timeline, int steps) {
    this.timeline = timeline;
    placeOfStep = new int[steps];
    stepAt = new int[steps];
    latestAt = new int[steps + 1];
    instantAt = new long[steps + 1];
    spanAt = new long[steps + 1];
    clear();
  }

  void clear() {
    length = 0;
    instantAt[0] = NEVER;
    spanAt[0] = NEVER;
    Arrays.fill(placeOfStep, -1);
  }

  void push(int step, int place) {
    boolean isSpan = timeline.isSpan(place);
    long start = timeline.start[place];
    boolean isLatest = start >= latestStart();
    latestAt[length + 1] = isLatest ? place : latestAt[length];
    instantAt[length + 1] = isSpan ? instantAt[length] : Math.max(instantAt[length], start);
    spanAt[length + 1] = isSpan ? Math.max(spanAt[length], start) : spanAt[length];
    placeOfStep[step] = place;
    stepAt[length++] = step;
  }

  void pop() {
    placeOfStep[stepAt[--length]] = -1;
  }

  int length() {
    return length;
  }

  int place(int step) {
    return placeOfStep[step];
  }

  /** The place of the {@code i}-th filled step. */
  int placeAt(int i) {
    return placeOfStep[stepAt[i]];
  }

  int stepAt(int i) {
    return stepAt[i];
  }

  /** The place of the touch that was filled last. */
  int last() {
    return placeAt(length - 1);
  }

  int opener() {
    return placeAt(0);
  }

  /** The place of the latest start; with spans not always that of the last touch. */
  int latest() {
    return latestAt[length];
  }

  long latestStart() {
    return Math.max(instantAt[length], spanAt[length]);
  }

  /** True where the touch may come after every touch of the chain. */
  boolean mayBeFollowedBy(int place) {
    return timeline.isSpan(place)
        ? timeline.end[place] > latestStart()
        : timeline.start[place] > spanAt[length] && timeline.start[place] >= instantAt[length];
  }

  boolean has(int place) {
    for (int i = 0; i < length; i++) {
      if (placeAt(i) == place) {
        return true;
      }
    }
    return false;
  }

  /**
   * True where what may follow depends on the last touch alone: it starts latest, and no other
   * touch of the chain could be wished for again.
   */
  boolean isForgetful() {
    int last = last();
    if (timeline.start[last] != latestStart()
        || (!timeline.isSpan(last) && spanAt[length] == latestStart())) {
      return false;
    }
    for (int i = 0; i < length - 1; i++) {
      if (mayBeFollowedBy(placeAt(i))) {
        return false;
      }
    }
    return true;
  }

  void copyTo(int[] places) {
    System.arraycopy(placeOfStep, 0, places, 0, places.length);
  }
}
