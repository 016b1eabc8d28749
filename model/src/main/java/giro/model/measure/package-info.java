/**
 * The arithmetic: plain Java from numbers to numbers (intervals, survival estimates, funnel depth),
 * without Spark, each formula with its source.
 */
package giro.model.measure;
