/**
 * The arithmetic: plain Java from numbers to numbers, without Spark, each formula with its source.
 *
 * <p>Shares get an interval ({@link giro.model.measure.Wilson}), times to convert a {@link
 * giro.model.measure.Quantile}, laps followed for different lengths of time a cumulative incidence
 * ({@link giro.model.measure.AalenJohansen}), and a unit's touches the attempts of a funnel ({@link
 * giro.model.measure.FunnelMatcher}).
 */
package giro.model.measure;
