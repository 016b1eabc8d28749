package giro.report;

/**
 * One step of a funnel; counts are of units (persons or laps) and null where the step is withheld.
 *
 * @param number from 1
 * @param name the configured name
 * @param reached units whose attempt reached the step
 * @param open of these, went no further and can still do so
 * @param dropped went no further and the window is over
 * @param excluded left out by an exclusion at this step
 */
public record FunnelStep(
    int number, String name, Long reached, Long open, Long dropped, Long excluded) {}
