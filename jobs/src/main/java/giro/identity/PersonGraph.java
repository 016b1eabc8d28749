package giro.identity;

import giro.model.table.HeldLinks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Identifiers, the links between them, and the persons they make: union-find over everything, then
 * a closer look at the few components that may be several persons. Memory is some 100 bytes a
 * member and 13 a link.
 *
 * <p>Members and links are added in any order; a person is named after the member that landed
 * first: of one event's the strongest kind, then one that named a person under a former privacy
 * key. Nothing goes by hashes where it can be helped: they change with the key.
 */
final class PersonGraph {
  private static final byte FREE = 0;
  private static final byte BY_HAND = 1;
  private static final byte WEAK = 2;

  private final List<Trait> traits;
  private final int dense;
  private final int weakTouches;
  private final Components members = new Components();
  private final Ages ages = new Ages();
  private final List<long[]> unlinked = new ArrayList<>();
  private byte[] kinds = new byte[1024];
  private long[] names = new long[1024];
  private int[] from = new int[1024];
  private int[] to = new int[1024];
  private int[] touches = new int[1024];
  private byte[] heldLinks;
  private boolean[] heldValues;
  private int[] oldest;
  private int links;

  /**
   * @param traits by kind number
   * @param dense see {@link WeakTies}; 0 holds nothing
   */
  PersonGraph(List<Trait> traits, int dense, int weakTouches) {
    this.traits = List.copyOf(traits);
    this.dense = dense;
    this.weakTouches = weakTouches;
  }

  /**
   * @param name {@link KeptNames#OWN_KEY}
   * @param day of the landing folder that brought it first, since 1970
   * @param event the id of the touch that did
   */
  void add(long key, int kind, long name, int day, byte[] event) {
    int member = members.add(key);
    if (member >= kinds.length) {
      kinds = Arrays.copyOf(kinds, Math.max(member + 1, kinds.length * 2));
      names = Arrays.copyOf(names, kinds.length);
    }
    kinds[member] = (byte) kind;
    names[member] = name;
    ages.set(member, day, event);
  }

  /** Both ends are added too; {@link Integer#MAX_VALUE} touches for a link made by hand. */
  void link(long a, long b, int seen) {
    if (links == from.length) {
      from = Arrays.copyOf(from, links * 2);
      to = Arrays.copyOf(to, links * 2);
      touches = Arrays.copyOf(touches, links * 2);
    }
    from[links] = members.add(a);
    to[links] = members.add(b);
    touches[links] = seen;
    members.join(from[links], to[links]);
    links++;
  }

  /** These two are never one person, whatever links them. */
  void unlink(long a, long b) {
    unlinked.add(new long[] {a, b});
  }

  /** Looks at what may be several persons; founders and held ties can be asked for afterwards. */
  void solve() {
    heldLinks = new byte[links];
    heldValues = new boolean[members.size()];
    int[] root = new int[members.size()];
    for (int i = 0; i < root.length; i++) {
      root[i] = members.rootOf(i);
    }
    int[] suspect = Groups.numbered(suspects(root));
    int[][] own = Groups.of(members.size(), i -> suspect[root[i]]);
    int[][] ties = Groups.of(links, i -> suspect[root[from[i]]]);
    int[] place = new int[own.length == 0 ? 0 : members.size()];
    for (int i = 0; i < own.length; i++) {
      look(own[i], i < ties.length ? ties[i] : new int[0], place);
    }
    oldest = new int[members.size()];
    Arrays.fill(oldest, -1);
    for (int i = 0; i < oldest.length; i++) {
      int person = members.rootOf(i);
      boolean isOlder = oldest[person] < 0 || byAge(i, oldest[person]) < 0;
      oldest[person] = isOlder ? i : oldest[person];
    }
  }

  private int byAge(int a, int b) {
    int order = ages.compare(a, b);
    order = order != 0 ? order : Integer.compare(kinds[a], kinds[b]);
    order = order != 0 ? order : Boolean.compare(isOwn(a), isOwn(b));
    return order != 0 ? order : Long.compare(names[a], names[b]);
  }

  /** False for a member that named a person under a former key. */
  private boolean isOwn(int member) {
    return names[member] == members.key(member);
  }

  int size() {
    return members.size();
  }

  long key(int member) {
    return members.key(member);
  }

  /** The key of the oldest member of the i-th member's person. */
  long founder(int member) {
    return members.key(oldest[members.rootOf(member)]);
  }

  /** True where a value alone would make one person of several: it joins nobody. */
  boolean isHeldValue(int member) {
    return heldValues[member];
  }

  int links() {
    return links;
  }

  long from(int link) {
    return members.key(from[link]);
  }

  long to(int link) {
    return members.key(to[link]);
  }

