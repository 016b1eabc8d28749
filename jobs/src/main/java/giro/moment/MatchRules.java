package giro.moment;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Adds {@code rule_hits} to touches: bit i of element j says that the condition of rule 64 * j + i
 * holds. A null condition does not hold; without rules the array is empty.
 *
 * <p>The bits are joined by a balanced tree of ORs, so that the generated code splits into small
 * methods however many rules there are.
 */
public final class MatchRules {

  private static final int BITS = Long.SIZE;

  private MatchRules() {}

  /** The touches with one column more. */
  public static Dataset<Row> withRuleHits(Dataset<Row> touches, RuleSet rules) {
    return touches.withColumn(RuleColumns.RULE_HITS, ruleHits(rules));
  }

  /** The column alone: array of bigint, never null. */
  public static Column ruleHits(RuleSet rules) {
    List<Column> words = new ArrayList<>();
    List<Rule> list = rules.rules();
    for (int from = 0; from < list.size(); from += BITS) {
      words.add(word(list.subList(from, Math.min(list.size(), from + BITS))));
    }
    return words.isEmpty() ? array().cast("array<bigint>") : array(words.toArray(new Column[0]));
  }

  private static Column word(List<Rule> rules) {
    List<Column> bits = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      bits.add(when(expr(rules.get(i).when()), lit(1L << i)).otherwise(lit(0L)));
    }
    return anyOf(bits);
  }

  private static Column anyOf(List<Column> bits) {
    int size = bits.size();
    if (size == 1) {
      return bits.get(0);
    }
    return anyOf(bits.subList(0, size / 2)).bitwiseOR(anyOf(bits.subList(size / 2, size)));
  }
}
