package giro.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import giro.model.table.HeldLinks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Which ties are held between persons, told in names; a side is dense from three identifiers on.
 */
class PersonGraphTest {
  private static final List<String> KINDS = List.of("login", "crm", "email", "cookie");
  private static final List<Trait> TRAITS =
      List.of(
          new Trait(WeakTies.one(0), 0, 0),
          new Trait(WeakTies.one(1), 0, 0),
          new Trait(0, WeakTies.one(0), 3),
          new Trait(0, WeakTies.one(WeakTies.THING), 2));

  private final Map<String, Long> members = new LinkedHashMap<>();
  private final List<Object[]> links = new ArrayList<>();
  private final List<String[]> unlinked = new ArrayList<>();

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
  void aFamilysBrowserJoinsNobodyHoweverOftenItIsUsed() {
    anaAndBruno();
    link("login:ana", "cookie:family", 50);
    link("email:ana", "cookie:family", 20);
    link("login:bruno", "cookie:family", 40);
    assertThat(persons()).containsExactlyInAnyOrder(ANA, BRUNO, Set.of("cookie:family"));
    assertThat(heldValues()).containsExactly("cookie:family");
  }

  @Test
  void withoutTwoDensePersonsAroundItABrowserIsOnePersons() {
    link("login:ana", "cookie:family", 50);
    link("login:bruno", "cookie:family", 40);
    assertThat(persons()).hasSize(1);
  }

  @Test
  void onAFamilysBrowserAnAddressWithABrowserOfItsOwnIsAPersonWithoutAccount() {
    anaAndBruno();
    link("email:ana", "cookie:ana", 9);
    link("login:ana", "cookie:family", 50);
    link("email:clio", "cookie:family", 7);
    assertThat(persons()).as("an address more may be ana's own").hasSize(2);
    assertThat(heldValues()).isEmpty();
    link("email:clio", "cookie:clio", 4);
    assertThat(persons())
        .containsExactlyInAnyOrder(
            plus(ANA, "cookie:ana"),
            BRUNO,
            Set.of("email:clio", "cookie:clio"),
            Set.of("cookie:family"));
    assertThat(heldValues()).containsExactly("cookie:family");
  }

  @Test
  void aCouplesOnlyAddressJoinsThemAndADealersJoinsNobody() {
    for (String name : List.of("ana", "bruno")) {
      link("login:" + name, "crm:" + name, 5);
      link("login:" + name, "cookie:" + name, 5);
      link("crm:" + name, "email:info", 8);
    }
    assertThat(persons()).as("two may share an address").hasSize(1);
    link("login:clio", "crm:clio", 5);
    link("login:clio", "cookie:clio", 5);
    link("crm:clio", "email:info", 8);
    link("cookie:stranger", "email:info", 1);
    assertThat(persons())
        .containsExactlyInAnyOrder(
            Set.of("login:ana", "crm:ana", "cookie:ana"),
            Set.of("login:bruno", "crm:bruno", "cookie:bruno"),
            Set.of("login:clio", "crm:clio", "cookie:clio"),
            Set.of("cookie:stranger"),
            Set.of("email:info"));
    assertThat(heldValues()).containsExactly("email:info");
  }

  @Test
  void anAddressThatTwoHaveBesideTheirOwnJoinsNobody() {
    anaAndBruno();
    link("login:ana", "email:info", 8);
    link("crm:bruno", "email:info", 8);
    assertThat(persons()).containsExactlyInAnyOrder(ANA, BRUNO, Set.of("email:info"));
    assertThat(heldValues()).containsExactly("email:info");
  }

  @Test
  void whatSaysLeastIsHeldFirstAndAnAddressThatIsOnePersonsThenIsNot() {
    anaAndBruno();
    link("login:clio", "email:clio", 9);
    link("login:clio", "cookie:clio", 9);
    link("crm:clio", "email:clio", 9);
    link("crm:clio", "email:cloi", 1);
    link("crm:clio", "cookie:showroom", 4);
    link("login:clio", "cookie:family", 9);
    link("login:bruno", "cookie:family", 9);
    assertThat(persons())
        .contains(
            Set.of(
                "login:clio",
                "cookie:clio",
                "email:clio",
                "crm:clio",
                "email:cloi",
                "cookie:showroom"));
    assertThat(heldValues()).containsExactly("cookie:family");
  }

  @Test
  void anAddressOfThreeAccountsOfOnePersonJoinsThem() {
    for (String account : List.of("1", "2", "3")) {
      link("login:" + account, "email:ana", 4);
      link("login:" + account, "cookie:" + account, 4);
    }
    assertThat(persons()).as("accounts without much else are no persons").hasSize(1);
  }

  @Test
  void anAccountOrCustomerNumberIsNeverHeldHoweverManyItJoins() {
    anaAndBruno();
    link("login:clio", "email:clio", 5);
    link("login:clio", "cookie:clio", 5);
    for (String name : List.of("ana", "bruno", "clio")) {
      link("crm:fleet", "login:" + name, 5);
    }
    assertThat(persons()).hasSize(1);
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

  private static final Set<String> ANA = Set.of("login:ana", "crm:ana", "email:ana");
  private static final Set<String> BRUNO = Set.of("login:bruno", "crm:bruno", "email:bruno");

  private void anaAndBruno() {
    for (String name : List.of("ana", "bruno")) {
      link("login:" + name, "email:" + name, 5);
      link("login:" + name, "crm:" + name, 5);
      link("email:" + name, "crm:" + name, 5);
    }
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

  private static Set<String> plus(Set<String> person, String more) {
    Set<String> all = new HashSet<>(person);
    all.add(more);
    return all;
  }

  private void link(String a, String b, int touches) {
    members.putIfAbsent(a, members.size() + 1L);
    members.putIfAbsent(b, members.size() + 1L);
    links.add(new Object[] {a, b, touches});
  }

  private void unlink(String a, String b) {
    unlinked.add(new String[] {a, b});
  }

  private PersonGraph solved() {
    PersonGraph graph = new PersonGraph(TRAITS, 3, 2);
    members.forEach(
        (name, key) ->
            graph.add(key, KINDS.indexOf(name.split(":")[0]), key, 0, name.getBytes(UTF_8)));
    links.forEach(
        link -> graph.link(members.get(link[0]), members.get(link[1]), (Integer) link[2]));
    unlinked.forEach(pair -> graph.unlink(members.get(pair[0]), members.get(pair[1])));
    graph.solve();
    return graph;
  }

  private List<Set<String>> persons() {
    PersonGraph graph = solved();
    Map<Long, Set<String>> persons = new HashMap<>();
    for (int i = 0; i < graph.size(); i++) {
      persons.computeIfAbsent(graph.founder(i), founder -> new HashSet<>()).add(name(graph.key(i)));
    }
    return new ArrayList<>(persons.values());
  }

  private List<String> held() {
    PersonGraph graph = solved();
    List<String> held = new ArrayList<>();
    for (int i = 0; i < graph.links(); i++) {
      if (graph.heldFor(i) != null) {
        held.add(name(graph.from(i)) + " " + name(graph.to(i)) + " " + graph.heldFor(i));
      }
    }
    return held;
  }

  private List<String> heldValues() {
    PersonGraph graph = solved();
    List<String> held = new ArrayList<>();
    for (int i = 0; i < graph.size(); i++) {
      if (graph.isHeldValue(i)) {
        held.add(name(graph.key(i)));
      }
    }
    return held;
  }

  private String name(long key) {
    return new ArrayList<>(members.keySet()).get((int) key - 1);
  }
}
