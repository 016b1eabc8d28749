package giro.model.measure;

import java.util.Arrays;

/**
 * Walks along every order of the touches that their times allow, as a clerk with a finger would.
 */
final class EveryOrder {
  private final FunnelSpec spec;
  private final TouchSequence touches;
  private final BruteForce times;
  private final int[] order;
  private final boolean[] isPlaced;
  private final int[] places;
  private int opener;
  private int[] best;
  private int bestDepth;

  EveryOrder(FunnelSpec spec, TouchSequence touches) {
    this.spec = spec;
    this.touches = touches;
    times = new BruteForce(spec, touches);
    order = new int[touches.size()];
    isPlaced = new boolean[touches.size()];
    places = new int[spec.steps()];
  }

  int depth() {
    return bestDepth;
  }

  /** The earliest deepest assignment of an opening touch, or null. */
  int[] find(int opener) {
    this.opener = opener;
    best = null;
    bestDepth = 0;
    if (touches.holdKey[opener] != 0 && !isPassedOver(opener)) {
      place(0);
    }
    return best;
  }

  private void place(int at) {
    if (at == order.length) {
      walk();
      return;
    }
    for (int i = 0; i < order.length; i++) {
      boolean fits = !isPlaced[i];
      for (int j = 0; j < at && fits; j++) {
        fits = times.mayFollow(i, order[j]);
      }
      if (fits) {
        isPlaced[i] = true;
        order[at] = i;
        place(at + 1);
        isPlaced[i] = false;
      }
    }
  }

  private void walk() {
    int at = 0;
    while (order[at] != opener) {
      at++;
    }
    int last = spec.isOpenEntry() ? spec.steps() - 1 : spec.requiredAfter(-1);
    for (int entry = 0; entry <= last; entry++) {
      if ((touches.steps[opener] & 1 << entry) != 0) {
        Arrays.fill(places, -1);
        places[entry] = opener;
        goOn(at + 1, entry, entry, opener);
      }
    }
  }

  private void goOn(int at, int entry, int step, int last) {
    consider();
    if (at == order.length) {
      return;
    }
    int i = order[at];
    int mask = touches.holdKey[i] == touches.holdKey[opener] ? touches.steps[i] : 0;
    if (isPassedOver(i)) {
      goOn(at + 1, entry, step, last);
      return;
    }
    boolean isAwaited = false;
    for (int s = step + 1; s < spec.steps(); s++) {
      if ((mask & 1 << s) != 0) {
        isAwaited = true;
        if (times.elapsed(opener, i) <= spec.windowMicros()
            && (spec.within(s) < 0 || times.elapsed(last, i) <= spec.within(s))) {
          places[s] = i;
          goOn(at + 1, entry, s, i);
          places[s] = -1;
        }
      }
      if (!spec.isOptional(s)) {
        break;
      }
    }
    if (!isAwaited && isPassedOverNow(mask, entry)) {
      goOn(at + 1, entry, step, last);
    }
  }

  private boolean isPassedOver(int i) {
    return spec.mode() == OrderMode.ADJACENT && !touches.isMoment[i];
  }

  private boolean isPassedOverNow(int mask, int entry) {
    int filled = 0;
    for (int s = 0; s < places.length; s++) {
      filled |= places[s] >= 0 ? 1 << s : 0;
    }
    int first = 1 << entry;
    return switch (spec.mode()) {
      case STRICT_ORDER -> (mask & first) == 0 && (mask & filled) != 0;
      case STRICT_DEDUP -> (mask & filled) == 0;
      default -> false;
    };
  }

  private void consider() {
    int depth = 0;
    for (int s = 0; s < places.length; s++) {
      depth += places[s] >= 0 && !spec.isOptional(s) ? 1 : 0;
    }
    if (depth > bestDepth || (depth == bestDepth && depth > 0 && isEarlier())) {
      bestDepth = depth;
      best = places.clone();
    }
  }

  private boolean isEarlier() {
    long[] mine = RandomFunnels.requiredTimes(spec, touches, places);
    long[] its = RandomFunnels.requiredTimes(spec, touches, best);
    return Arrays.compare(mine, its) < 0;
  }
}
