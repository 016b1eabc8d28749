package giro.metric.person;

import giro.model.table.TableContract;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes the rows of {@code attribution} of its cells. */
final class AttributionRows {
  /** The methods, in the order of the table. */
  enum Method {
    FIRST,
    LAST,
    LINEAR,
    TIME_DECAY,
    POSITION_BASED,
    MARKOV,
    SHAPLEY;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final AttributionSettings settings;
  private final TableContract table;
  private final Map<Method, AttributedLines> methods = new EnumMap<>(Method.class);
  private final Map<String, DataDrivenShares> pools = new HashMap<>();

  AttributionRows(AttributionSettings settings, TableContract table) {
    this.settings = settings;
    this.table = table;
    for (Method method : Method.values()) {
      methods.put(method, new AttributedLines());
    }
  }

  List<GoldRow> rows(List<Cell> cells) {
    cells.forEach(this::learn);
    pools.values().forEach(DataDrivenShares::learn);
    cells.forEach(this::credit);
    List<GoldRow> rows = new ArrayList<>();
    methods.forEach(
        (method, lines) -> {
          if (table.columnNames().contains("spend")) {
            lines.spend(settings.spend());
          }
          lines.forEach((line, figures) -> rows.add(row(method, line, figures)));
        });
    return rows;
  }

  private void learn(Cell cell) {
    switch (cell.key("part")) {
      case AttributionCells.STEP ->
          pool(cell).addStep(AttributionCells.step(cell), cell.count(AttributionCells.COUNT));
      case AttributionCells.CHANNELS ->
          pool(cell)
              .addWays(
                  cell.key("set"),
                  cell.count(AttributionCells.COUNT),
                  cell.count(AttributionCells.OTHERS));
      default -> {}
    }
  }

  private DataDrivenShares pool(Cell cell) {
    return pools.computeIfAbsent(cell.key("pool"), market -> new DataDrivenShares(settings));
  }

  private void credit(Cell cell) {
    switch (cell.key("part")) {
      case AttributionCells.FIRST -> whole(Method.FIRST, cell);
      case AttributionCells.LAST -> whole(Method.LAST, cell);
      case AttributionCells.WAY -> way(cell);
      case AttributionCells.PART -> part(cell);
      default -> {}
    }
  }

  private void whole(Method method, Cell cell) {
    credit(method, cell, cell.count(AttributionCells.COUNT));
  }

  private void way(Cell cell) {
    credit(Method.LINEAR, cell, cell.sum(AttributionCells.LINEAR));
    credit(Method.TIME_DECAY, cell, cell.sum(AttributionCells.TIME_DECAY));
    credit(Method.POSITION_BASED, cell, cell.sum(AttributionCells.POSITION_BASED));
    // A way of nothing has no channels to share the acquisition; the others' shares come by part.
    boolean isNowhere = CreditedWay.Stop.NOWHERE.moment().equals(cell.key("moment"));
    double credit = isNowhere ? cell.count(AttributionCells.COUNT) : 0;
    credit(Method.MARKOV, cell, credit);
    credit(Method.SHAPLEY, cell, credit);
  }

  private void credit(Method method, Cell cell, double credit) {
    AttributedLines.Figures figures =
        methods.get(method).at(line(cell, cell.key("market"), cell.key("model")));
    figures.credit += credit;
    figures.acquisitions += cell.count(AttributionCells.COUNT);
    figures.persons += cell.persons();
  }

  private void part(Cell cell) {
    DataDrivenShares pool = pools.get(cell.key("pool"));
    String set = cell.key("set");
    String channel = cell.key("channel");
    double times = cell.sum(AttributionCells.OF_CHANNEL);
    AttributedLines.Line own = line(cell, cell.key("pool"), cell.key("of"));
    methods.get(Method.MARKOV).credit(own, pool.markov(set, channel) * times, 0);
    double shapley = pool.shapley(set, channel) * times;
    methods.get(Method.SHAPLEY).credit(own, shapley, shapley * pool.shapleyError(channel));
  }

  private static AttributedLines.Line line(Cell cell, String market, String model) {
    return new AttributedLines.Line(
        cell.key("month"),
        market,
        model,
        cell.key("channel"),
        cell.key("campaign"),
        cell.key("moment"));
  }

  private GoldRow row(Method method, AttributedLines.Line line, AttributedLines.Figures figures) {
    boolean isOfOneMoney = figures.spend.size() == 1;
    Double spend = isOfOneMoney ? figures.spend.values().iterator().next() : null;
    boolean hasCost = spend != null && figures.credit > 0;
    return new GoldRow(table)
        .set("method", method.code())
        .setIfThere("month", line.month())
        .set("market", line.market())
        .set("model", line.model())
        .set("channel", line.channel())
        .setIfThere("campaign", line.campaign())
        .setIfThere("moment", line.moment())
        .set("credit", figures.credit)
        .set("credit_error", method == Method.SHAPLEY ? figures.error : null)
        .set("acquisitions", figures.acquisitions)
        .set("persons", figures.persons)
        .setIfThere("spend", spend)
        .setIfThere("currency", isOfOneMoney ? figures.spend.keySet().iterator().next() : null)
        .setIfThere("cost_per_acquisition", hasCost ? spend / figures.credit : null);
  }
}
