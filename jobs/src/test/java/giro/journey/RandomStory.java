package giro.journey;

import giro.model.domain.Moment;
import java.util.Random;

/** Makes up stories: any moments, keys, milestones and gaps, dates without an hour included. */
final class RandomStory {
  private static final Moment[] MOMENTS = Moment.values();
  private static final String[] KINDS = {null, "purchase", "lease", "sharing", "subscription"};
  private static final String[] TYPES = {null, null, "new", "used", "demo"};
  private final Random random;
  private Story story;

  RandomStory(long seed) {
    random = new Random(seed);
  }

  Story tell(int touches) {
    story = Story.person();
    int day = 0;
    for (int i = 0; i < touches; i++) {
      day += random.nextInt(4) == 0 ? random.nextInt(250) : random.nextInt(3);
      touch(day, i);
    }
    return story;
  }

  private void touch(int day, int number) {
    story.on(day, "e" + number, MOMENTS[random.nextInt(MOMENTS.length)]);
    switch (random.nextInt(6)) {
      case 0 -> story.dateOnly();
      case 1 -> story.uncertainHours(1 + random.nextInt(30));
      case 2 -> story.at("00:00");
      default -> story.at(String.format("%02d:%02d", random.nextInt(24), random.nextInt(4) * 15));
    }
    story.from(random.nextBoolean() ? "web" : "dealer");
    story.vehicleType(TYPES[random.nextInt(TYPES.length)]);
    keys();
    milestones();
  }

  private void keys() {
    if (random.nextInt(3) == 0) {
      story.order("O" + random.nextInt(6));
    }
    if (random.nextInt(3) == 0) {
      story.vin("V" + random.nextInt(4));
    }
    if (random.nextInt(3) == 0) {
      story.model("C" + random.nextInt(3));
    }
  }

  private void milestones() {
    switch (random.nextInt(14)) {
      case 0, 1 -> story.acquires(KINDS[random.nextInt(KINDS.length)]);
      case 2 -> story.delivers();
      case 3 -> story.owns();
      case 4 -> story.cancels();
      case 5 -> story.disposes();
      case 6 -> story.loses();
      case 7 -> story.acquires().delivers();
      default -> {}
    }
  }
}
