package giro.model.measure;

import java.util.ArrayList;
import java.util.List;

/** Every assignment of touches to steps, tried one by one: slow, and close to the words. */
final class BruteForce {
  private final FunnelSpec spec;
  private final TouchSequence touches;
  private int[] best;
  private int bestDepth;

  BruteForce(FunnelSpec spec, TouchSequence touches) {
    this.spec = spec;
    this.touches = touches;
  }

  /** The depth of the attempt that a touch opens, without exclusions; 0 where it opens none. */
  int depth(int opener) {
    return find(opener) == null ? 0 : bestDepth;
  }

  /** The earliest deepest assignment of an opening touch, or null. */
  int[] find(int opener) {
    best = null;
    bestDepth = 0;
    int key = touches.holdKey[opener];
    int last = spec.isOpenEntry() ? spec.steps() - 1 : spec.requiredAfter(-1);
    for (int entry = 0; key != 0 && entry <= last; entry++) {
      if ((touches.steps[opener] & 1 << entry) != 0) {
        int[] places = new int[spec.steps()];
        java.util.Arrays.fill(places, -1);
        places[entry] = opener;
        assign(entry + 1, places, List.of(opener));
      }
    }
    return best;
  }

  private void assign(int step, int[] places, List<Integer> filled) {
    consider(places);
    if (step == spec.steps()) {
      return;
    }
    for (int i = 0; i < touches.size(); i++) {
      if (fits(i, step, filled)) {
        places[step] = i;
        List<Integer> more = new ArrayList<>(filled);
        more.add(i);
        assign(step + 1, places, more);
        places[step] = -1;
      }
    }
    if (spec.isOptional(step)) {
      assign(step + 1, places, filled);
    }
  }

  private boolean fits(int i, int step, List<Integer> filled) {
    int opener = filled.get(0);
    int last = filled.get(filled.size() - 1);
    boolean fits =
        (touches.steps[i] & 1 << step) != 0
            && touches.holdKey[i] == touches.holdKey[opener]
            && !filled.contains(i)
            && elapsed(opener, i) <= spec.windowMicros()
            && (spec.within(step) < 0 || elapsed(last, i) <= spec.within(step));
    for (int each : filled) {
      fits &=
          spec.mode() == OrderMode.STRICT_INCREASE
              ? touches.start[i] > touches.start[each]
              : mayFollow(i, each);
    }
    return fits;
  }

  private void consider(int[] places) {
    int depth = 0;
    for (int s = 0; s < places.length; s++) {
      depth += places[s] >= 0 && !spec.isOptional(s) ? 1 : 0;
    }
    if (depth > bestDepth || (depth == bestDepth && depth > 0 && isEarlier(places))) {
      bestDepth = depth;
      best = places.clone();
    }
  }

  private boolean isEarlier(int[] places) {
    for (int s = 0; s < places.length; s++) {
      if (!spec.isOptional(s)) {
        int order = Long.compare(time(places[s]), time(best[s]));
        if (order != 0) {
          return order < 0;
        }
      }
    }
    return false;
  }

  private long time(int touch) {
    return touch < 0 ? Long.MAX_VALUE : touches.start[touch];
  }

  long elapsed(int from, int to) {
    return Math.max(0, touches.start[to] - touches.start[from]);
  }

  boolean mayFollow(int b, int a) {
    boolean areInstants = touches.start[a] == touches.end[a] && touches.start[b] == touches.end[b];
    return touches.end[b] > touches.start[a]
        || (areInstants && touches.start[b] >= touches.start[a]);
  }

  /** True where the places are a valid assignment, optional steps included. */
  boolean isValid(int[] places) {
    List<Integer> filled = new ArrayList<>();
    for (int s = 0; s < places.length; s++) {
      if (places[s] >= 0) {
        if (!filled.isEmpty() && !fits(places[s], s, filled)) {
          return false;
        }
        filled.add(places[s]);
      }
    }
    return true;
  }
}
