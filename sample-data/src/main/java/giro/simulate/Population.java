package giro.simulate;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;

/**
 * All persons of a run, by number. Living a person twice gives the same acts, in any order of
 * persons and on any thread.
 */
final class Population {
  private static final long LIFE = 1;

  final Profile profile;
  final long seed;

  /** The simulated days: [from, until), milliseconds UTC. */
  final long from;

  final long until;

  final EventIds ids;

  private final Weights marketShares;
  private final Weights modelShares;
  private final Scene.Setting setting;

  private Population(Profile profile, long seed, int days, Scene.Setting setting) {
    this.profile = profile;
    this.seed = seed;
    this.until = endOf(profile);
    this.from = until - days * TrueOrder.DAY;
    this.marketShares = profile.world().marketShares();
    this.modelShares = profile.world().modelShares();
    this.setting = setting;
    this.ids = new EventIds(seed);
  }

  /** Persons lived up to the last simulated day, in full. */
  static Population observed(Profile profile, long seed, int days) {
    Scene.Setting setting =
        new Scene.Setting(profile, hours(profile), endOf(profile), Long.MAX_VALUE);
    return new Population(profile, seed, days, setting);
  }

  /** Persons of a stream of their own, followed until the longest window of all is over. */
  static Population replicate(Profile profile, long seed, int days) {
    long horizon = endOf(profile) + 1462 * TrueOrder.DAY;
    Scene.Setting setting = new Scene.Setting(profile, hours(profile), horizon, endOf(profile));
    return new Population(profile, Dice.mix(seed + 1), days, setting);
  }

  /** The acts of a person, in no order, with their ids. */
  Lived live(long index) {
    Dice dice = Dice.of(seed, index, LIFE);
    Person person = person(index, dice);
    List<Act> acts = new Life(new Scene(setting, person, dice), modelShares).live(from, until);
    for (int i = 0; i < acts.size(); i++) {
      acts.get(i).id = ids.bits(index, i);
    }
    return new Lived(person, acts);
  }

  /** The person alone, not lived. */
  Person person(long index) {
    return person(index, Dice.of(seed, index, LIFE));
  }

  private Person person(long index, Dice dice) {
    return Person.of(index, profile, marketShares, dice);
  }

  /** A person and their acts. */
  record Lived(Person person, List<Act> acts) {}

  private static long endOf(Profile profile) {
    LocalDate last = LocalDate.parse(profile.calendar().endDate());
    return last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }

  private static Weights hours(Profile profile) {
    double[] weights = profile.calendar().hourWeights();
    List<String> names = Collections.nCopies(weights.length, "hour");
    return Weights.of(names, weights);
  }
}
