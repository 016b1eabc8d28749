/**
 * Turns gold tables into the published snapshot: Parquet for BI tools, small cells withheld, whole
 * for every reader.
 */
package giro.publish;
