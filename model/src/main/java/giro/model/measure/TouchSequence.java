package giro.model.measure;

import java.util.Arrays;

/**
 * The touches of one unit (a person or a lap) in the person's order, as a funnel sees them. Grows
 * as needed and is meant to be used again and again: {@link #clear()} keeps the room.
 */
public final class TouchSequence {
  /** The hold key of funnels that hold no column. */
  public static final int NOTHING_HELD = 1;

  long[] start = new long[64];
  long[] end = new long[64];
  int[] steps = new int[64];
  int[] exclusions = new int[64];
  int[] holdKey = new int[64];
  boolean[] isMoment = new boolean[64];
  private int size;

  /** Adds an instant that is a moment, for funnels that hold no column and exclude nothing. */
  public void add(long micros, int stepMask) {
    add(micros, micros, stepMask, 0, true, NOTHING_HELD);
  }

  /**
   * Adds the next touch.
   *
   * @param startMicros its time, in microseconds
   * @param endMicros the same for an instant, else the end (exclusive) of its clock uncertainty
   * @param stepMask bit {@code i}: it satisfies step {@code i}
   * @param exclusionMask the bits of the exclusions it satisfies
   * @param isMoment false for NONE and UNCLASSIFIED, which adjacent funnels pass over
   * @param holdKey the number of the held columns' value, 0 for null
   */
  public void add(
      long startMicros,
      long endMicros,
      int stepMask,
      int exclusionMask,
      boolean isMoment,
      int holdKey) {
    if (endMicros < startMicros) {
      throw new IllegalArgumentException(
          "Cannot add a touch that ends at %d before it starts at %d"
              .formatted(endMicros, startMicros));
    }
    if (size == start.length) {
      grow();
    }
    start[size] = startMicros;
    end[size] = endMicros;
    steps[size] = stepMask;
    exclusions[size] = exclusionMask;
    this.isMoment[size] = isMoment;
    this.holdKey[size] = holdKey;
    size++;
  }

  private void grow() {
    int room = size * 2;
    start = Arrays.copyOf(start, room);
    end = Arrays.copyOf(end, room);
    steps = Arrays.copyOf(steps, room);
    exclusions = Arrays.copyOf(exclusions, room);
    holdKey = Arrays.copyOf(holdKey, room);
    isMoment = Arrays.copyOf(isMoment, room);
  }

  /** How many touches it holds. */
  public int size() {
    return size;
  }

  /** Forgets all touches. */
  public void clear() {
    size = 0;
  }

  /** The start of a touch, in microseconds. */
  public long startMicros(int touch) {
    return start[touch];
  }
}
