package giro.simulate;

import java.util.List;

/** Rates per kind of event, in the order of the profile; a rate of 0 never happens. */
record Rates(List<EventKind> kinds, double[] rates, double[] cumulative) {
  static Rates of(List<EventKind> kinds, double[] rates) {
    List<String> names = kinds.stream().map(Enum::name).toList();
    return new Rates(List.copyOf(kinds), rates, Weights.of(names, rates).cumulative());
  }

  /** One kind, each as likely as its rate says. */
  EventKind pick(Dice dice) {
    return kinds.get(dice.pick(cumulative));
  }
}
