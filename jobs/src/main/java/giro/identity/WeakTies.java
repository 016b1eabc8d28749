package giro.identity;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Decides which ties of one component are too weak to make one person of two. A dense side has at
 * least so many identifiers; two dense sides contradict each other where both have an identifier of
 * a kind that a person normally has one of, such as a login.
 *
 * <ul>
 *   <li>A link that alone holds two contradicting dense sides together, seen on few touches, is
 *       held: somebody typed another customer's address.
 *   <li>A value of a kind that says nothing about who is there, such as a cookie, that alone holds
 *       them together is held with all its links: a family's tablet below its cap. So is an e-mail
 *       or a number that alone holds more of them together: the dealer's own, typed for want of the
 *       customer's.
 * </ul>
 *
 * <p>All ties are judged against the whole component, so the order of links changes nothing. Time
 * and memory are linear in members and links (bridges and articulation points: Hopcroft and Tarjan,
 * 1973).
 */
final class WeakTies {
  static final int PERSONAL_KINDS = IdentitySettings.MOST_ONE_PER_PERSON;

  private static final int BITS = 21; // three counters in a long

  private final int dense;
  private final int weakTouches;

  private int[] firstTie;
  private int[] nextTie;
  private int[] from;
  private int[] to;
  private int[] disc;
  private int[] low;
  private int[] tieToParent;
  private int[] next;
  private int[] order;
  private int[] size;
  private long[] personal;

  /**
   * @param dense identifiers that make a side dense
   * @param weakTouches a link seen on more touches than this is never held
   */
  WeakTies(int dense, int weakTouches) {
    this.dense = dense;
    this.weakTouches = weakTouches;
  }

  /**
   * One component, members and links by position.
   *
   * @param personal per member, {@link #one} of its kind, or 0
   * @param heldFrom per member, how many persons it may not join alone; 0 where it may join all
   * @param from one end of each link
   * @param to its other end
   * @param touches how often it was seen
   */
  record Component(long[] personal, int[] heldFrom, int[] from, int[] to, int[] touches) {
    int members() {
      return personal.length;
    }

    int links() {
      return from.length;
    }
  }

  /**
   * What to hold.
   *
   * @param links per link, true where it joins nobody
   * @param values per member, true where none of its links joins anybody
   */
  record Held(boolean[] links, boolean[] values) {}

  /** The count of one value of the i-th kind that a person has one of. */
  static long one(int i) {
    return 1L << BITS * i;
  }

  Held in(Component component) {
    Held held = new Held(new boolean[component.links()], new boolean[component.members()]);
    holdLinks(component, held);
    holdValues(component, held);
    return held;
  }

  /** Per link, whether it alone holds its two ends in one component. */
  boolean[] bridges(Component component) {
    boolean[] bridges = new boolean[component.links()];
    prepare(component, new Held(new boolean[component.links()], new boolean[0]));
    for (int root = 0; root < component.members(); root++) {
      int visited = disc[root] < 0 ? visit(component, root) : 0;
      for (int i = 1; i < visited; i++) {
        bridges[tieToParent[order[i]] >> 1] |= low[order[i]] == disc[order[i]];
      }
    }
    return bridges;
  }

  private void holdLinks(Component component, Held held) {
    prepare(component, held);
    for (int root = 0; root < component.members(); root++) {
      int visited = disc[root] < 0 ? visit(component, root) : 0;
      for (int i = visited - 1; i > 0; i--) { // the root has no link to a parent
        int member = order[i];
        int link = tieToParent[member] >> 1;
        boolean isBridge = low[member] == disc[member];
        boolean isWeak = component.touches()[link] <= weakTouches;
        if (isBridge
            && isWeak
            && areTwoPersons(
                size[member],
                personal[member],
                size[root] - size[member],
                personal[root] - personal[member])) {
          held.links()[link] = true;
        }
      }
    }
  }

  private void holdValues(Component component, Held held) {
    prepare(component, held);
    for (int root = 0; root < component.members(); root++) {
      int visited = disc[root] < 0 ? visit(component, root) : 0;
      if (visited > 2 * dense) {
        Sides sides = new Sides(component, visited);
        for (int i = 0; i < visited; i++) {
          int member = order[i];
          int most = component.heldFrom()[member];
          held.values()[member] = most > 0 && sides.personsAround(member, root) >= most;
        }
      }
    }
  }

