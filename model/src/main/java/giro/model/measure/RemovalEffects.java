package giro.model.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Removal effects of channels in a Markov chain of paths: the share of conversions that would be
 * missed if every path that comes to the channel ended there without one.
 *
 * <p>A state is the last channels of a path, as many as the order says. The chain is told by its
 * steps, which add up, so that paths need not be kept.
 *
 * <p>Source: E. Anderl, I. Becker, F. v. Wangenheim, J. H. Schumann, "Mapping the customer journey:
 * Lessons learned from graph-based online attribution modeling", International Journal of Research
 * in Marketing 33 (2016), 457-474.
 */
public final class RemovalEffects {
  private static final double EXACT = 1e-15;
  private static final int MOST_ROUNDS = 100_000;
  private static final int NO_STATE = -1;

  /**
   * One step of a path.
   *
   * @param from the last channels before it, the latest last; empty at the path's start
   * @param channel the channel it goes to; null at the path's end
   * @param converts at the end: true for a conversion
   */
  public record Step(List<String> from, String channel, boolean converts) {
    public Step {
      from = List.copyOf(from);
    }
  }

  private final int order;
  private final Map<Step, Long> steps = new HashMap<>();

  /**
   * @param order how many channels make a state, from 1
   */
  public RemovalEffects(int order) {
    if (order < 1) {
      throw new IllegalArgumentException("Cannot remember " + order + " channels");
    }
    this.order = order;
  }

  int order() {
    return order;
  }

  /** The steps of a path, its end included. */
  public static List<Step> steps(List<String> path, boolean converts, int order) {
    List<Step> steps = new ArrayList<>(path.size() + 1);
    for (int i = 0; i <= path.size(); i++) {
      List<String> from = path.subList(Math.max(0, i - order), i);
      boolean isEnd = i == path.size();
      steps.add(new Step(from, isEnd ? null : path.get(i), isEnd && converts));
    }
    return steps;
  }

  /** Adds a step that so many paths made. */
  public void add(Step step, long times) {
    steps.merge(step, times, Long::sum);
  }

  /**
   * Per channel, in alphabetical order, 1 - P(conversion without it) / P(conversion), from 0 to 1;
   * all 0 where no path converts.
   */
  public Map<String, Double> effects() {
    Graph graph = new Graph();
    double all = graph.conversion(null);
    Map<String, Double> effects = new TreeMap<>();
    for (String channel : graph.channels) {
      double without = all == 0 ? 0 : graph.conversion(channel);
      effects.put(channel, all == 0 ? 0 : Math.min(1, Math.max(0, 1 - without / all)));
    }
    return effects;
  }

  /** Probability that a path converts. */
  public double conversion() {
    return new Graph().conversion(null);
  }

  private List<String> after(Step step) {
    List<String> all = new ArrayList<>(step.from());
    all.add(step.channel());
    return List.copyOf(all.subList(Math.max(0, all.size() - order), all.size()));
  }

  /** The chain as arrays; state 0 is the start. */
  private final class Graph {
    private final Map<List<String>, Integer> states = new LinkedHashMap<>();
    private final TreeSet<String> channels = new TreeSet<>();
    private final List<int[]> next = new ArrayList<>();
    private final List<double[]> chance = new ArrayList<>();
    private final List<String[]> by = new ArrayList<>();
    private final double[] ends;

    Graph() {
      states.put(List.of(), 0);
      Map<List<String>, List<Step>> from = new HashMap<>();
      for (Step step : steps.keySet()) {
        states.putIfAbsent(step.from(), states.size());
        from.computeIfAbsent(step.from(), state -> new ArrayList<>()).add(step);
        if (step.channel() != null) {
          channels.add(step.channel());
          states.putIfAbsent(after(step), states.size());
        }
      }
      ends = new double[states.size()];
      states.forEach((state, place) -> fill(place, from.getOrDefault(state, List.of())));
    }

    private void fill(int state, List<Step> out) {
      double all = out.stream().mapToLong(steps::get).sum();
      List<Step> on = out.stream().filter(step -> step.channel() != null).toList();
      next.add(on.stream().mapToInt(step -> states.get(after(step))).toArray());
      chance.add(on.stream().mapToDouble(step -> steps.get(step) / all).toArray());
      by.add(on.stream().map(Step::channel).toArray(String[]::new));
      ends[state] = out.stream().filter(Step::converts).mapToLong(steps::get).sum() / all;
      if (out.isEmpty()) {
        ends[state] = 0;
      }
    }

    /** Solves for the chance of a conversion from each state by going over them until all stand. */
    double conversion(String without) {
      int[][] to = new int[ends.length][];
      for (int i = 0; i < to.length; i++) {
        to[i] = next.get(i).clone();
        for (int j = 0; j < to[i].length; j++) {
          to[i][j] = by.get(i)[j].equals(without) ? NO_STATE : to[i][j];
        }
      }
      double[] chances = new double[ends.length];
      double moved = 1;
      for (int round = 0; round < MOST_ROUNDS && moved > EXACT; round++) {
        double[] before = chances.clone();
        for (int i = chances.length - 1; i >= 0; i--) {
          chances[i] = chance(i, to[i], chances);
        }
        moved = 0;
        for (int i = 0; i < chances.length; i++) {
          moved = Math.max(moved, Math.abs(chances[i] - before[i]));
        }
      }
      return chances[0];
    }

    /** What stays in the state is solved for at once. */
    private double chance(int state, int[] to, double[] chances) {
      double reached = ends[state];
      double stays = 0;
      double[] likely = chance.get(state);
      for (int j = 0; j < to.length; j++) {
        if (to[j] == state) {
          stays += likely[j];
        } else if (to[j] != NO_STATE) {
          reached += likely[j] * chances[to[j]];
        }
      }
      return stays >= 1 ? 0 : reached / (1 - stays);
    }
  }
}
