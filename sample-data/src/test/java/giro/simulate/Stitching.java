package giro.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A plain stitcher to measure the difficulty of a simulated world: connected components over
 * identifiers, without values that meet more logins than a cap, VINs parted by disposals.
 */
final class Stitching {
  /** A touch with its true person and the identifiers its row carries, as {@code kind:value}. */
  record Touch(long person, long at, List<String> identifiers, String vin, boolean endsVin) {}

  /** Shares of pairs of touches, both in 0 to 1. */
  record Quality(double precision, double recall) {}

  private static final int OTHER_CAP = 4;

  private final List<Touch> touches;

  Stitching(List<Touch> touches) {
    this.touches = touches;
  }

  static List<Touch> touches(Population population, long persons) {
    Society society = Society.of(population, persons);
    Names names = new Names(population, society.numbers());
    Words words = new Words(names, society, population.profile);
    List<Touch> touches = new ArrayList<>();
    for (long index = 0; index < persons; index++) {
      Population.Lived lived = population.live(index);
      new Recognition(population, lived.person()).recognise(lived.acts());
      for (Act act : lived.acts()) {
        if (!act.has(Act.OWN_REGISTRATION | Act.UNTOLD)) {
          touches.add(touch(act, lived.person(), names, words));
        }
      }
    }
    return touches;
  }

  /** What happens to so many persons, sign-ins included. */
  static Stream<EventKind> kinds(Population population, long persons) {
    return LongStream.range(0, persons)
        .mapToObj(population::live)
        .flatMap(
            lived -> {
              new Recognition(population, lived.person()).recognise(lived.acts());
              return lived.acts().stream().map(act -> act.kind);
            });
  }

  private static Touch touch(Act act, Person person, Names names, Words words) {
    List<String> ids = new ArrayList<>();
    add(ids, act.carries(Act.LOGIN), "login:" + names.login(person));
    add(ids, act.carries(Act.EMAIL), "email:" + names.email(act, person).toLowerCase());
    add(ids, act.carries(Act.PHONE | Act.SWITCHBOARD), phone(act, person, names));
    add(ids, act.carries(Act.CRM | Act.WALK_IN), "crm:" + names.customerNumber(act, person));
    add(
        ids,
        act.carries(Act.COOKIE) && !act.carries(Act.NO_COOKIE),
        "cookie:" + names.cookie(act, person));
    add(ids, act.carries(Act.DEVICE), "device:" + names.installation(act, person));
    add(ids, act.carries(Act.HANDLE), "handle:" + names.handle(person));
    String vin = act.carries(Act.VIN) ? words.vin(act, person) : null;
    boolean endsVin = act.kind == EventKind.VEHICLE_RETURNED_OR_SOLD;
    long at = act.dateOnly ? act.at + TrueOrder.DAY - 1 : act.at;
    return new Touch(person.index(), at, ids, vin, endsVin);
  }

  private static String phone(Act act, Person person, Names names) {
    if (act.carries(Act.SWITCHBOARD)) {
      return "phone:switchboard";
    }
    String digits = names.phone(act, person).replaceAll("^(\\+39|\\+33|\\+49|\\+34|0)", "");
    return "phone:" + person.market() + digits;
  }

  private static void add(List<String> ids, boolean isCarried, String value) {
    if (isCarried) {
      ids.add(value);
    }
  }

  /** Components over all identifiers; a value of a kind with more logins or e-mails is left out. */
  Quality byComponents(int loginsPerBrowser) {
    return quality(components(loginsPerBrowser), true);
  }

  /** The most that links can find: those within a true person only, and all of them. */
  Quality reachable() {
    List<List<String>> own = new ArrayList<>();
    for (Touch touch : touches) {
      own.add(touch.identifiers().stream().map(id -> id + "@" + touch.person()).toList());
    }
    return quality(components(own, Set.of()), true);
  }

  /** The component of each touch; -1 where it carries nothing that tells. */
  int[] components(int loginsPerBrowser) {
    List<List<String>> links = withVinEras();
    return components(links, shared(links, loginsPerBrowser));
  }

