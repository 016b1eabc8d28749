package giro.model.measure;

/**
 * A cumulative incidence read at one time.
 *
 * @param incidence share of those who entered that have had the event by then, 0 to 1
 * @param interval its 95 % interval, never null
 * @param atMicros the time it is read at, in microseconds since entry: the horizon, or the longest
 *     follow-up where that is shorter
 * @param entered how many entered
 */
public record Incidence(double incidence, Interval interval, long atMicros, int entered) {}
