package giro.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * When each member landed: the folder date, then the event id, as Spark orders text. Bytes side by
 * side rather than an object a member: some 12 bytes each beside the id itself.
 */
final class Ages {
  private static final int PAGE = 1 << 20;

  private final List<byte[]> pages = new ArrayList<>();
  private int used = PAGE;
  private int[] days = new int[1024];
  private int[] lengths = new int[1024];
  private long[] places = new long[1024];

  /**
   * @param day of the landing folder, since 1970
   * @param event the event id's UTF-8
   */
  void set(int member, int day, byte[] event) {
    if (member >= days.length) {
      int size = Math.max(member + 1, days.length * 2);
      days = Arrays.copyOf(days, size);
      lengths = Arrays.copyOf(lengths, size);
      places = Arrays.copyOf(places, size);
    }
    if (used + event.length > PAGE) {
      pages.add(new byte[Math.max(PAGE, event.length)]);
      used = 0;
    }
    byte[] page = pages.get(pages.size() - 1);
    System.arraycopy(event, 0, page, used, event.length);
    days[member] = day;
    lengths[member] = event.length;
    places[member] = (long) (pages.size() - 1) << 32 | used;
    used += event.length;
  }

  /** Below 0 where a landed before b; 0 where the same touch brought both. */
  int compare(int a, int b) {
    if (days[a] != days[b]) {
      return Integer.compare(days[a], days[b]);
    }
    int atA = (int) places[a];
    int atB = (int) places[b];
    return Arrays.compareUnsigned(
        pages.get((int) (places[a] >>> 32)),
        atA,
        atA + lengths[a],
        pages.get((int) (places[b] >>> 32)),
        atB,
        atB + lengths[b]);
  }
}
