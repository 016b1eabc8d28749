package giro.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import giro.model.table.HeldLinks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which links are held between persons, by themselves or by hand, and how persons are named. */
class PersonGraphTest extends NamedGraph {
  @Test
  void aMistypedAddressIsHeldBetweenTwoPersons() {
    anaAndBruno();
    link("login:ana", "email:bruno", 1);
    assertThat(persons()).containsExactlyInAnyOrder(ANA, BRUNO);
    assertThat(held()).containsExactly("login:ana email:bruno " + HeldLinks.WEAK_LINK);
  }

  @Test
  void seenOftenItIsBelieved() {
    anaAndBruno();
    link("login:ana", "email:bruno", 3);
    assertThat(persons()).hasSize(1);
  }

  @Test
  void aSecondLinkBetweenThemIsBelieved() {
    anaAndBruno();
    link("login:ana", "email:bruno", 1);
    link("crm:ana", "login:bruno", 1);
    assertThat(persons()).hasSize(1);
  }

  @Test
  void aSmallPersonIsNotHeldApart() {
    anaAndBruno();
    link("login:ana", "login:old", 1);
    assertThat(persons()).contains(plus(ANA, "login:old"));
  }

  @Test
  void whatCompletesAPersonIsNotHeld() {
    anaAndBruno();
    link("login:clio", "cookie:1", 1);
    link("login:clio", "cookie:2", 1);
    link("crm:clio", "email:3", 1);
    link("crm:clio", "email:4", 1);
    link("cookie:1", "email:3", 1);
    assertThat(persons())
        .contains(Set.of("login:clio", "cookie:1", "cookie:2", "crm:clio", "email:3", "email:4"));
  }

  @Test
  void unlinkedTheyAreTwoAndTheWeakestTieGoes() {
    anaAndBruno();
    link("login:ana", "email:bruno", 4);
    link("crm:ana", "crm:bruno", 3);
    unlink("login:ana", "login:bruno");
    assertThat(persons()).containsExactlyInAnyOrder(ANA, BRUNO);
    assertThat(held())
        .containsExactlyInAnyOrder(
            "login:ana email:bruno " + HeldLinks.UNLINK_RULE,
            "crm:ana crm:bruno " + HeldLinks.UNLINK_RULE);
  }

  @Test
  void aRuleOfHandIsNeverHeld() {
    anaAndBruno();
    link("login:ana", "login:bruno", Integer.MAX_VALUE);
    assertThat(persons()).hasSize(1);
    link("login:ana", "cookie:family", 50);
    link("login:clio", "cookie:family", Integer.MAX_VALUE);
    link("login:clio", "email:1", 5);
    link("login:clio", "email:2", 5);
    assertThat(heldValues()).isEmpty();
  }

  @Test
  void theOrderOfLinksChangesNothing() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      members.clear();
      links.clear();
      unlinked.clear();
      int size = 6 + random.nextInt(30);
      Set<String> pairs = new HashSet<>();
      for (int i = 0; i < size * 1.3; i++) {
        String a = "%s:%d".formatted(KINDS.get(random.nextInt(4)), random.nextInt(size));
        String b = "%s:%d".formatted(KINDS.get(random.nextInt(4)), random.nextInt(size));
        if (!a.equals(b) && pairs.add(a.compareTo(b) < 0 ? a + b : b + a)) {
          link(a, b, 1 + random.nextInt(4));
        }
      }
      if (random.nextBoolean()) {
        List<String> names = new ArrayList<>(members.keySet());
        unlink(names.get(random.nextInt(names.size())), names.get(0));
      }
      Set<Set<String>> before = new HashSet<>(persons());
      Collections.shuffle(links, random);
      assertThat(new HashSet<>(persons())).as("seed %d", seed).isEqualTo(before);
    }
  }

  @Test
  void aLongChainIsWalkedWithoutRecursion() {
    for (int i = 0; i < 200_000; i++) {
      link("login:" + i, "login:" + (i + 1), 1);
    }
    assertThat(solved().heldFor(100_000)).isEqualTo(HeldLinks.WEAK_LINK);
  }

  @Test
  void aPersonIsNamedAfterTheMemberThatLandedFirstInWhateverOrderMembersCome() {
    Object[][] landed = {
      {40L, 12, "b"},
      {20L, 11, "z"},
      {50L, 11, "yé"},
      {10L, 11, "ye"},
      {30L, 11, "ye"},
      {60L, 0, "a"}
    };
    for (int turn = 0; turn < 5; turn++) {
      PersonGraph graph = new PersonGraph(TRAITS, 3, 2);
      for (int i = 0; i < 5; i++) {
        Object[] one = landed[(i + turn) % 5];
        graph.add(
            (Long) one[0], 0, (Long) one[0], (Integer) one[1], ((String) one[2]).getBytes(UTF_8));
        graph.link(50L, (Long) landed[i][0], 1);
      }
      graph.add(60L, 0, 60L, 0, "a".getBytes(UTF_8));
      graph.solve();
      for (int i = 0; i < graph.size(); i++) {
        assertThat(graph.founder(i)).isEqualTo(graph.key(i) == 60 ? 60 : 10);
      }
    }
  }
}
