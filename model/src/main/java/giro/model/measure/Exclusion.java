package giro.model.measure;

/**
 * A touch that excludes an attempt at step {@code after} when it comes after that step's touch and
 * before the touch of step {@code before} (not reached: before the deadline).
 *
 * @param after a step, from 0
 * @param before a later step
 * @param bit the bit of the exclusion mask that such a touch carries, 0 to 31
 */
public record Exclusion(int after, int before, int bit) {}
