package giro.simulate;

import giro.simulate.Profile.IdentityRates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Whose telephone number is whose, and when: numbers that are given up rest for some months, and
 * some of them come to another person of the market who needs a new one by then.
 */
final class PhoneNumbers {
  /** Everybody keeps the number they began with. */
  static final PhoneNumbers KEPT = new PhoneNumbers(Map.of());

  private static final long PURPOSE = 12;
  private static final long LEAST_REST = 90 * TrueOrder.DAY;

  /** Numbers that nobody began with. */
  private static final long UNUSED = 50_000_000L;

  /** From when on somebody has a number, which is called after who had it first. */
  private record Taken(long since, long number) {}

  private record Change(long person, int market, long at) {}

  private record Resting(long until, long number) {}

  private final Map<Long, List<Taken>> byPerson;

  private PhoneNumbers(Map<Long, List<Taken>> byPerson) {
    this.byPerson = byPerson;
  }

  static PhoneNumbers of(Population population, long persons) {
    IdentityRates rates = population.profile.identity();
    if (rates.numberGivenUp() == 0) {
      return KEPT;
    }
    PhoneNumbers numbers = new PhoneNumbers(new HashMap<>());
    Map<Integer, PriorityQueue<Resting>> resting = new HashMap<>();
    long unused = UNUSED;
    for (Change change : changes(population, persons)) {
      PriorityQueue<Resting> ready =
          resting.computeIfAbsent(
              change.market(), k -> new PriorityQueue<>(Comparator.comparingLong(Resting::until)));
      long old = numbers.at(change.person(), change.at());
      boolean isReady = !ready.isEmpty() && ready.peek().until() <= change.at();
      long taken = isReady ? ready.remove().number() : unused++;
      numbers
          .byPerson
          .computeIfAbsent(change.person(), k -> new ArrayList<>(1))
          .add(new Taken(change.at(), taken));
      Dice dice = Dice.of(change.at(), change.person(), PURPOSE);
      if (dice.chance(rates.numberHandedOn())) {
        double months = dice.logNormal(rates.numberRestMonths(), rates.numberRestSpread());
        long rest = Math.max(LEAST_REST, (long) (months * Scene.MONTH));
        ready.add(new Resting(change.at() + rest, old));
      }
    }
    return numbers;
  }

  /** Who takes a new number when, in time. */
  private static List<Change> changes(Population population, long persons) {
    double mean = 12 * Scene.MONTH / population.profile.identity().numberGivenUp();
    List<Change> changes = new ArrayList<>();
    for (long index = 0; index < persons; index++) {
      Dice dice = Dice.of(population.seed, index, PURPOSE);
      double at = population.from + dice.exponential(mean);
      while (at < population.until) {
        changes.add(new Change(index, population.person(index).market(), (long) at));
        at += dice.exponential(mean);
      }
    }
    changes.sort(Comparator.comparingLong(Change::at).thenComparingLong(Change::person));
    return changes;
  }

  /** The number a person has at a time, called after the person who had it first. */
  long at(long person, long at) {
    long number = person;
    for (Taken taken : byPerson.getOrDefault(person, List.of())) {
      number = taken.since() <= at ? taken.number() : number;
    }
    return number;
  }
}