  /** Why a link joins nobody although both its ends do; null where it joins. */
  String heldFor(int link) {
    return switch (heldLinks[link]) {
      case BY_HAND -> HeldLinks.UNLINK_RULE;
      case WEAK -> HeldLinks.WEAK_LINK;
      default -> null;
    };
  }

  /** Components under a rule of hand, and large ones with two logins, or two e-mails. */
  private boolean[] suspects(int[] root) {
    boolean[] isSuspect = new boolean[root.length];
    for (long[] pair : unlinked) {
      int a = members.find(pair[0]);
      int b = members.find(pair[1]);
      if (a >= 0 && b >= 0 && root[a] == root[b]) {
        isSuspect[root[a]] = true;
      }
    }
    if (dense > 0) {
      int[] size = new int[root.length];
      byte[] seen = new byte[root.length];
      byte[] twice = new byte[root.length];
      for (int i = 0; i < root.length; i++) {
        size[root[i]]++;
        byte kind = traits.get(kinds[i]).bit();
        twice[root[i]] |= (byte) (seen[root[i]] & kind);
        seen[root[i]] |= kind;
      }
      for (int i = 0; i < root.length; i++) {
        isSuspect[i] |= Trait.isPersonal(twice[i]) && size[i] >= 2 * dense;
        isSuspect[i] |= twice[i] != 0 && size[i] >= WeakTies.LEAST;
      }
    }
    return isSuspect;
  }

  /**
   * Splits one component where it has to be.
   *
   * @param place scratch: per member of the graph its place in the component
   */
  private void look(int[] own, int[] ties, int[] place) {
    for (int i = 0; i < own.length; i++) {
      place[own[i]] = i;
    }
    members.part(own);
    holdByHand(ties);
    members.part(own);
    int[] free = Arrays.stream(ties).filter(link -> heldLinks[link] == FREE).toArray();
    if (dense > 0) {
      WeakTies.Held held = new WeakTies(dense, weakTouches).in(component(own, free, place));
      for (int i = 0; i < free.length; i++) {
        heldLinks[free[i]] = held.links()[i] ? WEAK : FREE;
      }
      for (int i = 0; i < own.length; i++) {
        heldValues[own[i]] = held.values()[i];
      }
    }
    for (int link : free) {
      if (heldLinks[link] == FREE && !heldValues[from[link]] && !heldValues[to[link]]) {
        members.join(from[link], to[link]);
      }
    }
  }

  /**
   * Joins the strongest first, of equal ones the oldest, and holds every link that would make one
   * person of an unlinked pair.
   */
  private void holdByHand(int[] ties) {
    List<int[]> pairs = new ArrayList<>();
    for (long[] pair : unlinked) {
      pairs.add(new int[] {members.find(pair[0]), members.find(pair[1])});
    }
    pairs.removeIf(pair -> pair[0] < 0 || pair[1] < 0);
    if (pairs.isEmpty()) {
      return;
    }
    Comparator<Integer> strongestFirst =
        Comparator.comparingInt((Integer link) -> -touches[link])
            .thenComparing(link -> from[link], this::byAge)
            .thenComparing(link -> to[link], this::byAge);
    for (int link : Arrays.stream(ties).boxed().sorted(strongestFirst).toList()) {
      int a = members.rootOf(from[link]);
      int b = members.rootOf(to[link]);
      if (pairs.stream().anyMatch(pair -> joins(a, b, pair))) {
        heldLinks[link] = BY_HAND;
      } else {
        members.join(a, b);
      }
    }
  }

  /** True where joining two roots would make one person of an unlinked pair. */
  private boolean joins(int a, int b, int[] pair) {
    int one = members.rootOf(pair[0]);
    int other = members.rootOf(pair[1]);
    return (one == a && other == b) || (one == b && other == a);
  }

  private WeakTies.Component component(int[] own, int[] ties, int[] place) {
    long[] personal = new long[own.length];
    long[] contacts = new long[own.length];
    int[] heldFrom = new int[own.length];
    for (int i = 0; i < own.length; i++) {
      Trait trait = traits.get(kinds[own[i]]);
      personal[i] = trait.personal();
      contacts[i] = trait.contact();
      heldFrom[i] = trait.heldFrom();
    }
    for (int link : ties) {
      if (touches[link] == Integer.MAX_VALUE) { // what a rule of hand links is not held
        heldFrom[place[from[link]]] = 0;
        heldFrom[place[to[link]]] = 0;
      }
    }
    return new WeakTies.Component(
        personal,
        contacts,
        heldFrom,
        Arrays.stream(ties).map(link -> place[from[link]]).toArray(),
        Arrays.stream(ties).map(link -> place[to[link]]).toArray(),
        Arrays.stream(ties).map(link -> touches[link]).toArray());
  }
}
