package giro.report;

import java.util.List;

/**
 * What a reader of the page can choose from, {@code (all)} left out.
 *
 * @param markets in the order of their names
 * @param models in the order of their names
 * @param months first days of UTC months, latest first
 */
public record Choices(List<Choice> markets, List<Choice> models, List<Choice> months) {

  /** One value, with its labels. */
  public record Choice(String value, String english, String italian) {}

  /** Keeps copies. */
  public Choices {
    markets = List.copyOf(markets);
    models = List.copyOf(models);
    months = List.copyOf(months);
  }

  static Choices none() {
    return new Choices(List.of(), List.of(), List.of());
  }

  boolean isEmpty() {
    return markets.isEmpty() && models.isEmpty() && months.isEmpty();
  }

  /** The same with only the latest months. */
  Choices latestMonths(int count) {
    return new Choices(markets, models, months.subList(0, Math.min(count, months.size())));
  }

  List<Choice> of(Dimension dimension) {
    return switch (dimension) {
      case MARKET -> markets;
      case MODEL -> models;
      case MONTH -> months;
    };
  }
}
