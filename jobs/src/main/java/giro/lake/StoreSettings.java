package giro.lake;

import java.time.Duration;

/**
 * How patient to be with a store that does not answer.
 *
 * @param attempts how many times it is asked in all, 1 or more
 * @param pause between two attempts
 */
public record StoreSettings(int attempts, Duration pause) {}
