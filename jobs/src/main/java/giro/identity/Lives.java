package giro.identity;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Which life of a value a touch belongs to: a car with its next owner, a telephone number handed
 * out again after years, a browser not seen for longer than its kind is trusted. Most values have
 * one life; only the others are kept here.
 */
final class Lives implements Serializable {
  private static final long serialVersionUID = 1L;
  static final Lives NONE = new Lives(Map.of());

  private final Map<String, long[]> ends;

  private Lives(Map<String, long[]> ends) {
    this.ends = ends;
  }

  /**
   * @param ends per hash, the times (microseconds) of the last touch of each life but the latest
   */
  static Lives of(Map<String, long[]> ends) {
    return new Lives(Map.copyOf(ends));
  }

  Lives with(Lives others) {
    Map<String, long[]> all = new HashMap<>(ends);
    others.ends.forEach((hash, more) -> all.merge(hash, more, Lives::merged));
    return new Lives(Map.copyOf(all));
  }

  /** Those of some values only. */
  Lives only(Predicate<String> hashes) {
    Map<String, long[]> own = new HashMap<>(ends);
    own.keySet().removeIf(hashes.negate());
    return new Lives(Map.copyOf(own));
  }

  private static long[] merged(long[] some, long[] more) {
    TreeSet<Long> times = new TreeSet<>();
    Arrays.stream(some).forEach(times::add);
    Arrays.stream(more).forEach(times::add);
    return times.stream().mapToLong(t -> t).toArray();
  }

  boolean isEmpty() {
    return ends.isEmpty();
  }

  boolean hasSeveral(String hash) {
    return ends.containsKey(hash);
  }

  /** 0 for the first life; the touch that ends a life still belongs to it. */
  int at(String hash, long micros) {
    long[] times = ends.get(hash);
    if (times == null) {
      return 0;
    }
    int at = Arrays.binarySearch(times, micros);
    return at >= 0 ? at : -at - 1;
  }

  /** The ends of lives by a look-back: each last time before a longer absence; times are sorted. */
  static long[] ends(long[] times, long lookback) {
    return java.util.stream.IntStream.range(1, times.length)
        .filter(i -> times[i] - times[i - 1] > lookback)
        .mapToLong(i -> times[i - 1])
        .toArray();
  }

  /** So many equal parts of a look-back: a gap longer than it leaves all but one of them empty. */
  static final int PARTS = 8;

  /** The part of the ring of 64 that a time falls into. */
  static int part(long micros, long lookback) {
    return (int) Math.floorMod(Math.floorDiv(micros, lookback / PARTS), 64L);
  }

  /**
   * False where no two touches next to each other can be more than the look-back apart.
   *
   * @param parts a bit for each {@link #part} that has a touch
   */
  static boolean mayHaveGap(long first, long last, long parts, long lookback) {
    long width = lookback / PARTS;
    if (last - first <= lookback) {
      return false;
    }
    if (last - first >= 63 * width) {
      return true; // the ring has met its own beginning
    }
    int empty = 0;
    for (long at = first; at <= last; at += width) {
      empty = (parts >>> part(at, lookback) & 1) == 0 ? empty + 1 : 0;
      if (empty >= PARTS - 1) {
        return true;
      }
    }
    return false;
  }
}
