package giro.identity;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import giro.model.table.IdentityLinks;
import java.io.Serializable;
import java.util.function.Predicate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;

/**
 * The identifiers whose persons a night may change. Every touch of theirs is read, so that their
 * links, their ages and their persons come out as from all touches. Of the values beside them only
 * what is stored is known.
 */
final class Region implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Everybody. */
  static final Region WHOLE = new Region(null, null, null, Beside.NOTHING);

  private final KeySet keys;
  private final KeySet fresh;
  private final KeySet bases;
  private final Beside beside;

  /**
   * What is stored of values outside of the region.
   *
   * @param read bases of shared values that touches of the region carry: their touches are read
   *     too, since a person of the region may be who logged in nearest
   * @param shared keys that join nobody
   * @param crowds those of them where a login does not reach far
   * @param lives of values that have several
   */
  record Beside(KeySet read, KeySet shared, KeySet crowds, Lives lives) implements Serializable {
    static final Beside NOTHING = new Beside(KeySet.NONE, KeySet.NONE, KeySet.NONE, Lives.NONE);
  }

  /**
   * @param keys link keys of its identifiers
   * @param fresh {@link LinkKeys#base} of what tonight's touches carried: of these every life is of
   *     the region, one that begins tonight too
   * @param bases of the keys and of what is fresh
   */
  Region(KeySet keys, KeySet fresh, KeySet bases, Beside beside) {
    this.keys = keys;
    this.fresh = fresh;
    this.bases = bases;
    this.beside = beside;
  }

  boolean isWhole() {
    return keys == null;
  }

  /** What is stored of values outside of the region. */
  Beside beside() {
    return beside;
  }

  /** True for a touch that is read. */
  Column reads(Column basesOfTouch) {
    return bases.with(beside.read()).hasAny(basesOfTouch);
  }

  /** True for an identifier of the region. */
  Column owns(String keyColumn, String hashColumn) {
    if (isWhole()) {
      return lit(true);
    }
    UDF2<Long, String, Boolean> owns =
        (key, hash) -> keys.contains(key) || fresh.contains(LinkKeys.base(hash));
    return udf(owns, DataTypes.BooleanType).apply(col(keyColumn), col(hashColumn));
  }

  /** True for a link, or a pair of an identifier with itself, at the region. */
  Column ownsAnEnd() {
    return owns(IdentityLinks.FROM_KEY, IdentityLinks.FROM_HASH)
        .or(owns(IdentityLinks.TO_KEY, IdentityLinks.TO_HASH));
  }

  /** True for a link within the region. */
  Column ownsBothEnds() {
    return owns(IdentityLinks.FROM_KEY, IdentityLinks.FROM_HASH)
        .and(owns(IdentityLinks.TO_KEY, IdentityLinks.TO_HASH));
  }

  /** As {@link #ownsAnEnd}, while it is not known yet which life of a value a touch is in. */
  Column mayOwnAnEnd() {
    if (isWhole()) {
      return lit(true);
    }
    UDF1<String, Boolean> isRead = hash -> bases.contains(LinkKeys.base(hash));
    return udf(isRead, DataTypes.BooleanType)
        .apply(col(IdentityLinks.FROM_HASH))
        .or(udf(isRead, DataTypes.BooleanType).apply(col(IdentityLinks.TO_HASH)));
  }

  /** Of the region's values as found among their touches, of others as stored. */
  Lives lives(Lives found) {
    if (isWhole()) {
      return found;
    }
    Predicate<String> isOwn = hash -> bases.contains(LinkKeys.base(hash));
    return found.only(isOwn).with(beside.lives().only(isOwn.negate()));
  }
}
