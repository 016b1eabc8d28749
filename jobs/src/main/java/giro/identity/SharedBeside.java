package giro.identity;

import static org.apache.spark.sql.functions.*;

import giro.model.table.Identities;
import giro.model.table.IdentityLinks;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The values that join nobody, as stored, and which of them touches carried together: few. */
final class SharedBeside {
  private final Map<Long, Long> bases = new HashMap<>();
  private final Map<Long, Set<Long>> together = new HashMap<>();
  private KeySet crowds = KeySet.NONE;
  private KeySet keys = KeySet.NONE;

  private SharedBeside() {}

  /**
   * @param registry identities with {@code _base}
   */
  static SharedBeside in(Dataset<Row> registry, Dataset<Row> links) {
    SharedBeside shared = new SharedBeside();
    Set<Long> crowds = new HashSet<>();
    registry
        .filter(col(Identities.IS_SHARED))
        .select(col(Identities.LINK_KEY), col("_base"), col(Identities.IS_CROWD))
        .collectAsList()
        .forEach(
            row -> {
              shared.bases.put(row.getLong(0), row.getLong(1));
              if (row.getBoolean(2)) {
                crowds.add(row.getLong(0));
              }
            });
    shared.crowds = KeySet.of(crowds);
    shared.keys = KeySet.of(shared.bases.keySet());
    Column from = col(IdentityLinks.FROM_KEY);
    Column to = col(IdentityLinks.TO_KEY);
    links
        .filter(shared.keys.has(from).and(shared.keys.has(to)))
        .select(from, to)
        .collectAsList()
        .forEach(link -> tie(shared.together, link.getLong(0), link.getLong(1)));
    return shared;
  }

  KeySet keys() {
    return keys;
  }

  KeySet crowds() {
    return crowds;
  }

  long base(long key) {
    return bases.get(key);
  }

  KeySet bases(Collection<Long> values) {
    return KeySet.of(values.stream().mapToLong(bases::get));
  }

  /** Those that some touch carried beside this one. */
  Set<Long> carriedWith(long key) {
    return together.getOrDefault(key, Set.of());
  }

  /**
   * Bases of the shared values that touches of the region carry, and of those carried with these in
   * turn, the region's own left out.
   */
  KeySet metBy(KeySet own, Dataset<Row> links) {
    Column from = col(IdentityLinks.FROM_KEY);
    Column to = col(IdentityLinks.TO_KEY);
    Set<Long> met = new HashSet<>();
    links
        .filter(own.has(from).and(keys.has(to)).or(own.has(to).and(keys.has(from))))
        .select(from, to)
        .collectAsList()
        .forEach(
            link -> {
              met.add(keys.contains(link.getLong(0)) ? link.getLong(0) : link.getLong(1));
              met.add(keys.contains(link.getLong(1)) ? link.getLong(1) : link.getLong(0));
            });
    own.stream().filter(keys::contains).forEach(met::add);
    spread(met, together);
    met.removeIf(own::contains);
    return bases(met);
  }

  static void tie(Map<Long, Set<Long>> ties, Long a, Long b) {
    ties.computeIfAbsent(a, node -> new HashSet<>()).add(b);
    ties.computeIfAbsent(b, node -> new HashSet<>()).add(a);
  }

  /** Adds whatever the ties reach from these. */
  static void spread(Set<Long> reached, Map<Long, Set<Long>> ties) {
    Deque<Long> ahead = new ArrayDeque<>(reached);
    while (!ahead.isEmpty()) {
      for (long next : ties.getOrDefault(ahead.pop(), Set.of())) {
        if (reached.add(next)) {
          ahead.push(next);
        }
      }
    }
  }
}
