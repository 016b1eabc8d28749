package giro.report;

/**
 * How many of the rows that the page reads of a table are not shown as they are.
 *
 * @param withheld rows without counts
 * @param rounded rows with counts to the nearest five
 */
public record MarkedRows(long withheld, long rounded) {

  /** Says how many rows are hidden or rounded; empty where none is. */
  String caveat() {
    return (rows(withheld, "withheld", "not counted here.")
            + " "
            + rows(rounded, "other", "rounded to 5 beside what is withheld."))
        .strip();
  }

  private static String rows(long count, String kind, String what) {
    return count == 0
        ? ""
        : Wording.count(count) + " " + kind + (count == 1 ? " row is " : " rows are ") + what;
  }
}
