package giro.simulate;

import giro.model.domain.Moment;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lives a block of persons, lets the systems recognise them, and tells and ships what happened. */
final class Chronicle {
  private final Population population;
  private final Society society;
  private final Delivery delivery;

  Chronicle(Population population, Society society) {
    this.population = population;
    this.society = society;
    this.delivery = new Delivery(population, society);
  }

  /** The persons numbered [first, end). */
  Chapter persons(long first, long end) {
    Chapter chapter = new Chapter();
    TrueLaps truth = new TrueLaps();
    for (long index = first; index < end; index++) {
      Population.Lived lived = population.live(index);
      List<Act> acts = lived.acts();
      int own = acts.size();
      new Recognition(population, lived.person()).recognise(acts);
      for (int i = own; i < acts.size(); i++) {
        acts.get(i).id = population.ids.bits(index, i);
      }
      acts.removeIf(act -> act.at >= population.until);
      truth.tell(acts);
      record(lived.person(), acts, chapter);
    }
    return chapter;
  }

  /** The bots numbered [first, end): rows and no truth. */
  Chapter bots(Bots bots, long first, long end) {
    Chapter chapter = new Chapter();
    for (long bot = first; bot < end; bot++) {
      Population.Lived lived = bots.live(bot);
      for (Act act : lived.acts()) {
        delivery.deliver(act, lived.person(), chapter.shipments::add);
      }
    }
    return chapter;
  }

  static String name(long person) {
    return "p" + String.format("%07d", person);
  }

  private void record(Person person, List<Act> acts, Chapter chapter) {
    Map<Integer, Chapter.Cohort> cohorts = new HashMap<>();
    String name = name(person.index());
    for (Act act : acts) {
      if (act.has(Act.UNTOLD)) {
        continue;
      }
      delivery.deliver(act, person, chapter.shipments::add);
      if (act.opensLap) {
        Chapter.Cohort cohort = new Chapter.Cohort(month(act), act.market, act.model);
        cohorts.put(act.lap, cohort);
        chapter.laps.add(cohort);
      }
      // A car the dealer booked on itself is nobody's touch.
      if (!act.has(Act.OWN_REGISTRATION)) {
        String id = EventIds.text(act.kind.source, act.id);
        chapter.touches.add(new Chapter.Touch(id, name, act.moment));
        words(act, person, id, chapter);
        publication(act, person, cohorts.get(act.lap), chapter);
      }
    }
  }

  private void words(Act act, Person person, String eventId, Chapter chapter) {
    if (!act.reads || act.moment != Moment.ZMOT) {
      return;
    }
    ContentPool.Piece piece = society.contents().read(act, person.index());
    if (piece.author() != ContentPool.NOBODY) {
      boolean isLifted = act.has(Act.LIFTED);
      chapter.readings.add(
          new Chapter.Reading(piece, person.index(), eventId, act.opensLap, isLifted));
    }
  }

  private static void publication(Act act, Person person, Chapter.Cohort cohort, Chapter chapter) {
    boolean isFirst = act.content != 0 && act.kind != EventKind.REVIEW_EDITED;
    if (isFirst && act.moment == Moment.UMOT) {
      ContentPool.Piece piece = new ContentPool.Piece(person.index(), act.content);
      chapter.publications.add(new Chapter.Publication(piece, cohort));
    }
  }

  private static String month(Act act) {
    long day = Math.floorDiv(act.at, TrueOrder.DAY);
    return LocalDate.ofEpochDay(day).withDayOfMonth(1).toString();
  }
}
