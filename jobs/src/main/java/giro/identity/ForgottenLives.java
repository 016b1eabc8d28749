package giro.identity;

import static org.apache.spark.sql.functions.udf;

import giro.model.table.ForgottenValues;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;

/** Which values, or lives of a value, are forgotten; they travel with a task, being few. */
final class ForgottenLives implements Serializable {
  private static final long serialVersionUID = 1L;

  /** An empty set is every life. */
  private final Map<String, TreeSet<Integer>> lives = new HashMap<>();

  /**
   * @param values rows of {@link ForgottenValues}
   */
  ForgottenLives(List<Row> values) {
    for (Row value : values) {
      Integer life = value.getAs(ForgottenValues.OWNERSHIP);
      TreeSet<Integer> own =
          lives.computeIfAbsent(value.getAs(ForgottenValues.HASH), hash -> new TreeSet<>());
      if (life != null) {
        own.add(life);
      }
    }
  }

  private boolean has(String hash, int life) {
    TreeSet<Integer> own = lives.get(hash);
    return own != null && (own.isEmpty() || own.contains(life));
  }

  Column has(Column hash, Column life) {
    UDF2<String, Integer, Boolean> has = (value, number) -> has(value, number);
    return udf(has, DataTypes.BooleanType).apply(hash, life);
  }

  /** True where every life of the value is forgotten. */
  Column hasWhole(Column hash) {
    UDF1<String, Boolean> has = value -> lives.containsKey(value) && lives.get(value).isEmpty();
    return udf(has, DataTypes.BooleanType).apply(hash);
  }

  /** True where any life of the value is forgotten. */
  Column hasAny(Column hash) {
    UDF1<String, Boolean> has = lives::containsKey;
    return udf(has, DataTypes.BooleanType).apply(hash);
  }

  /** The number that a life of somebody else has once the lives before it are gone. */
  Column renumbered(Column hash, Column life) {
    UDF2<String, Integer, Integer> renumbered =
        (value, number) -> {
          TreeSet<Integer> own = lives.get(value);
          return own == null ? number : number - own.headSet(number).size();
        };
    return udf(renumbered, DataTypes.IntegerType).apply(hash, life);
  }
}