  /** Two dense sides with a value each of a kind that a person has one of. */
  private boolean areTwoPersons(int sizeA, long personalA, int sizeB, long personalB) {
    return sizeA >= dense && sizeB >= dense && (present(personalA) & present(personalB)) != 0;
  }

  /** {@link #one} of each kind of which there is a value. */
  private static long present(long counts) {
    long present = 0;
    for (int kind = 0; kind < PERSONAL_KINDS; kind++) {
      present |= count(counts, kind) > 0 ? one(kind) : 0;
    }
    return present;
  }

  private static long count(long counts, int kind) {
    return counts >>> BITS * kind & (1L << BITS) - 1;
  }

  private void prepare(Component component, Held held) {
    int members = component.members();
    int links = component.links();
    from = component.from();
    to = component.to();
    firstTie = new int[members];
    Arrays.fill(firstTie, -1);
    nextTie = new int[2 * links];
    for (int link = links - 1; link >= 0; link--) {
      if (!held.links()[link]) {
        nextTie[2 * link] = firstTie[from[link]];
        firstTie[from[link]] = 2 * link;
        nextTie[2 * link + 1] = firstTie[to[link]];
        firstTie[to[link]] = 2 * link + 1;
      }
    }
    disc = new int[members];
    Arrays.fill(disc, -1);
    low = new int[members];
    tieToParent = new int[members];
    next = firstTie.clone();
    order = new int[members];
    size = new int[members];
    personal = component.personal().clone();
  }

  /** Even ties lead from a link's one end to the other, odd ones back. */
  private int target(int tie) {
    return (tie & 1) == 0 ? to[tie >> 1] : from[tie >> 1];
  }

  private int source(int tie) {
    return (tie & 1) == 0 ? from[tie >> 1] : to[tie >> 1];
  }

  /** Depth first from a root, without recursion; gives the number of members reached. */
  private int visit(Component component, int root) {
    int visited = 0;
    Deque<Integer> path = new ArrayDeque<>();
    tieToParent[root] = -1;
    visited = enter(root, visited);
    path.push(root);
    while (!path.isEmpty()) {
      int member = path.peek();
      int tie = next[member];
      if (tie < 0) {
        path.pop();
        leave(member);
        continue;
      }
      next[member] = nextTie[tie];
      int other = target(tie);
      if (disc[other] < 0) {
        tieToParent[other] = tie;
        visited = enter(other, visited);
        path.push(other);
      } else if (tieToParent[member] < 0 || tie >> 1 != tieToParent[member] >> 1) {
        low[member] = Math.min(low[member], disc[other]);
      }
    }
    return visited;
  }

  private int enter(int member, int visited) {
    disc[member] = visited;
    low[member] = visited;
    size[member] = 1;
    order[visited] = member;
    return visited + 1;
  }

  /** Adds a finished member's branch to its parent's. */
  private void leave(int member) {
    int tie = tieToParent[member];
    if (tie >= 0) {
      int parent = source(tie);
      low[parent] = Math.min(low[parent], low[member]);
      size[parent] += size[member];
      personal[parent] += personal[member];
    }
  }

  /** The parts a tree falls into when a member is taken out. */
  private final class Sides {
    private final Component component;
    private final int[] firstChild;
    private final int[] nextChild;

    Sides(Component component, int visited) {
      this.component = component;
      this.firstChild = new int[component.members()];
      this.nextChild = new int[component.members()];
      Arrays.fill(firstChild, -1);
      for (int i = visited - 1; i > 0; i--) {
        int child = order[i];
        int parent = source(tieToParent[child]);
        nextChild[child] = firstChild[parent];
        firstChild[parent] = child;
      }
    }

    /** The most parts that have a value each of one and the same kind that a person has one of. */
    long personsAround(int member, int root) {
      long parts = 0;
      int restSize = size[root] - 1;
      long restPersonal = personal[root] - component.personal()[member];
      for (int child = firstChild[member]; child >= 0; child = nextChild[child]) {
        if (low[child] >= disc[member]) { // nothing but this member leads out of the branch
          restSize -= size[child];
          restPersonal -= personal[child];
          parts += size[child] >= dense ? present(personal[child]) : 0;
        }
      }
      parts += restSize >= dense ? present(restPersonal) : 0;
      long most = 0;
      for (int kind = 0; kind < PERSONAL_KINDS; kind++) {
        most = Math.max(most, count(parts, kind));
      }
      return most;
    }
  }
}
