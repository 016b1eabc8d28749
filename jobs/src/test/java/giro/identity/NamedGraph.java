package giro.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A graph told in names, such as {@code login:ana}; a side is dense from three identifiers on. */
abstract class NamedGraph {
  static final List<String> KINDS = List.of("login", "crm", "email", "cookie");
  static final List<Trait> TRAITS =
      List.of(
          new Trait(WeakTies.one(0), 0, 0),
          new Trait(WeakTies.one(1), 0, 0),
          new Trait(0, WeakTies.one(0), 3),
          new Trait(0, WeakTies.one(WeakTies.THING), 2));

  final Map<String, Long> members = new LinkedHashMap<>();
  final List<Object[]> links = new ArrayList<>();
  final List<String[]> unlinked = new ArrayList<>();

  static final Set<String> ANA = Set.of("login:ana", "crm:ana", "email:ana");
  static final Set<String> BRUNO = Set.of("login:bruno", "crm:bruno", "email:bruno");

  void anaAndBruno() {
    for (String name : List.of("ana", "bruno")) {
      link("login:" + name, "email:" + name, 5);
      link("login:" + name, "crm:" + name, 5);
      link("email:" + name, "crm:" + name, 5);
    }
  }

  static Set<String> plus(Set<String> person, String more) {
    Set<String> all = new HashSet<>(person);
    all.add(more);
    return all;
  }

  void link(String a, String b, int touches) {
    members.putIfAbsent(a, members.size() + 1L);
    members.putIfAbsent(b, members.size() + 1L);
    links.add(new Object[] {a, b, touches});
  }

  void unlink(String a, String b) {
    unlinked.add(new String[] {a, b});
  }

  PersonGraph solved() {
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

  List<Set<String>> persons() {
    PersonGraph graph = solved();
    Map<Long, Set<String>> persons = new HashMap<>();
    for (int i = 0; i < graph.size(); i++) {
      persons.computeIfAbsent(graph.founder(i), founder -> new HashSet<>()).add(name(graph.key(i)));
    }
    return new ArrayList<>(persons.values());
  }

  List<String> held() {
    PersonGraph graph = solved();
    List<String> held = new ArrayList<>();
    for (int i = 0; i < graph.links(); i++) {
      if (graph.heldFor(i) != null) {
        held.add(name(graph.from(i)) + " " + name(graph.to(i)) + " " + graph.heldFor(i));
      }
    }
    return held;
  }

  List<String> heldValues() {
    PersonGraph graph = solved();
    List<String> held = new ArrayList<>();
    for (int i = 0; i < graph.size(); i++) {
      if (graph.isHeldValue(i)) {
        held.add(name(graph.key(i)));
      }
    }
    return held;
  }

  String name(long key) {
    return new ArrayList<>(members.keySet()).get((int) key - 1);
  }
}
