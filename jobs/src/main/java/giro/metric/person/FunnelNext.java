package giro.metric.person;

import giro.metric.AttemptFate;
import giro.model.domain.Moment;
import giro.model.table.TableContract;
import java.util.List;

/** {@code funnel_next}: what those who dropped out of a funnel did next. */
final class FunnelNext implements PersonMetric {
  private static final long serialVersionUID = 1L;
  private static final String ATTEMPTS = "attempts";
  private static final String HOURS = "hours";

  static final TableContract CONTRACT =
      TableContract.bi(
              "funnel_next", "what came next after attempts that dropped at a funnel's step")
          .key("funnel", "market", "model", "step_number", "next_moment", "next_event_type")
          .dimensions("market", "model")
          .text("funnel", "the configured funnel")
          .text("market", "market known at the attempt's opening touch, unknown, or (all)")
          .text("model", "model known at the attempt's opening touch, unknown, or (all)")
          .column("step_number", "int", "the step the attempt stopped at, from 1")
          .text("step_name", "its name")
          .text("next_moment", "moment of the next touch; nothing where none came")
          .text("next_event_type", "what the next touch was; nothing where none came")
          .count(ATTEMPTS, "attempts (each unit's deepest) that dropped at the step and went on so")
          .count("persons", "different persons in them")
          .typical(
              "median_hours", "median hours from the step's touch to the next; null for nothing")
          .withholding()
          .definition(
              "The person's first touch other than NONE after the last step reached, for attempts that"
                  + " dropped there. It may come within the funnel's window: it was not the next step.",
              "Il primo contatto, diverso da NONE, dopo l'ultimo passo raggiunto, per i tentativi"
                  + " abbandonati lì. Può cadere nella finestra dell'imbuto: non era il passo seguente.")
          .build();

  private final List<FunnelTries> funnels;

  FunnelNext(List<FunnelTries> funnels) {
    this.funnels = funnels;
  }

  @Override
  public TableContract contract() {
    return CONTRACT;
  }

  /** The step's name follows from its number. */
  @Override
  public CellShape shape() {
    return CellShape.of(CONTRACT).counts(ATTEMPTS).samples(HOURS);
  }

  @Override
  public void add(Person person, Cells cells) {
    for (FunnelTries funnel : funnels) {
      for (FunnelTries.Try tried : funnel.of(person)) {
        if (tried.fate() == AttemptFate.DROPPED) {
          add(person, funnel.plan().name(), tried, cells);
        }
      }
    }
  }

  private static void add(Person person, String funnel, FunnelTries.Try tried, Cells cells) {
    Touch opening = person.touches.get(tried.opening());
    Touch last = person.touches.get(tried.last());
    Touch next = null;
    for (int i = tried.last() + 1; i < person.touches.size() && next == null; i++) {
      next = person.touches.get(i).moment == Moment.NONE ? null : person.touches.get(i);
    }
    Cells.Place place =
        cells.at(
            funnel,
            opening.marketSoFar,
            opening.modelSoFar,
            String.valueOf(tried.stop() + 1),
            next == null ? "nothing" : next.moment.name(),
            next == null ? "nothing" : next.eventType);
    place.count(ATTEMPTS);
    if (next != null) {
      place.sample(HOURS, Math.max(0, next.start - last.start) / (double) Calendar.HOUR);
    }
  }

  @Override
  public void finish(Cell cell, GoldRow row) {
    row.set("step_name", FunnelTries.stepName(funnels, cell));
    row.set("median_hours", cell.median(HOURS));
  }
}
