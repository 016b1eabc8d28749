package giro.identity;

import java.util.Arrays;

/**
 * Decides which ties of one component are too weak to make one person of two. A dense side has at
 * least so many identifiers; two dense sides contradict each other where both have an identifier of
 * a kind that a person normally has one of, such as a login.
 *
 * <ul>
 *   <li>A link that alone holds two contradicting dense sides together, seen on few touches, is
 *       held: somebody typed another customer's address.
 *   <li>A value of a kind that says nothing about who is there, such as a cookie, that alone holds
 *       them together is held with all its links: a family's tablet below its cap. Around it two
 *       sides are two persons already where each has an address of its own and a browser or the
 *       like beside it: not everybody has an account.
 *   <li>So is an e-mail or a number that alone holds more of them together, or two that each have
 *       another one: the dealer's own, typed for want of the customer's.
 * </ul>
 *
 * <p>All ties of a step are judged against the whole component, so the order of links changes
 * nothing: first links, then the values that say least, then e-mails and numbers in what is left,
 * and again until nothing more is held. A step's time and memory are linear in members and links.
 */
final class WeakTies {
  static final int PERSONAL_KINDS = IdentitySettings.MOST_ONE_PER_PERSON;

  /** Kinds of which a person may have several and has seldom: an e-mail, a number. */
  static final int CONTACT_KINDS = 2;

  /** {@link #one} of it counts values that say nothing about who is there. */
  static final int THING = CONTACT_KINDS;

  /** Two sides of an address and a browser each, and what joins them. */
  static final int LEAST = 5;

  private static final int OWN = 2;
  private static final int BITS = 21; // three counters in a long

  private final int dense;
  private final int weakTouches;

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
   * @param contacts per member, {@link #one} of its kind of contact or of {@link #THING}, or 0
   * @param heldFrom per member, how many persons it may not join alone; 0 where it may join all
   * @param from one end of each link
   * @param to its other end
   * @param touches how often it was seen
   */
  record Component(
      long[] personal, long[] contacts, int[] heldFrom, int[] from, int[] to, int[] touches) {
    int members() {
      return personal.length;
    }

    int links() {
      return from.length;
    }

    boolean isThing(int member) {
      return contacts[member] == one(THING);
    }
  }

  /**
   * What to hold.
   *
   * @param links per link, true where it joins nobody
   * @param values per member, true where none of its links joins anybody
   */
  record Held(boolean[] links, boolean[] values) {
    static Held nothing(Component component) {
      return new Held(new boolean[component.links()], new boolean[component.members()]);
    }
  }

  /** The count of one value of the i-th kind. */
  static long one(int i) {
    return 1L << BITS * i;
  }

  Held in(Component component) {
    Held held = Held.nothing(component);
    holdLinks(component, held);
    boolean isMore = true;
    while (isMore) {
      isMore = holdValues(component, held, true) | holdValues(component, held, false);
    }
    return held;
  }

  /** Per link, whether it alone holds its two ends in one component. */
  static boolean[] bridges(int members, int[] from, int[] to) {
    boolean[] bridges = new boolean[from.length];
    Component component =
        new Component(
            new long[members], new long[members], new int[members], from, to, new int[from.length]);
    DepthFirst walk = new DepthFirst(component, Held.nothing(component));
    for (int root = 0; root < members; root++) {
      int visited = walk.disc[root] < 0 ? walk.visit(root) : 0;
      for (int i = 1; i < visited; i++) {
        bridges[walk.linkTo(walk.order[i])] |= walk.isBridgeTo(walk.order[i]);
      }
    }
    return bridges;
  }

  private void holdLinks(Component component, Held held) {
    DepthFirst walk = new DepthFirst(component, held);
    for (int root = 0; root < component.members(); root++) {
      int visited = walk.disc[root] < 0 ? walk.visit(root) : 0;
      for (int i = visited - 1; i > 0; i--) { // the root has no link to a parent
        int member = walk.order[i];
        int link = walk.linkTo(member);
        boolean isWeak = component.touches()[link] <= weakTouches;
        if (isWeak && walk.isBridgeTo(member)) {
          long side = ifDense(walk.size[member], walk.personal[member]);
          long rest =
              ifDense(
                  walk.size[root] - walk.size[member], walk.personal[root] - walk.personal[member]);
          held.links()[link] = (present(side) & present(rest)) != 0;
        }
      }
    }
  }

  /**
   * Holds values of one sort; true where there were any.
   *
   * @param things those that say nothing about who is there, else the others
   */
  private boolean holdValues(Component component, Held held, boolean things) {
    DepthFirst walk = new DepthFirst(component, held);
    boolean isAny = false;
    for (int root = 0; root < component.members(); root++) {
      int visited = walk.disc[root] < 0 ? walk.visit(root) : 0;
      if (visited >= LEAST) {
        Sides sides = new Sides(component, walk, visited);
        for (int i = 0; i < visited; i++) {
          int member = walk.order[i];
          int most = component.heldFrom()[member];
          if (most > 0 && component.isThing(member) == things && sides.areSo(member, root, most)) {
            held.values()[member] = true;
            isAny = true;
          }
        }
      }
    }
    return isAny;
  }

  private long ifDense(int size, long personal) {
    return size >= dense ? personal : 0;
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

  /** The highest of the first so many counters. */
  private static long most(long counts, int kinds) {
    long most = 0;
    for (int kind = 0; kind < kinds; kind++) {
      most = Math.max(most, count(counts, kind));
    }
    return most;
  }

  /** The parts a tree falls into when a member is taken out. */
  private final class Sides {
    private final Component component;
    private final DepthFirst walk;
    private final int[] firstChild;
    private final int[] nextChild;
    private long persons;
    private long owners;

    Sides(Component component, DepthFirst walk, int visited) {
      this.component = component;
      this.walk = walk;
      this.firstChild = new int[component.members()];
      this.nextChild = new int[component.members()];
      Arrays.fill(firstChild, -1);
      for (int i = visited - 1; i > 0; i--) {
        int child = walk.order[i];
        int parent = walk.parent(child);
        nextChild[child] = firstChild[parent];
        firstChild[parent] = child;
      }
    }

    /** True where the parts are so many persons, or two with what only one person has. */
    boolean areSo(int member, int root, int most) {
      persons = 0;
      owners = 0;
      int restSize = walk.size[root] - 1;
      long restPersonal = walk.personal[root] - component.personal()[member];
      long restContacts = walk.contacts[root] - component.contacts()[member];
      for (int child = firstChild[member]; child >= 0; child = nextChild[child]) {
        if (walk.hangsOnParent(child)) {
          restSize -= walk.size[child];
          restPersonal -= walk.personal[child];
          restContacts -= walk.contacts[child];
          add(member, walk.size[child], walk.personal[child], walk.contacts[child]);
        }
      }
      add(member, restSize, restPersonal, restContacts);
      return most(persons, PERSONAL_KINDS) >= most || most(owners, PERSONAL_KINDS) >= OWN;
    }

    private void add(int member, int size, long personal, long contacts) {
      long speaks = present(ifDense(size, personal));
      long has = present(contacts);
      long kind = component.contacts()[member];
      boolean isThing = kind == one(THING);
      persons += speaks;
      if (isThing) {
        owners += (has & kind) != 0 ? has & ~kind : 0;
      } else {
        owners += (has & kind) != 0 ? speaks : 0;
      }
    }
  }
}
