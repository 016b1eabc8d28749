package giro.model.measure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the attempts of one funnel in sequences of touches.
 *
 * <p>Time: touch {@code b} may come after {@code a} if b's end is after a's start, or both are
 * instants and b does not start before a. A step's touch may come after every earlier step's touch;
 * elapsed time runs from start to start, never below 0. One touch fills at most one step.
 *
 * <p>Depth counts required steps; it is the greatest over all valid assignments. The times are
 * those of the earliest such assignment in lexicographic order of the required steps' starts;
 * optional steps are then filled where that moves nothing. Where an order of touches matters
 * (adjacent and the two greedy modes) an assignment is valid if some order of all touches that
 * their times allow makes it so.
 *
 * <p>Held values: an attempt is filled by touches whose key is that of its opening touch; key 0
 * opens none. Touches of other values still stand between; an exclusion touch counts if its key is
 * the same or 0.
 *
 * <p>Not thread-safe: it keeps its working memory from one sequence to the next.
 */
public final class FunnelMatcher {
  private final FunnelSpec spec;
  private final Timeline timeline;
  private final Finding finding;

  /** A matcher for the funnel, to be used for any number of sequences. */
  public FunnelMatcher(FunnelSpec spec) {
    this.spec = spec;
    timeline = new Timeline(spec);
    finding = new Finding(spec, timeline, searchFor(spec, timeline));
  }

  /** How often touches were looked at so far. */
  long looks() {
    return timeline.looks;
  }

  static AttemptSearch searchFor(FunnelSpec spec, Timeline timeline) {
    return switch (spec.mode()) {
      case ORDERED, STRICT_INCREASE -> new OrderedSearch(spec, timeline);
      case ADJACENT, STRICT_ORDER, STRICT_DEDUP -> new ContiguousSearch(spec, timeline);
      case ANY_ORDER -> new AnyOrderSearch(spec, timeline);
    };
  }

  /**
   * The attempts that count, by their opening touches in the person's order; empty where no touch
   * opens one.
   */
  public List<Attempt> attempts(TouchSequence sequence, Counting counting) {
    List<Attempt> attempts = new ArrayList<>(1);
    Set<Integer> keys = openingKeys(sequence);
    if (keys.isEmpty()) {
      return attempts;
    }
    timeline.load(sequence);
    for (int key : keys) {
      timeline.hold(sequence, key);
      if (counting == Counting.UNIQUE) {
        findDeepest(attempts);
      } else {
        findInTurn(attempts);
      }
    }
    attempts.sort((a, b) -> Integer.compare(opener(a), opener(b)));
    return attempts;
  }

  /** The held values of touches that could open an attempt; nearly always one. */
  private Set<Integer> openingKeys(TouchSequence sequence) {
    Set<Integer> keys = new LinkedHashSet<>();
    int last = 0;
    for (int i = 0; i < sequence.size(); i++) {
      int key = sequence.holdKey[i];
      if ((sequence.steps[i] & spec.entries()) != 0 && key != 0 && key != last) {
        keys.add(key);
        last = key;
      }
    }
    return keys;
  }

  /** Keeps the one deepest attempt, of those of earlier held values too; ties to the earliest. */
  private void findDeepest(List<Attempt> attempts) {
    int required = spec.requiredSteps();
    Attempt best = attempts.isEmpty() ? null : attempts.get(0);
    for (int i = 0; i < timeline.size; i++) {
      if (best != null && best.depth() == required && i > opener(best)) {
        break;
      }
      int place = timeline.place[i];
      if (opensAt(place) && finding.find(place) && isBetter(i, best)) {
        best = finding.attempt();
      }
    }
    attempts.clear();
    if (best != null) {
      attempts.add(best);
    }
  }

  private boolean isBetter(int touch, Attempt best) {
    return best == null
        || finding.depth > best.depth()
        || (finding.depth == best.depth() && touch < opener(best));
  }

  private boolean opensAt(int place) {
    return (timeline.steps[place] & spec.entries()) != 0;
  }

  private void findInTurn(List<Attempt> attempts) {
    boolean isUnderWay = false;
    for (int i = 0; i < timeline.size; i++) {
      int place = timeline.place[i];
      if (opensAt(place) && (!isUnderWay || finding.isOverFor(place)) && finding.find(place)) {
        attempts.add(finding.attempt());
        isUnderWay = true;
      }
    }
  }

  private static int opener(Attempt attempt) {
    return attempt.touchOfStep()[attempt.entryStep()];
  }
}
