package giro.metric;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Tallies of one cell from all tasks. */
final class MergedTally {
  private static final double HOUR = 3_600_000_000.0;
  private long count;
  private long persons;
  private final LongList micros = new LongList();

  void add(long more, long morePersons) {
    count += more;
    persons += morePersons;
  }

  void addMicros(byte[] packed) {
    ByteBuffer bytes = ByteBuffer.wrap(packed);
    while (bytes.hasRemaining()) {
      micros.add(bytes.getLong());
    }
  }

  long count() {
    return count;
  }

  long persons() {
    return persons;
  }

  /** Median hours, linear interpolation; null without any time. */
  Double medianHours() {
    int n = micros.size();
    if (n == 0) {
      return null;
    }
    long[] sorted = new long[n];
    for (int i = 0; i < n; i++) {
      sorted[i] = micros.get(i);
    }
    Arrays.sort(sorted);
    double middle = (sorted[(n - 1) / 2] + (double) sorted[n / 2]) / 2;
    return middle / HOUR;
  }
}