  private int[] components(List<List<String>> links, Set<String> shared) {
    Map<String, Integer> nodes = new HashMap<>();
    int[] parent = new int[touches.size() * 4 + 16];
    Arrays.setAll(parent, i -> i);
    int[] of = new int[touches.size()];
    for (int i = 0; i < links.size(); i++) {
      of[i] = -1;
      for (String value : links.get(i)) {
        if (!shared.contains(value)) {
          int node = find(parent, nodes.computeIfAbsent(value, v -> nodes.size()));
          of[i] = of[i] < 0 ? node : union(parent, of[i], node);
        }
      }
    }
    for (int i = 0; i < of.length; i++) {
      of[i] = of[i] < 0 ? -1 : find(parent, of[i]);
    }
    return of;
  }

  /** The login is the person; a touch without one is alone. */
  Quality byLogin() {
    Map<String, Integer> logins = new HashMap<>();
    int[] of = new int[touches.size()];
    for (int i = 0; i < of.length; i++) {
      List<String> ids = touches.get(i).identifiers();
      boolean hasLogin = !ids.isEmpty() && ids.get(0).startsWith("login:");
      of[i] = hasLogin ? logins.computeIfAbsent(ids.get(0), v -> logins.size()) : -1;
    }
    return quality(of, false);
  }

  private List<List<String>> withVinEras() {
    List<List<String>> links = new ArrayList<>();
    touches.forEach(touch -> links.add(new ArrayList<>(touch.identifiers())));
    Integer[] order = new Integer[touches.size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingLong(i -> touches.get(i).at()));
    Map<String, Integer> eras = new HashMap<>();
    for (int i : order) {
      Touch touch = touches.get(i);
      if (touch.vin() != null) {
        int era = eras.getOrDefault(touch.vin(), 0);
        links.get(i).add("vin:" + touch.vin() + "/" + era);
        eras.put(touch.vin(), era + (touch.endsVin() ? 1 : 0));
      }
    }
    return links;
  }

  /** Values that met too many: browsers of logins or e-mails, phones of customer numbers. */
  private static Set<String> shared(List<List<String>> links, int loginsPerBrowser) {
    Map<String, Set<String>> met = new HashMap<>();
    for (List<String> row : links) {
      for (String value : row) {
        for (String other : row) {
          met.computeIfAbsent(value + " " + kind(other), v -> new HashSet<>()).add(other);
        }
      }
    }
    Set<String> shared = new HashSet<>();
    met.forEach(
        (pair, others) -> {
          String value = pair.substring(0, pair.lastIndexOf(' '));
          boolean isBrowser = value.startsWith("cookie:") || value.startsWith("device:");
          String otherKind = pair.substring(pair.lastIndexOf(' ') + 1);
          int cap = isBrowser && otherKind.equals("login") ? loginsPerBrowser : OTHER_CAP;
          boolean isCapped = isBrowser || value.startsWith("phone:");
          if (isCapped && !kind(value).equals(otherKind) && others.size() > cap) {
            shared.add(value);
          }
        });
    return shared;
  }

  private static String kind(String value) {
    int end = value.indexOf(':');
    return end < 0 ? value : value.substring(0, end);
  }

  /** Pairs counted by groups; anonymous touches are left apart, or each alone. */
  private Quality quality(int[] of, boolean leaveApart) {
    Map<Long, Long> truth = new HashMap<>();
    Map<Integer, Long> found = new HashMap<>();
    Map<String, Long> both = new HashMap<>();
    for (int i = 0; i < of.length; i++) {
      long person = touches.get(i).person();
      if (of[i] >= 0 || !leaveApart) {
        truth.merge(person, 1L, Long::sum);
      }
      if (of[i] >= 0) {
        found.merge(of[i], 1L, Long::sum);
        both.merge(of[i] + "/" + person, 1L, Long::sum);
      }
    }
    double right = pairs(both.values());
    return new Quality(right / pairs(found.values()), right / pairs(truth.values()));
  }

  private static double pairs(Iterable<Long> sizes) {
    double pairs = 0;
    for (long size : sizes) {
      pairs += size * (size - 1) / 2.0;
    }
    return pairs;
  }

  private static int find(int[] parent, int node) {
    int root = node;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }

  private static int union(int[] parent, int a, int b) {
    int rootA = find(parent, a);
    int rootB = find(parent, b);
    parent[rootA] = rootB;
    return rootB;
  }
}
