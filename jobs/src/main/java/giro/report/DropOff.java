package giro.report;

/**
 * Where laps stand, by their last moment, over all cohorts: laps = converted + lost + open +
 * dropped. All 0 where the moment is withheld.
 *
 * @param lastMoment the last moment before the acquisition, the loss or now; NONE if there is none
 * @param laps laps that stand there
 * @param converted acquired
 * @param lost known to be lost first
 * @param open neither yet, and the lap may go on
 * @param dropped neither, and the time is over
 */
public record DropOff(
    String lastMoment, long laps, long converted, long lost, long open, long dropped) {}
