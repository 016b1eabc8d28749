package giro.identity;

import java.util.Arrays;

/**
 * Connected components by union-find over longs. The root of a component is the member that was
 * added first.
 */
final class Components {
  private long[] keys = new long[1024];
  private int[] parent = new int[1024];
  private int size;
  private int[] slots = new int[4096];

  Components() {
    Arrays.fill(slots, -1);
  }

  /** Adds a member; one added before stays where it is. */
  int add(long key) {
    int slot = slot(key);
    if (slots[slot] >= 0) {
      return slots[slot];
    }
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
      parent = Arrays.copyOf(parent, size * 2);
    }
    keys[size] = key;
    parent[size] = size;
    slots[slot] = size;
    size++;
    if (size * 2 > slots.length) {
      grow();
    }
    return size - 1;
  }

  /** Joins the components of two members, adding them where needed. */
  void link(long a, long b) {
    join(add(a), add(b));
  }

  /** Joins the components of the i-th and the j-th member. */
  void join(int i, int j) {
    int x = rootOf(i);
    int y = rootOf(j);
    if (x < y) {
      parent[y] = x;
    } else {
      parent[x] = y;
    }
  }

  int size() {
    return size;
  }

  /** The i-th member added. */
  long key(int i) {
    return keys[i];
  }

  /** The place of a member; -1 where it was never added. */
  int find(long key) {
    return slots[slot(key)];
  }

  /** Makes each of these members a component of its own again; they are whole components. */
  void part(int[] wholeComponents) {
    for (int member : wholeComponents) {
      parent[member] = member;
    }
  }

  /** The place of the first member of the i-th member's component. */
  int rootOf(int i) {
    int at = i;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]]; // halve the path on the way
      at = parent[at];
    }
    return at;
  }

  private int slot(long key) {
    int mask = slots.length - 1;
    long mixed = key * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> 32) & mask;
    while (slots[slot] >= 0 && keys[slots[slot]] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    slots = new int[slots.length * 2];
    Arrays.fill(slots, -1);
    for (int i = 0; i < size; i++) {
      slots[slot(keys[i])] = i;
    }
  }
}
