package giro.moment;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;
import org.apache.spark.sql.classic.ExpressionUtils;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Adds {@code rule_hits} to touches: bit i of element j says that the condition of rule 64 * j + i
 * holds. A null condition does not hold; without rules the array is empty.
 *
 * <p>Over a hundred conditions per row would be the bill of the stage, so a binary search over the
 * event types that rules name comes first, and only what is left of the few conditions of that type
 * is evaluated. Conditions that name no event type are evaluated for every row.
 */
public final class MatchRules {

  private static final int BITS = Long.SIZE;
  private static final Column EVENT_TYPE = col("event_type");

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
      words.add(new Word(list.subList(from, Math.min(list.size(), from + BITS))).column());
    }
    return words.isEmpty() ? array().cast("array<bigint>") : array(words.toArray(new Column[0]));
  }

  /** Up to 64 rules. */
  private static final class Word {

    /** What is to be found out for one event type: bits that are sure, and bits that depend. */
    private static final class Bits {
      private long sure;
      private final List<Column> depending = new ArrayList<>();

      void add(int bit, Expression condition) {
        if (EventCase.isTrue(condition)) {
          sure |= 1L << bit;
        } else {
          depending.add(when(ExpressionUtils.column(condition), lit(1L << bit)).otherwise(lit(0L)));
        }
      }

      Column column() {
        Column known = lit(sure);
        return depending.isEmpty() ? known : known.bitwiseOR(anyOf(depending));
      }
    }

    /** In Spark's order of strings, which is not Java's for every character. */
    private final TreeMap<String, Bits> byType =
        new TreeMap<>(Comparator.comparing(UTF8String::fromString));

    private final Bits ofAll = new Bits();

    Word(List<Rule> rules) {
      for (int bit = 0; bit < rules.size(); bit++) {
        Expression when = CatalystSqlParser$.MODULE$.parseExpression(rules.get(bit).when());
        Optional<Set<String>> types = EventCase.only(when);
        if (types.isEmpty()) {
          ofAll.add(bit, when);
          continue;
        }
        for (String type : types.get()) {
          Bits bits = byType.computeIfAbsent(type, any -> new Bits());
          bits.add(bit, EventCase.given(when, type));
        }
      }
    }

    Column column() {
      if (byType.isEmpty()) {
        return ofAll.column();
      }
      return search(List.copyOf(byType.keySet())).bitwiseOR(ofAll.column());
    }

    private Column search(List<String> types) {
      if (types.size() == 1) {
        String type = types.get(0);
        return when(EVENT_TYPE.equalTo(type), byType.get(type).column()).otherwise(lit(0L));
      }
      int middle = types.size() / 2;
      return when(EVENT_TYPE.lt(types.get(middle)), search(types.subList(0, middle)))
          .otherwise(search(types.subList(middle, types.size())));
    }

    /** A balanced tree, so that generated code nests little. */
    private static Column anyOf(List<Column> bits) {
      int size = bits.size();
      return size == 1
          ? bits.get(0)
          : anyOf(bits.subList(0, size / 2)).bitwiseOR(anyOf(bits.subList(size / 2, size)));
    }
  }
}
