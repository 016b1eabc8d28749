package giro.metric.person;

import giro.metric.Combinations;
import giro.model.domain.Moment;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** The lines of one method of attribution, those over all markets and models included. */
final class AttributedLines {
  /** What a line is about. */
  record Line(
      String month, String market, String model, String channel, String campaign, String moment) {
    private boolean isOwn() {
      return !market.equals(Combinations.ALL) && !model.equals(Combinations.ALL);
    }

    /** The line, and those over all that it is part of. */
    private List<Line> within() {
      return Combinations.of(List.of(market, model)).stream()
          .map(place -> new Line(month, place.get(0), place.get(1), channel, campaign, moment))
          .toList();
    }
  }

  /** What a line says. */
  static final class Figures {
    double credit;
    double error;
    long acquisitions;
    long persons;

    /** By currency; empty where nothing is said to be spent. */
    final Map<String, Double> spend = new TreeMap<>();
  }

  /** What money is spent on, before the model. */
  private record Purpose(String month, String market, String channel, String campaign) {}

  private final Map<Line, Figures> lines = new LinkedHashMap<>();

  Figures at(Line line) {
    return lines.computeIfAbsent(line, l -> new Figures());
  }

  /** Credit of a line and of those that it is part of. */
  void credit(Line own, double credit, double error) {
    for (Line line : own.within()) {
      Figures figures = at(line);
      figures.credit += credit;
      figures.error += error;
    }
  }

  /**
   * Shares what was spent in proportion to credit: over the moments, and over the models where none
   * is named. What brought nothing has a line of its own, at no moment.
   */
  void spend(List<AttributionSettings.Spend> spend) {
    Map<Purpose, Map<Line, Double>> credits = new HashMap<>();
    lines.forEach(
        (line, figures) -> {
          if (line.isOwn() && figures.credit > 0) {
            Purpose purpose =
                new Purpose(line.month(), line.market(), line.channel(), line.campaign());
            credits.computeIfAbsent(purpose, p -> new LinkedHashMap<>()).put(line, figures.credit);
          }
        });
    for (AttributionSettings.Spend each : spend) {
      Purpose purpose = new Purpose(each.month(), each.market(), each.channel(), each.campaign());
      Map<Line, Double> own = new LinkedHashMap<>(credits.getOrDefault(purpose, Map.of()));
      own.keySet().removeIf(line -> !each.model().isEmpty() && !each.model().equals(line.model()));
      double all = own.values().stream().mapToDouble(credit -> credit).sum();
      if (all == 0) {
        add(nowhere(each), each.currency(), each.amount());
      }
      own.forEach((line, credit) -> add(line, each.currency(), each.amount() * credit / all));
    }
  }

  private static Line nowhere(AttributionSettings.Spend spend) {
    String model = spend.model().isEmpty() ? Touch.UNKNOWN : spend.model();
    return new Line(
        spend.month(),
        spend.market(),
        model,
        spend.channel(),
        spend.campaign(),
        Moment.NONE.name());
  }

  private void add(Line own, String currency, double amount) {
    own.within().forEach(line -> at(line).spend.merge(currency, amount, Double::sum));
  }

  void forEach(BiConsumer<Line, Figures> each) {
    lines.forEach(each);
  }
}
