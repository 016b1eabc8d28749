package giro.metric.person;

import giro.metric.AttemptFate;
import giro.metric.Combinations;
import giro.model.measure.OddsRatio;
import giro.model.table.TableContract;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code funnel_drivers}: which properties and events are associated with going on from a funnel's
 * step. An event counts up to the step's touch only, so that those who went on had no more time for
 * it than those who did not.
 */
final class FunnelDrivers implements PersonMetric.OfAllCells {
  private static final long serialVersionUID = 1L;
  private static final String EVERYBODY = "everybody";
  private static final String WENT_ON = "went_on";
  private static final String STOPPED = "stopped";
  private static final double FEW = 0.1;
  private static final int FEW_IN_A_CELL = 5;

  static final TableContract CONTRACT =
      TableContract.bi("funnel_drivers", "a property or an event before a step of a funnel")
          .key("funnel", "market", "step_number", "factor", "value")
          .dimensions("market")
          .text("funnel", "the configured funnel")
          .text("market", "market known at the attempt's opening touch, unknown, or (all)")
          .column("step_number", "int", "a required step that others follow, from 1")
          .text("step_name", "its name")
          .text("factor", "market, model, vehicle_type, channel, device or event")
          .text("value", "of the attempt's opening touch; an event's type")
          .count("with_went_on", "attempts with it that reached the next required step")
          .count("with_stopped", "attempts with it that dropped or were excluded here")
          .count("without_went_on", "attempts without it that reached the next required step")
          .count("without_stopped", "attempts without it that dropped or were excluded here")
          .number(
              "odds_ratio",
              "(with_went_on x without_stopped) / (with_stopped x without_went_on); a half is added to"
                  + " each where one is 0")
          .number("odds_low", "lower bound of its 95 % interval (Woolf's logarithmic one)")
          .number("odds_high", "upper bound")
          .flag(
              "is_skewed",
              "true where under a tenth went on or stopped, or one of the four counts is under 5: read"
                  + " with care")
          .count("persons", "different persons with it, or those without where they are fewer")
          .withholding()
          .definition(
              "Odds of going on with a property or event over the odds without it, among attempts that"
                  + " reached the step and are not open. Associated with, never causes; factors are"
                  + " looked at one by one, and of many some look strong by chance.",
              "Probabilità relativa (odds) di proseguire con una proprietà o un evento rispetto a chi"
                  + " non l'ha, tra i tentativi arrivati al passo e non aperti. Associato a, mai causa;"
                  + " i fattori sono visti uno per volta e tra molti qualcuno spicca per caso.")
          .build();

  private final List<FunnelTries> funnels;
  private final int minimum;

  /**
   * @param minimum so many attempts must stand with a factor, and so many without
   */
  FunnelDrivers(List<FunnelTries> funnels, int minimum) {
    this.funnels = funnels;
    this.minimum = minimum;
  }

  @Override
  public TableContract contract() {
    return CONTRACT;
  }

  @Override
  public CellShape shape() {
    return CellShape.of(CONTRACT).counts(WENT_ON, STOPPED);
  }

  private record Factor(String name, String value) {}

  @Override
  public void add(Person person, Cells cells) {
    for (FunnelTries funnel : funnels) {
      for (FunnelTries.Try tried : funnel.of(person)) {
        add(person, funnel, tried, cells);
      }
    }
  }

  private static void add(Person person, FunnelTries funnel, FunnelTries.Try tried, Cells cells) {
    Touch opening = person.touches.get(tried.opening());
    boolean[] required = funnel.plan().required();
    for (int step = 0; step < funnel.plan().lastRequired(); step++) {
      boolean isOpenHere = step == tried.stop() && tried.fate() == AttemptFate.OPEN;
      if (!required[step] || tried.steps()[step] < 0 || isOpenHere) {
        continue;
      }
      String number = String.valueOf(step + 1);
      String outcome = step < tried.stop() ? WENT_ON : STOPPED;
      for (Factor factor : factors(person, tried, step)) {
        cells
            .at(funnel.plan().name(), opening.marketSoFar, number, factor.name(), factor.value())
            .count(outcome);
      }
    }
  }

  private static Set<Factor> factors(Person person, FunnelTries.Try tried, int step) {
    Touch opening = person.touches.get(tried.opening());
    Set<Factor> factors = new LinkedHashSet<>();
    factors.add(new Factor(EVERYBODY, EVERYBODY));
    factors.add(new Factor("market", opening.marketSoFar));
    factors.add(new Factor("model", opening.modelSoFar));
    factors.add(new Factor("vehicle_type", opening.vehicleTypeSoFar));
    factors.add(new Factor("channel", Touch.known(opening.channel)));
    factors.add(new Factor("device", Touch.known(opening.device)));
    for (int i = tried.opening(); i <= tried.steps()[step]; i++) {
      factors.add(new Factor("event", person.touches.get(i).eventType));
    }
    return factors;
  }

  @Override
  public List<GoldRow> rows(TableContract table, List<Cell> cells) {
    Map<List<String>, Cell> everybody = new HashMap<>();
    for (Cell cell : cells) {
      if (cell.key("factor").equals(EVERYBODY)) {
        everybody.put(cell.key().subList(0, 3), cell);
      }
    }
    List<GoldRow> rows = new ArrayList<>();
    for (Cell cell : cells) {
      Cell all = everybody.get(cell.key().subList(0, 3));
      boolean isOwnMarket =
          cell.key("factor").equals("market") && !cell.key("market").equals(Combinations.ALL);
      if (cell != all && !isOwnMarket && isEnough(cell, all)) {
        rows.add(row(table, cell, all));
      }
    }
    return rows;
  }

  private boolean isEnough(Cell with, Cell all) {
    long n = with.count(WENT_ON) + with.count(STOPPED);
    return n >= minimum && all.count(WENT_ON) + all.count(STOPPED) - n >= minimum;
  }

  private GoldRow row(TableContract table, Cell with, Cell all) {
    long[] counts = {
      with.count(WENT_ON),
      with.count(STOPPED),
      all.count(WENT_ON) - with.count(WENT_ON),
      all.count(STOPPED) - with.count(STOPPED)
    };
    OddsRatio odds = OddsRatio.of(counts[0], counts[1], counts[2], counts[3]);
    double went = all.count(WENT_ON);
    double share = went / (went + all.count(STOPPED));
    boolean isThin = false;
    for (long count : counts) {
      isThin |= count < FEW_IN_A_CELL;
    }
    GoldRow row = GoldRow.of(table, with);
    row.set("step_name", FunnelTries.stepName(funnels, with));
    row.set("with_went_on", counts[0]).set("with_stopped", counts[1]);
    row.set("without_went_on", counts[2]).set("without_stopped", counts[3]);
    row.set("odds_ratio", odds.ratio()).set("odds_low", odds.low()).set("odds_high", odds.high());
    row.set("is_skewed", isThin || share < FEW || share > 1 - FEW);
    return row.set("persons", Math.min(with.persons(), all.persons() - with.persons()));
  }
}
