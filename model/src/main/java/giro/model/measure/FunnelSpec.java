package giro.model.measure;

import java.util.Arrays;
import java.util.List;

/**
 * A funnel's rules, without the conditions of its steps: those are bits on each touch.
 *
 * @param steps how many, 1 to 31; step {@code i} is bit {@code i} of a touch's step mask
 * @param mode how touches must follow one another
 * @param isOpenEntry true where an attempt may start at any step, false for the first one only
 *     (with leading optional steps: up to the first required one)
 * @param windowMicros longest elapsed time from the opening touch, end included
 * @param withinMicros per step the longest elapsed time from the last filled step, end included;
 *     {@link #NO_LIMIT} for none; the first step's has no meaning
 * @param isOptional per step, whether it may be skipped; at least one step is required
 * @param exclusions none in {@link OrderMode#ANY_ORDER}
 */
public record FunnelSpec(
    int steps,
    OrderMode mode,
    boolean isOpenEntry,
    long windowMicros,
    long[] withinMicros,
    boolean[] isOptional,
    List<Exclusion> exclusions) {

  /** A step without a limit of its own. */
  public static final long NO_LIMIT = -1;

  /**
   * Copies the arrays and checks the rules.
   *
   * @throws IllegalArgumentException for a number of steps out of range, arrays of another length,
   *     no required step, a negative window, an exclusion whose steps are not in order, and in
   *     {@link OrderMode#ANY_ORDER} an exclusion or a limit of one step
   */
  public FunnelSpec {
    check(steps >= 1 && steps <= 31, "from 1 to 31 steps, not " + steps);
    check(withinMicros.length == steps && isOptional.length == steps, "one value per step");
    check(windowMicros >= 0, "a window of 0 or more");
    withinMicros = withinMicros.clone();
    isOptional = isOptional.clone();
    exclusions = List.copyOf(exclusions);
    boolean isRequired = false;
    for (boolean optional : isOptional) {
      isRequired |= !optional;
    }
    check(isRequired, "a required step");
    for (Exclusion each : exclusions) {
      boolean isInOrder = 0 <= each.after() && each.after() < each.before();
      check(isInOrder && each.before() < steps, "exclusions between two steps in order");
      check(each.bit() >= 0 && each.bit() <= 31, "exclusion bits from 0 to 31");
    }
    if (mode == OrderMode.ANY_ORDER) {
      check(exclusions.isEmpty(), "no exclusions in any order");
      check(Arrays.stream(withinMicros).allMatch(w -> w < 0), "no step limits in any order");
    }
  }

  /**
   * A funnel of required steps in a window, with a closed entry and neither limits nor exclusions.
   */
  public static FunnelSpec of(OrderMode mode, int steps, long windowMicros) {
    long[] within = new long[steps];
    Arrays.fill(within, NO_LIMIT);
    return new FunnelSpec(steps, mode, false, windowMicros, within, new boolean[steps], List.of());
  }

  /** The same funnel, where an attempt may start at any step. */
  public FunnelSpec withOpenEntry() {
    return new FunnelSpec(steps, mode, true, windowMicros, withinMicros, isOptional, exclusions);
  }

  /** The same funnel, with one step limited to {@code micros} after the last filled step. */
  public FunnelSpec withWithin(int step, long micros) {
    long[] within = withinMicros.clone();
    within[step] = micros;
    return new FunnelSpec(steps, mode, isOpenEntry, windowMicros, within, isOptional, exclusions);
  }

  /** The same funnel, where {@code step} may be skipped. */
  public FunnelSpec withOptional(int step) {
    boolean[] optional = isOptional.clone();
    optional[step] = true;
    return new FunnelSpec(
        steps, mode, isOpenEntry, windowMicros, withinMicros, optional, exclusions);
  }

  /** The same funnel with these exclusions. */
  public FunnelSpec withExclusions(Exclusion... others) {
    return new FunnelSpec(
        steps, mode, isOpenEntry, windowMicros, withinMicros, isOptional, List.of(others));
  }

  /** The first required step after {@code step} (-1 for the first of all), or {@code steps}. */
  int requiredAfter(int step) {
    int next = step + 1;
    while (next < steps && isOptional[next]) {
      next++;
    }
    return next;
  }

  /** The limit of a step after the last filled one, or {@link #NO_LIMIT}. */
  long within(int step) {
    return withinMicros[step];
  }

  /** Whether a step may be skipped. */
  boolean isOptional(int step) {
    return isOptional[step];
  }

  /** How many steps count for depth. */
  int requiredSteps() {
    int required = 0;
    for (boolean optional : isOptional) {
      required += optional ? 0 : 1;
    }
    return required;
  }

  /** The steps an attempt may start at, as bits. */
  int entries() {
    return (1 << (lastEntry() + 1)) - 1;
  }

  /** The highest step an attempt may start at. */
  private int lastEntry() {
    return isOpenEntry || mode == OrderMode.ANY_ORDER ? steps - 1 : requiredAfter(-1);
  }

  private static void check(boolean isMet, String demand) {
    if (!isMet) {
      throw new IllegalArgumentException("Cannot build a funnel: it needs " + demand);
    }
  }
}
