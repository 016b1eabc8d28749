package giro.metric.person;

import giro.metric.Combinations;
import giro.model.measure.Interval;
import giro.model.measure.ShrunkMean;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a cell of {@code reputation} stands beside the others: shrunk, with all its days before, and
 * ranked among the models of its market. Null where there is no rating, or no rank.
 */
record RatingStanding(
    Double shrunk, Long ratedToDate, Double meanToDate, Double shrunkToDate, Integer rank) {

  /** What is drawn toward one mean: a market, or all, and an aspect. */
  private record Scope(String market, String aspect) {}

  private record Series(String market, String model, String dealer, String aspect) {
    static Series of(Cell cell) {
      return new Series(
          cell.key("market"), cell.key("model"), cell.key("dealer"), cell.key("aspect"));
    }

    Scope scope() {
      return new Scope(market, aspect);
    }

    /** A model that can be ranked. */
    boolean isModel() {
      return dealer.equals(Combinations.ALL)
          && !model.equals(Combinations.ALL)
          && !model.equals(Touch.UNKNOWN);
    }

    /** A model at a dealer: the groups that differ. */
    boolean isGroup() {
      return !dealer.equals(Combinations.ALL) && !model.equals(Combinations.ALL);
    }
  }

  /** Ratings of a series up to a day. */
  private static final class Total {
    long n;
    double sum;
    double squares;

    void add(Cell cell) {
      n += cell.count(Reputation.RATED);
      sum += cell.sum(Reputation.RATINGS);
      squares += cell.sum(Reputation.SQUARES);
    }
  }

  /** The standing of each cell of the table, {@code (all)} included. */
  static Map<Cell, RatingStanding> of(List<Cell> cells) {
    Map<Scope, ShrunkMean> means = means(cells);
    Map<String, List<Cell>> days = new TreeMap<>();
    cells.forEach(c -> days.computeIfAbsent(c.key("date"), d -> new ArrayList<>()).add(c));
    Map<Series, Total> totals = new HashMap<>();
    Map<Cell, RatingStanding> standings = new IdentityHashMap<>();
    for (List<Cell> day : days.values()) {
      day.forEach(cell -> totals.computeIfAbsent(Series.of(cell), s -> new Total()).add(cell));
      Map<Scope, List<Interval>> models = new HashMap<>();
      totals.forEach(
          (series, total) -> {
            if (series.isModel() && total.n > 0) {
              Interval interval = means.get(series.scope()).interval(total.n, total.sum);
              models.computeIfAbsent(series.scope(), s -> new ArrayList<>()).add(interval);
            }
          });
      for (Cell cell : day) {
        Series series = Series.of(cell);
        ShrunkMean mean = means.get(series.scope());
        standings.put(
            cell, standing(cell, series, totals.get(series), mean, models.get(series.scope())));
      }
    }
    return standings;
  }

  private static RatingStanding standing(
      Cell cell, Series series, Total total, ShrunkMean mean, List<Interval> models) {
    long n = cell.count(Reputation.RATED);
    Double shrunk = n == 0 ? null : (Double) mean.of(n, cell.sum(Reputation.RATINGS));
    if (total.n == 0) {
      return new RatingStanding(null, 0L, null, null, null);
    }
    Integer rank = null;
    if (series.isModel()) {
      double high = mean.interval(total.n, total.sum).high();
      rank = 1 + (int) models.stream().filter(other -> other.low() > high).count();
    }
    return new RatingStanding(
        shrunk, total.n, total.sum / total.n, mean.of(total.n, total.sum), rank);
  }

  private static Map<Scope, ShrunkMean> means(List<Cell> cells) {
    Map<Scope, Map<Series, Total>> groups = new HashMap<>();
    for (Cell cell : cells) {
      Series series = Series.of(cell);
      if (series.isGroup()) {
        groups
            .computeIfAbsent(series.scope(), s -> new HashMap<>())
            .computeIfAbsent(series, s -> new Total())
            .add(cell);
      }
    }
    Map<Scope, ShrunkMean> means = new HashMap<>();
    groups.forEach(
        (scope, totals) ->
            means.put(
                scope,
                ShrunkMean.of(
                    totals.values().stream()
                        .map(t -> new ShrunkMean.Group(t.n, t.sum, t.squares))
                        .toList())));
    return means;
  }
}
