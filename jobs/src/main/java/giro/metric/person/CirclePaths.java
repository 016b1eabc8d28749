package giro.metric.person;

import giro.model.table.TableContract;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code circle_paths}: the ways of laps around the circle, unrolled: a node is a moment at its
 * place along the lap, so that no way leads back to a node.
 */
final class CirclePaths implements PersonMetric {
  private static final long serialVersionUID = 1L;
  private static final String LAPS = "laps";
  private static final String START = "START";

  static final TableContract CONTRACT =
      TableContract.bi("circle_paths", "one step of laps at its place along them")
          .key("market", "model", "position", "from_node", "to_node")
          .dimensions("market", "model")
          .text("market", "market of the lap's first touch, unknown, or (all)")
          .text("model", "model of the lap's first touch, unknown, or (all)")
          .column("position", "int", "place of the step along the lap, from 1 for its arrival")
          .text("from_node", "START, or a place and its moment, such as 2 FMOT")
          .text(
              "to_node",
              "a place and its moment; a place and MORE for what follows the last place shown; else"
                  + " EXIT or OPEN, how the lap ended or stands")
          .text("from_moment", "START or the moment of from_node")
          .text("to_moment", "EXIT, OPEN, MORE or the moment of to_node")
          .count(LAPS, "laps that made the step at this place")
          .count("persons", "different persons in them")
          .withholding()
          .definition(
              "Ways of laps around the circle for charts that allow no cycle. A moment that comes"
                  + " again at once is one place; a stimulus that follows another moment is passed"
                  + " over. The laps into a node are those out of it.",
              "Percorsi dei giri attorno al cerchio, srotolati per grafici che non ammettono cicli."
                  + " Un momento ripetuto subito è un solo posto; uno stimolo che segue un altro"
                  + " momento non conta. I giri che entrano in un nodo sono quelli che ne escono.")
          .build();

  private final int places;
  private final long now;

  /**
   * @param places so many places of a lap are shown; what follows is MORE
   * @param now end of as_of, exclusive, in microseconds since 1970 UTC
   */
  CirclePaths(int places, long now) {
    this.places = places;
    this.now = now;
  }

  @Override
  public TableContract contract() {
    return CONTRACT;
  }

  @Override
  public CellShape shape() {
    return CellShape.of(CONTRACT).counts(LAPS);
  }

  @Override
  public void add(Person person, Cells cells) {
    for (PersonLap lap : person.laps) {
      List<String> nodes = nodes(lap);
      for (int i = 1; i < nodes.size(); i++) {
        String position = String.valueOf(i);
        cells.at(lap.market, lap.model, position, nodes.get(i - 1), nodes.get(i)).count(LAPS);
      }
    }
  }

  /** From START to how the lap ended; empty for a lap without a moment. */
  private List<String> nodes(PersonLap lap) {
    List<String> nodes = new ArrayList<>();
    String last = "";
    for (Touch touch : lap.touches) {
      boolean isMove = touch.move != null && !touch.moment.name().equals(last);
      if (isMove && nodes.size() <= places) {
        last = touch.moment.name();
        boolean isShown = nodes.size() < places || nodes.isEmpty();
        nodes.add((nodes.size() + 1) + " " + (isShown ? last : "MORE"));
      }
    }
    if (!nodes.isEmpty()) {
      nodes.add(0, START);
      nodes.add(lap.isOver(now) ? "EXIT" : "OPEN");
    }
    return nodes;
  }

  @Override
  public void finish(Cell cell, GoldRow row) {
    row.set("from_moment", moment(cell.key("from_node")));
    row.set("to_moment", moment(cell.key("to_node")));
  }

  private static String moment(String node) {
    return node.substring(node.indexOf(' ') + 1);
  }
}
