package giro.metric.person;

import java.util.ArrayList;
import java.util.List;

/** One person at hand: every touch in the person's order, and the laps in theirs. */
final class Person {
  /** Stands for the person within a run. */
  long key;

  final List<Touch> touches = new ArrayList<>();
  final List<PersonLap> laps = new ArrayList<>();
  private List<Lead> leads;

  /** Adds a touch after the others, to the lap it is in. */
  void add(Touch touch) {
    touches.add(touch);
    touch.lap.touches.add(touch);
  }

  /** The leads of all touches; worked out when first asked for, once they are complete. */
  List<Lead> leads() {
    leads = leads == null ? Lead.of(this) : leads;
    return leads;
  }

  /** The lap of a number, the first time as an empty one. */
  PersonLap lap(int number) {
    for (int i = laps.size() - 1; i >= 0; i--) {
      if (laps.get(i).number == number) {
        return laps.get(i);
      }
    }
    PersonLap lap = new PersonLap();
    lap.number = number;
    laps.add(lap);
    return lap;
  }
}
