package giro.simulate;

import java.util.ArrayList;
import java.util.List;

/** Automated visitors: a cookie each, bursts of many hits, and no person behind them. */
final class Bots {
  /** Bots number from here, so that their ids never meet those of persons. */
  private static final long FIRST = 1L << 33;

  private static final int PURPOSE = 11;

  private final Population population;

  Bots(Population population) {
    this.population = population;
  }

  long count(long persons) {
    return Math.round(persons * population.profile.noise().bots() / 1000);
  }

  /** The hits of one bot, from 0. */
  Population.Lived live(long bot) {
    Dice dice = Dice.of(population.seed, FIRST + bot, PURPOSE);
    Profile profile = population.profile;
    Person person = Person.of(FIRST + bot, profile, profile.world().marketShares(), dice);
    boolean isHonest = dice.chance(profile.noise().honestBots());
    double months = (population.until - population.from) / Scene.MONTH;
    int hits = (int) (months * profile.noise().botHits());
    List<Act> acts = new ArrayList<>();
    while (acts.size() < hits) {
      long start = population.from + (long) (dice.next() * (population.until - population.from));
      int burst = 10 + dice.below(40);
      for (int i = 0; i < burst && acts.size() < hits; i++) {
        acts.add(hit(person, dice, start + i * 2_000L, isHonest));
      }
    }
    for (int i = 0; i < acts.size(); i++) {
      acts.get(i).id = population.ids.bits(person.index(), i);
    }
    return new Population.Lived(person, acts);
  }

  private Act hit(Person person, Dice dice, long at, boolean isHonest) {
    Act act = new Act();
    act.kind = dice.chance(0.7) ? EventKind.MODEL_PAGE_VIEW : EventKind.STOCK_VEHICLE_VIEW;
    act.at = Math.min(population.until - 1000, Math.floorDiv(at, 1000) * 1000);
    act.trueAt = act.at;
    act.market = person.market();
    act.model = 1 + dice.below(population.profile.world().models().size());
    act.device = 2;
    act.cookie = 1;
    act.carries = Act.COOKIE;
    act.mark(isHonest ? Act.CRAWLER : Act.SILENT_BOT);
    return act;
  }
}
