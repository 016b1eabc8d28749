package giro.identity;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** Members and links by the group they belong to, as arrays of their positions. */
final class Groups {
  private Groups() {}

  /** 0, 1, 2 ... for those that are, -1 for the others. */
  static int[] numbered(boolean[] isOne) {
    int[] numbers = new int[isOne.length];
    int count = 0;
    for (int i = 0; i < isOne.length; i++) {
      numbers[i] = isOne[i] ? count++ : -1;
    }
    return numbers;
  }

  /** Positions by group, in their order; those of group -1 are left out. */
  static int[][] of(int count, IntUnaryOperator group) {
    int[] sizes = new int[16];
    int groups = 0;
    for (int i = 0; i < count; i++) {
      int of = group.applyAsInt(i);
      if (of >= 0) {
        groups = Math.max(groups, of + 1);
        sizes = of < sizes.length ? sizes : Arrays.copyOf(sizes, 2 * of);
        sizes[of]++;
      }
    }
    int[][] positions = new int[groups][];
    for (int i = 0; i < groups; i++) {
      positions[i] = new int[sizes[i]];
      sizes[i] = 0;
    }
    for (int i = 0; i < count; i++) {
      int of = group.applyAsInt(i);
      if (of >= 0) {
        positions[of][sizes[of]++] = i;
      }
    }
    return positions;
  }
}
