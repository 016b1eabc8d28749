package giro.model.measure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The touches of a sequence by start time, as the attempts of one held value see them, with the
 * pointers that keep a search from looking at every touch: the next touch of each step and of each
 * exclusion, and the touches of uncertain time (spans) on their own. A place is an index in this
 * order; equal starts keep the person's order.
 */
final class Timeline {
  int size;
  int[] touch = {};
  int[] place = {};
  long[] start = {};
  long[] end = {};
  int[] steps = {};
  int[] exclusions = {};
  boolean[] isMoment = {};

  /** Per place the first place of the same start. */
  int[] first = {};

  /** How often a search looked at a touch, so that a test can bound its work. */
  long looks;

  private final int[][] nextOfStep;
  private final int[][] nextOfExclusion;
  private final int[] exclusionBits;
  private int[] spans = {};
  private int spanCount;
  private long longestSpan;

  Timeline(FunnelSpec spec) {
    nextOfStep = new int[spec.steps()][0];
    exclusionBits = spec.exclusions().stream().mapToInt(Exclusion::bit).toArray();
    nextOfExclusion = new int[exclusionBits.length][0];
  }

  /** Takes in the order and the times of a sequence; {@link #hold} must follow. */
  void load(TouchSequence sequence) {
    size = sequence.size();
    if (touch.length < size) {
      makeRoom(Math.max(64, size * 2));
    }
    order(sequence);
    spanCount = 0;
    longestSpan = 0;
    for (int p = 0; p < size; p++) {
      int i = touch[p];
      place[i] = p;
      start[p] = sequence.start[i];
      end[p] = sequence.end[i];
      isMoment[p] = sequence.isMoment[i];
      first[p] = p > 0 && start[p - 1] == start[p] ? first[p - 1] : p;
      if (end[p] > start[p]) {
        spans[spanCount++] = p;
        longestSpan = Math.max(longestSpan, end[p] - start[p]);
      }
    }
  }

  private void makeRoom(int room) {
    touch = new int[room];
    place = new int[room];
    start = new long[room];
    end = new long[room];
    steps = new int[room];
    exclusions = new int[room];
    isMoment = new boolean[room];
    first = new int[room];
    spans = new int[room];
    for (int s = 0; s < nextOfStep.length; s++) {
      nextOfStep[s] = new int[room + 1];
    }
    for (int x = 0; x < nextOfExclusion.length; x++) {
      nextOfExclusion[x] = new int[room + 1];
    }
  }

  private void order(TouchSequence sequence) {
    boolean isSorted = true;
    for (int i = 0; i < size; i++) {
      touch[i] = i;
      isSorted &= i == 0 || sequence.start[i - 1] <= sequence.start[i];
    }
    if (!isSorted) {
      // Only date-only touches stand out of place, so this stable sort is close to linear.
      int[] sorted =
          IntStream.range(0, size)
              .boxed()
              .sorted(Comparator.comparingLong(i -> sequence.start[i]))
              .mapToInt(Integer::intValue)
              .toArray();
      System.arraycopy(sorted, 0, touch, 0, size);
    }
  }

  /** Lets only touches of this held value fill steps; an unknown value can still exclude. */
  void hold(TouchSequence sequence, int key) {
    for (int p = 0; p < size; p++) {
      int i = touch[p];
      int its = sequence.holdKey[i];
      steps[p] = its == key ? sequence.steps[i] : 0;
      exclusions[p] = its == key || its == 0 ? sequence.exclusions[i] : 0;
    }
    for (int s = 0; s < nextOfStep.length; s++) {
      point(nextOfStep[s], steps, 1 << s);
    }
    for (int x = 0; x < nextOfExclusion.length; x++) {
      point(nextOfExclusion[x], exclusions, 1 << exclusionBits[x]);
    }
  }

  private void point(int[] next, int[] masks, int bit) {
    next[size] = size;
    for (int p = size - 1; p >= 0; p--) {
      next[p] = (masks[p] & bit) != 0 ? p : next[p + 1];
    }
  }

  /** The first place from {@code from} on whose touch satisfies {@code step}, or {@link #size}. */
  int nextOfStep(int step, int from) {
    looks++;
    return nextOfStep[step][from];
  }

  /** The first place from {@code from} on with a touch of the exclusion, or {@link #size}. */
  int nextOfExclusion(int exclusion, int from) {
    looks++;
    return nextOfExclusion[exclusion][from];
  }

  /**
   * The first span from {@code from} on that may still last at {@code micros}, or {@link #size}.
   */
  int nextSpan(int from, long micros) {
    looks++;
    if (spanCount == 0) {
      return size;
    }
    int found = Arrays.binarySearch(spans, 0, spanCount, from);
    int low = found < 0 ? -found - 1 : found;
    int high = spanCount;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (start[spans[middle]] + longestSpan > micros) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low < spanCount ? spans[low] : size;
  }

  /** The first place that starts later, or {@link #size}. */
  int firstAfter(int place) {
    int low = place + 1;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (start[middle] > start[place]) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  boolean isSpan(int place) {
    looks++;
    return end[place] > start[place];
  }

  /** True where the touch at {@code b} may come after the one at {@code a}. */
  boolean mayFollow(int b, int a) {
    return end[b] > start[a] || (!isSpan(a) && !isSpan(b) && start[b] >= start[a]);
  }

  /** Elapsed microseconds from start to start, never below 0. */
  long elapsed(int from, int to) {
    return Math.max(0, start[to] - start[from]);
  }

  /** True where the touches differ in nothing but their place, as far as filling steps goes. */
  boolean areAlike(int a, int b) {
    return steps[a] == steps[b] && start[a] == start[b] && end[a] == end[b];
  }
}
