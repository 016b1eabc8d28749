package giro.metric;

import java.util.Arrays;

/** Longs without boxes. */
public final class LongList {
  private long[] values = new long[16];
  private int size;

  public void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = value;
  }

  public long get(int i) {
    return values[i];
  }

  /** Forgets all values and keeps the room. */
  public void clear() {
    size = 0;
  }

  public int size() {
    return size;
  }

  /** How many different values there are. */
  long distinct() {
    long[] sorted = Arrays.copyOf(values, size);
    Arrays.sort(sorted);
    long count = 0;
    for (int i = 0; i < size; i++) {
      count += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
    }
    return count;
  }
}
