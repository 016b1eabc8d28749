package giro.identity;

import static org.apache.spark.sql.functions.*;

import giro.identity.Region.Beside;
import giro.lake.Lake;
import giro.model.table.Identities;
import giro.model.table.IdentityLinks;
import giro.model.table.Touches;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;

/**
 * Finds whom a night may change: the persons of what its touches carried, those who used the same
 * shared values at about the same time, and whoever is kept apart from one of these by a held tie
 * only. Reads the registry by a few narrow columns, and no touch but those near a shared value.
 */
final class FindRegion {
  private static final String BASE = "_base";

  private final IdentitySettings settings;
  private final StoredTouches touches;
  private final LinkKeys keys;
  private final Dataset<Row> registry;
  private final Dataset<Row> links;

  /**
   * @param lake whose identities and links are those of the last derivation
   */
  FindRegion(IdentitySettings settings, StoredTouches touches, Lake lake) {
    this.settings = settings;
    this.touches = touches;
    this.keys = new LinkKeys(settings.kinds(), Lives.NONE);
    UDF2<Long, Integer, Long> base = LinkKeys::base;
    this.registry =
        lake.read(Identities.CONTRACT)
            .withColumn(
                BASE,
                udf(base, DataTypes.LongType)
                    .apply(col(Identities.LINK_KEY), col(Identities.OWNERSHIP)));
    this.links = lake.read(IdentityLinks.CONTRACT);
  }

  /** By what a touch is looked up. */
  LinkKeys keys() {
    return keys;
  }

  /**
   * @param wide bases of shared values whose touches may all go to another person tonight
   */
  Region around(Changed changed, KeySet wide) {
    SharedBeside shared = SharedBeside.in(registry, links);
    Set<Long> persons = new HashSet<>();
    Set<Long> values = new HashSet<>();
    for (Row row : registered(changed.fresh().has(col(BASE)))) {
      persons.add(row.isNullAt(2) ? row.getLong(0) : row.getLong(2));
      if (row.getBoolean(3)) {
        values.add(row.getLong(0));
      }
    }
    KeySet near = near(changed, shared, values, wide);
    if (!near.isEmpty()) {
      registered(near.has(col(BASE)).and(col(Identities.PERSON_KEY).isNotNull()))
          .forEach(row -> persons.add(row.getLong(2)));
    }
    throughHeldTies(persons);
    KeySet nodes = KeySet.of(persons);
    Column isOwn =
        changed
            .fresh()
            .has(col(BASE))
            .or(nodes.has(col(Identities.PERSON_KEY)))
            .or(col(Identities.PERSON_KEY).isNull().and(nodes.has(col(Identities.LINK_KEY))));
    List<Row> own = registered(isOwn);
    KeySet ownKeys = KeySet.of(own.stream().mapToLong(row -> row.getLong(0)));
    KeySet bases = KeySet.of(own.stream().mapToLong(row -> row.getLong(1)));
    Beside beside =
        new Beside(
            shared.metBy(ownKeys, links),
            shared.keys().without(ownKeys),
            shared.crowds().without(ownKeys),
            lives());
    return new Region(ownKeys, changed.fresh(), bases.with(changed.fresh()), beside);
  }

  /** link_key, base, person_key, is_shared. */
  private List<Row> registered(Column condition) {
    return registry
        .filter(condition)
        .select(
            col(Identities.LINK_KEY),
            col(BASE),
            col(Identities.PERSON_KEY),
            col(Identities.IS_SHARED))
        .collectAsList();
  }

  /** Bases of whoever used the shared values at about the time of tonight's touches. */
  private KeySet near(Changed changed, SharedBeside shared, Set<Long> values, KeySet wide) {
    if (values.isEmpty() && wide.isEmpty()) {
      return KeySet.NONE;
    }
    Map<Long, long[]> own = changed.timesOf(shared.bases(values));
    Map<Long, long[]> times = new HashMap<>(own);
    for (long value : values) {
      for (long other : shared.carriedWith(value)) { // a login on it may have been the nearest
        long[] more = own.get(shared.base(value));
        times.merge(shared.base(other), more == null ? new long[0] : more, Near::merged);
      }
    }
    Near near = new Near(times, reach(), wide);
    Dataset<Row> some =
        near.isEverywhere() ? touches.all() : touches.between(near.from(), near.to());
    return KeySet.collected(
        some.select(keys.bases().as(BASE), unix_micros(col(Touches.OCCURRED_AT)).as("_at"))
            .filter(near.has(col(BASE), col("_at")))
            .select(explode(col(BASE)).as(BASE))
            .distinct());
  }

  /** A login and the one that was nearest before it may stand on either side of a touch. */
  private long reach() {
    boolean goesOn = settings.kinds().stream().anyMatch(kind -> kind.shared().equals("last"));
    return goesOn ? Long.MAX_VALUE : 2 * settings.splitWithin().toNanos() / 1_000L;
  }

  /**
   * Adds who would be one person with one of these if no tie were held, and the held values
   * themselves: a night's evidence may release a tie, or hold another.
   */
  private void throughHeldTies(Set<Long> persons) {
    List<Row> held =
        links
            .filter(col(IdentityLinks.HELD_FOR).isNotNull())
            .select(IdentityLinks.FROM_KEY, IdentityLinks.TO_KEY)
            .collectAsList();
    if (held.isEmpty()) {
      return;
    }
    Set<Long> ends = new HashSet<>();
    held.forEach(link -> ends.addAll(List.of(link.getLong(0), link.getLong(1))));
    Map<Long, Long> nodes = new HashMap<>();
    registered(KeySet.of(ends).has(col(Identities.LINK_KEY)))
        .forEach(
            row -> nodes.put(row.getLong(0), row.isNullAt(2) ? row.getLong(0) : row.getLong(2)));
    Map<Long, Set<Long>> ties = new HashMap<>();
    held.forEach(
        link -> SharedBeside.tie(ties, nodes.get(link.getLong(0)), nodes.get(link.getLong(1))));
    SharedBeside.spread(persons, ties);
  }

  /** Of every value with several lives, when all but the latest ended. */
  private Lives lives() {
    KeySet several =
        KeySet.collected(registry.filter(col(Identities.OWNERSHIP).gt(0)).select(BASE));
    Map<String, TreeMap<Integer, long[]>> seen = new HashMap<>();
    registry
        .filter(several.has(col(BASE)))
        .select(
            col(Identities.HASH),
            col(Identities.OWNERSHIP),
            unix_micros(col(Identities.FIRST_SEEN_AT)),
            unix_micros(col(Identities.LAST_SEEN_AT)))
        .collectAsList()
        .forEach(
            row ->
                seen.computeIfAbsent(row.getString(0), hash -> new TreeMap<>())
                    .put(row.getInt(1), new long[] {row.getLong(2), row.getLong(3)}));
    Map<String, long[]> ends = new HashMap<>();
    seen.forEach((hash, lives) -> ends.put(hash, ends(lives)));
    return Lives.of(ends);
  }

  /**
   * @param lives first and last time of each; one without a touch has none
   */
  static long[] ends(TreeMap<Integer, long[]> lives) {
    long[] ends = new long[lives.lastKey()];
    long start = lives.lastEntry().getValue()[0];
    for (int life = ends.length - 1; life >= 0; life--) {
      long[] own = lives.get(life);
      ends[life] = own == null ? start - 1 : own[1];
      start = own == null ? ends[life] : own[0];
    }
    return ends;
  }
}
