package giro.identity;

import static org.apache.spark.sql.functions.udf;

import giro.model.table.Touches;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The identifiers of a touch that may link persons, strongest first, each with a 64-bit key for
 * joins: the first half of its keyed hash, which already depends on the kind. A VIN gets another
 * key after each disposal, so that it links within one ownership only.
 *
 * <p>A function of our own: hex to long and the look-up of an ownership are an order of magnitude
 * slower as SQL on nested arrays.
 */
final class LinkKeys implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final long OWNERSHIP_STEP = 0x9E3779B97F4A7C15L;

  /** kind, hash, ownership, key. */
  static final String TYPE = "array<struct<kind:string,hash:string,ownership:int,key:bigint>>";

  private final Set<String> groupingKinds;
  private final Map<String, Integer> ranks = new HashMap<>();
  private final Lives lives;

  /**
   * @param kinds strongest first; a kind that is none of them links and is the weakest
   * @param lives of the values that have more than one: each life has a key of its own
   */
  LinkKeys(List<KindSettings> kinds, Lives lives) {
    this.groupingKinds =
        kinds.stream().filter(k -> !k.links()).map(KindSettings::kind).collect(Collectors.toSet());
    kinds.forEach(kind -> ranks.put(kind.kind(), ranks.size()));
    this.lives = lives;
  }

  /** The linking identifiers of each touch. */
  Column column() {
    UDF2<scala.collection.Seq<Row>, Long, Row[]> keys = this::of;
    return udf(keys, DataType.fromDDL(TYPE))
        .apply(
            functions.col(Touches.IDENTIFIERS),
            functions.unix_micros(functions.col(Touches.OCCURRED_AT)));
  }

  Row[] of(scala.collection.Seq<Row> identifiers, Long micros) {
    List<Row> keys = new ArrayList<>(4);
    for (Row identifier : CollectionConverters.asJava(identifiers)) {
      String kind = identifier.getString(0);
      if (!groupingKinds.contains(kind)) {
        String hash = identifier.getString(1);
        int ownership = lives.at(hash, micros);
        keys.add(RowFactory.create(kind, hash, ownership, key(hash, ownership)));
      }
    }
    keys.sort(Comparator.comparingInt(key -> ranks.getOrDefault(key.getString(0), ranks.size())));
    return keys.toArray(Row[]::new);
  }

  /**
   * The keys of first lives behind a touch, its car's among them: what a touch is looked up by,
   * whichever life each value is in. Null where it has none.
   */
  Column bases() {
    UDF2<scala.collection.Seq<Row>, String, long[]> bases =
        (identifiers, vin) -> {
          LongStream own =
              CollectionConverters.asJava(identifiers).stream()
                  .filter(id -> !groupingKinds.contains(id.getString(0)))
                  .mapToLong(id -> base(id.getString(1)));
          return (vin == null ? own : LongStream.concat(own, LongStream.of(base(vin))))
              .distinct()
              .toArray();
        };
    return udf(bases, DataTypes.createArrayType(DataTypes.LongType, false))
        .apply(functions.col(Touches.IDENTIFIERS), functions.col(Touches.VIN));
  }

  /** The key of a value's first life. */
  static long base(String hash) {
    return key(hash, 0);
  }

  /** The same from the key of any life. */
  static long base(long key, int ownership) {
    return key ^ (ownership * OWNERSHIP_STEP);
  }

  static long key(String hash, int ownership) {
    return Long.parseUnsignedLong(hash, 0, 16, 16) ^ (ownership * OWNERSHIP_STEP);
  }

  /** True for a touch with a value that has several lives. */
  Column carriesSeveralLives() {
    UDF1<scala.collection.Seq<Row>, Boolean> carries =
        ids ->
            CollectionConverters.asJava(ids).stream()
                .anyMatch(id -> lives.hasSeveral(id.getString(1)));
    return udf(carries, DataTypes.BooleanType).apply(functions.col(Touches.IDENTIFIERS));
  }

  /** True where the hash has several lives. */
  Column hasSeveralLives(Column hash) {
    UDF1<String, Boolean> several = lives::hasSeveral;
    return udf(several, DataTypes.BooleanType).apply(hash);
  }
}
