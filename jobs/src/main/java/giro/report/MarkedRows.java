package giro.report;

/**
 * How many of the rows that the page reads of a table are not shown as they are.
 *
 * @param withheld rows without counts
 * @param rounded rows with counts to the nearest five
 */
public record MarkedRows(long withheld, long rounded) {}
