package giro.metric;

import giro.model.measure.TouchSequence;
import java.util.HashMap;
import java.util.Map;

/** The touches of a person or lap as one funnel sees them; used again after {@link #clear}. */
public final class FunnelUnit {
  private static final int NULL_HELD = 0;

  private final TouchSequence touches = new TouchSequence();
  private final Map<String, Integer> holdKeys = new HashMap<>();

  /**
   * Adds the next touch that the plan sees.
   *
   * @param held text of the held columns: empty where nothing is held, null where a held column is
   */
  public void add(long start, long end, int steps, int exclusions, boolean isMoment, String held) {
    touches.add(start, end, steps, exclusions, isMoment, holdKey(held));
  }

  private int holdKey(String held) {
    if (held == null) {
      return NULL_HELD;
    }
    return held.isEmpty()
        ? TouchSequence.NOTHING_HELD
        : holdKeys.computeIfAbsent(held, k -> holdKeys.size() + 2);
  }

  public TouchSequence touches() {
    return touches;
  }

  public void clear() {
    touches.clear();
    holdKeys.clear();
  }
}
