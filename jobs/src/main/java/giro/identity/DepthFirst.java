package giro.identity;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * A walk over one component, depth first, that finds what alone holds it together (bridges and
 * articulation points: Hopcroft and Tarjan, 1973) and counts what stands in every branch. Time and
 * memory are linear in members and links.
 */
final class DepthFirst {
  private final WeakTies.Component component;
  private final int[] firstTie;
  private final int[] nextTie;
  private final int[] next;
  private final int[] tieToParent;
  private final int[] low;
  final int[] disc;

  /** The members reached from the last root, in the order they were. */
  final int[] order;

  /** Members of the branch that begins with a member, itself included. */
  final int[] size;

  final long[] personal;
  final long[] contacts;

  /**
   * @param held links and values that are not walked over
   */
  DepthFirst(WeakTies.Component component, WeakTies.Held held) {
    int members = component.members();
    int links = component.links();
    this.component = component;
    firstTie = new int[members];
    Arrays.fill(firstTie, -1);
    nextTie = new int[2 * links];
    for (int link = links - 1; link >= 0; link--) {
      int from = component.from()[link];
      int to = component.to()[link];
      if (!held.links()[link] && !held.values()[from] && !held.values()[to]) {
        nextTie[2 * link] = firstTie[from];
        firstTie[from] = 2 * link;
        nextTie[2 * link + 1] = firstTie[to];
        firstTie[to] = 2 * link + 1;
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
    contacts = component.contacts().clone();
  }

  /** From a member not reached yet, without recursion; gives the number of members reached. */
  int visit(int root) {
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

  /** The link by which a member other than the root was reached. */
  int linkTo(int member) {
    return tieToParent[member] >> 1;
  }

  int parent(int member) {
    return source(tieToParent[member]);
  }

  /** True where the link to a member alone joins its branch to the rest. */
  boolean isBridgeTo(int member) {
    return low[member] == disc[member];
  }

  /** True where its parent alone joins a member's branch to the rest. */
  boolean hangsOnParent(int member) {
    return low[member] >= disc[parent(member)];
  }

  /** Even ties lead from a link's one end to the other, odd ones back. */
  private int target(int tie) {
    return (tie & 1) == 0 ? component.to()[tie >> 1] : component.from()[tie >> 1];
  }

  private int source(int tie) {
    return target(tie ^ 1);
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
    if (tieToParent[member] >= 0) {
      int parent = parent(member);
      low[parent] = Math.min(low[parent], low[member]);
      size[parent] += size[member];
      personal[parent] += personal[member];
      contacts[parent] += contacts[member];
    }
  }
}
