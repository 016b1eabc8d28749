package giro.simulate;

import java.util.ArrayList;
import java.util.List;

/**
 * What people leave for each other, from a first living of all: words to read, cars to buy, and
 * telephone numbers.
 */
record Society(ContentPool contents, UsedCars cars, PhoneNumbers numbers) {
  private static final int BLOCK = 2_000;

  static Society of(Population population, long persons) {
    List<ContentPool.Published> published = new ArrayList<>();
    List<UsedCars.Change> changes = new ArrayList<>();
    int blocks = (int) ((persons + BLOCK - 1) / BLOCK);
    new InOrder<Left>(blocks)
        .run(
            block -> left(population, block, persons),
            (block, left) -> {
              published.addAll(left.published());
              changes.addAll(left.changes());
            });
    return new Society(
        new ContentPool(population.profile.world(), published),
        new UsedCars(changes, population.profile.identity().knownUsedCar()),
        PhoneNumbers.of(population, persons));
  }

  private record Left(List<ContentPool.Published> published, List<UsedCars.Change> changes) {}

  private static Left left(Population population, int block, long persons) {
    Left left = new Left(new ArrayList<>(), new ArrayList<>());
    int models = population.profile.world().models().size() + 1;
    long end = Math.min(persons, (block + 1L) * BLOCK);
    for (long person = (long) block * BLOCK; person < end; person++) {
      for (Act act : population.live(person).acts()) {
        ContentPool.Published words = ContentPool.published(act, person, models);
        UsedCars.Change change = UsedCars.change(act, person);
        if (words != null) {
          left.published().add(words);
        }
        if (change != null) {
          left.changes().add(change);
        }
      }
    }
    return left;
  }
}
