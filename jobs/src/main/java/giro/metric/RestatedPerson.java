package giro.metric;

import giro.metric.RestatementEvidence.Kind;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One person's laps of two nights, and why they count otherwise. Every count that came or went gets
 * one cause, so that causes sum to the change whatever happened to the person.
 */
final class RestatedPerson {
  /**
   * What a lap counts in.
   *
   * @param cohort first day of the month, in days since 1970
   * @param basis equal where the state follows from the same instants
   */
  record Part(int cohort, String state, long basis) {}

  /** Takes each count that came (+1) or went (-1). */
  interface Changes {
    void add(String part, int cohort, String state, RestatementCause cause, int change);
  }

  private record Lap(int touches, Map<String, Part> parts) {}

  private static final Lap NONE = new Lap(0, Map.of());

  private final boolean isErased;
  private final SettingsChange settings;
  private final Map<Integer, Lap> former = new LinkedHashMap<>();
  private final Map<Integer, Lap> now = new LinkedHashMap<>();
  private final Map<Integer, Set<Kind>> ofLap = new HashMap<>();
  private final Map<Integer, Integer> freshOfLap = new HashMap<>();
  private final Set<Kind> ofPerson = EnumSet.noneOf(Kind.class);
  private int erased;

  RestatedPerson(boolean isErased, SettingsChange settings) {
    this.isErased = isErased;
    this.settings = settings;
  }

  /** A lap of the former night or of this one. */
  void lap(Kind night, int number, int touches, Map<String, Part> parts) {
    Lap lap = new Lap(touches, parts);
    if (isErased) {
      former.put(erased++, lap); // of several persons, whose lap numbers repeat
    } else {
      (night == Kind.FORMER ? former : now).put(number, lap);
    }
  }

  /** What else is known: of a lap's touch, or of the person. */
  void evidence(Kind kind, int lap) {
    ofPerson.add(kind);
    ofLap.computeIfAbsent(lap, n -> EnumSet.noneOf(Kind.class)).add(kind);
    if (kind == Kind.FRESH || kind == Kind.LATE) {
      freshOfLap.merge(lap, 1, Integer::sum);
    }
  }

  /** Tells every count that came or went since the former night. */
  void tell(Changes changes) {
    Set<Integer> laps = new TreeSet<>(former.keySet());
    laps.addAll(now.keySet());
    for (int number : laps) {
      Lap before = former.getOrDefault(number, NONE);
      Lap after = now.getOrDefault(number, NONE);
      Set<String> parts = new TreeSet<>(before.parts().keySet());
      parts.addAll(after.parts().keySet());
      for (String part : parts) {
        tell(changes, part, number, before.parts().get(part), after.parts().get(part));
      }
    }
  }

  private void tell(Changes changes, String part, int lap, Part before, Part after) {
    boolean isSame =
        before != null
            && after != null
            && before.cohort() == after.cohort()
            && before.state().equals(after.state());
    if (isSame) {
      return;
    }
    RestatementCause cause = cause(lap, before, after);
    if (before != null) {
      changes.add(part, before.cohort(), before.state(), cause, -1);
    }
    if (after != null) {
      changes.add(part, after.cohort(), after.state(), cause, 1);
    }
  }

  private RestatementCause cause(int lap, Part before, Part after) {
    if (isErased) {
      return RestatementCause.ERASURE;
    }
    if (ofPerson.contains(Kind.WITHDRAWN)) {
      return RestatementCause.CONSENT;
    }
    if (before != null && after != null && before.basis() == after.basis()) {
      return settings.hasOtherWindows()
          ? RestatementCause.CONFIGURATION
          : RestatementCause.MATURING;
    }
    boolean isNewLap = !former.containsKey(lap) && isAllFresh(lap);
    if (!isNewLap && settings.cause() != null) {
      return settings.cause();
    }
    RestatementCause ofIdentity = isNewLap ? null : ofIdentity();
    if (ofIdentity != null) {
      return isByHand() ? RestatementCause.MANUAL_LINK_RULE : ofIdentity;
    }
    RestatementCause own = ofTouches(ofLap.getOrDefault(lap, Set.of()));
    RestatementCause any = own == null ? ofTouches(ofPerson) : own;
    // What is left is a touch of a shared value that went elsewhere while another came.
    return any == null ? RestatementCause.SPLIT : any;
  }

  private boolean isAllFresh(int lap) {
    return freshOfLap.getOrDefault(lap, 0) == now.getOrDefault(lap, NONE).touches();
  }

  /** Whether touches that both nights know came or went; null if neither. */
  private RestatementCause ofIdentity() {
    int before = touches(former);
    int after = touches(now) - freshOfLap.values().stream().mapToInt(Integer::intValue).sum();
    if (now.isEmpty()) {
      boolean went = ofPerson.contains(Kind.WENT) || ofPerson.contains(Kind.WENT_BY_RULE);
      return went ? RestatementCause.MERGE : RestatementCause.SPLIT;
    }
    if (former.isEmpty()) {
      return after > 0 ? RestatementCause.SPLIT : null;
    }
    if (after == before) {
      return null;
    }
    return after > before ? RestatementCause.MERGE : RestatementCause.SPLIT;
  }

  private boolean isByHand() {
    return ofPerson.contains(Kind.RULED) || ofPerson.contains(Kind.WENT_BY_RULE);
  }

  private static RestatementCause ofTouches(Set<Kind> kinds) {
    if (kinds.contains(Kind.REPLACED)) {
      return RestatementCause.DUPLICATE;
    }
    if (kinds.contains(Kind.LATE)) {
      return RestatementCause.LATE_TOUCH;
    }
    return kinds.contains(Kind.FRESH) ? RestatementCause.NEW_TOUCH : null;
  }

  private static int touches(Map<Integer, Lap> laps) {
    return laps.values().stream().mapToInt(Lap::touches).sum();
  }

  /** The parts of a night, each once a lap. */
  void count(Kind night, Counts counts) {
    for (Lap lap : (night == Kind.FORMER ? former : now).values()) {
      lap.parts().forEach((part, p) -> counts.add(part, p.cohort(), p.state()));
    }
  }

  /** Takes each count of one night. */
  interface Counts {
    void add(String part, int cohort, String state);
  }
}
