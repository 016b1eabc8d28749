package giro.model.measure;

/**
 * One attempt at a funnel, as it counts: where it was excluded, what came after is taken away.
 *
 * @param depth how many required steps were reached, from 1
 * @param touchOfStep per step the index of its touch in the sequence, or -1; one that another
 *     caller must not change
 * @param entryStep the step of the opening touch
 * @param isExcluded true where an exclusion touch cut it
 * @param excludedAtStep the exclusion's {@code after} step, or -1
 * @param deadlineMicros the last instant at which a further step could have been filled: the end of
 *     the window, or of the next step's limit where that is earlier
 */
public record Attempt(
    int depth,
    int[] touchOfStep,
    int entryStep,
    boolean isExcluded,
    int excludedAtStep,
    long deadlineMicros) {

  /** True where step {@code step} was filled. */
  public boolean hasReached(int step) {
    return touchOfStep[step] >= 0;
  }
}
