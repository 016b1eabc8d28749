package giro.metric.person;

import java.io.Serializable;

/**
 * When what is said in public is unusual.
 *
 * @param limit how far above its past a volume must stand, in standard deviations
 * @param fallLimit how far below its past a mean rating must lie, in standard errors
 * @param past days of a series' own past that are looked back on
 * @param leastPast days of past without which nothing is judged
 * @param leastVoices fewer voices within three days alarm nobody
 * @param usualReach of a voice whose reach is not known
 * @param quiet days without anything unusual after which the next is a new alert
 * @param ratingDays days whose mean rating is held against the year before
 */
public record AlertSettings(
    double limit,
    double fallLimit,
    int past,
    int leastPast,
    int leastVoices,
    int usualReach,
    int quiet,
    int ratingDays)
    implements Serializable {}
