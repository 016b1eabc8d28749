package giro.simulate;

import java.util.List;

/** Names with weights, made ready for {@link Dice#pick}. */
record Weights(List<String> names, double[] cumulative) {
  static Weights of(List<String> names, double[] weights) {
    double[] cumulative = new double[weights.length];
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double reached = 0;
    for (int i = 0; i < weights.length; i++) {
      reached += weights[i] / sum;
      cumulative[i] = reached;
    }
    return new Weights(List.copyOf(names), cumulative);
  }

  /** 0 to names.size() - 1. */
  int pick(Dice dice) {
    return dice.pick(cumulative);
  }
}
