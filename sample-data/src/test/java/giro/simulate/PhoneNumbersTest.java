package giro.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhoneNumbersTest {
  private static final long PEOPLE = 2000;

  @TempDir Path folder;

  @Test
  void asShippedEverybodyKeepsTheirNumber() {
    assertThat(PhoneNumbers.of(Population.observed(ReadProfile.read(null), 3, 975), PEOPLE))
        .isSameAs(PhoneNumbers.KEPT);
    assertThat(PhoneNumbers.KEPT.at(17, 0)).isEqualTo(17);
  }

  @Test
  void aNumberIsOnePersonsAtATimeAndRestsBeforeTheNext() throws IOException {
    Population world = world("number-given-up = 0.2, number-handed-on = 0.5");
    PhoneNumbers numbers = PhoneNumbers.of(world, PEOPLE);
    Map<Long, Long> holders = new HashMap<>();
    Map<Long, Long> lastSeen = new HashMap<>();
    Set<Long> handedOn = new HashSet<>();
    for (long at = world.from; at < world.until; at += TrueOrder.DAY) {
      Set<Long> now = new HashSet<>();
      for (long person = 0; person < PEOPLE; person++) {
        long number = numbers.at(person, at);
        assertThat(now.add(number)).as("two persons with one number on one day").isTrue();
        Long before = holders.put(number, person);
        if (before != null && before != person) {
          handedOn.add(number);
          assertThat(at - lastSeen.get(number)).isGreaterThan(89 * TrueOrder.DAY);
          assertThat(world.person(before).market()).isEqualTo(world.person(person).market());
        }
        lastSeen.put(number, at);
      }
    }
    assertThat(handedOn).hasSizeBetween(40, 400);
    assertThat(LongStream.range(0, PEOPLE).filter(p -> numbers.at(p, world.until) != p).count())
        .as("who has another number in the end: 1 - exp(-0.2 a year)")
        .isBetween(750L, 900L);
  }

  @Test
  void ofNumbersNotHandedOnNobodySeesASecondHolder() throws IOException {
    Population world = world("number-given-up = 0.2, number-handed-on = 0");
    PhoneNumbers numbers = PhoneNumbers.of(world, PEOPLE);
    Set<Long> inTheEnd = new HashSet<>();
    for (long person = 0; person < PEOPLE; person++) {
      long number = numbers.at(person, world.until);
      assertThat(inTheEnd.add(number)).isTrue();
      assertThat(number == person || number >= PEOPLE).isTrue();
    }
  }

  private Population world(String rates) throws IOException {
    Path profile = Files.writeString(folder.resolve("p.conf"), "identity { " + rates + " }");
    return Population.observed(ReadProfile.read(profile), 3, 975);
  }
}
