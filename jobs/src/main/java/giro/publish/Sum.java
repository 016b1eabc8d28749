package giro.publish;

/**
 * Cells that add up to another.
 *
 * @param total the cell of the sum, or {@link #ELSEWHERE}
 * @param parts the cells that add up to it; where {@code isFlow}, those whose sum, some of them
 *     taken negative, is 0
 */
record Sum(int total, int[] parts, boolean isFlow) {
  /** The sum is in no row of the table, but another table tells it. */
  static final int ELSEWHERE = -1;

  /** True where the rows beside a withheld one must be rounded. */
  boolean isWithinTable() {
    return total != ELSEWHERE || isFlow;
  }
}
