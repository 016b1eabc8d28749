package giro.moment;

import static org.assertj.core.api.Assertions.assertThat;

import giro.model.domain.Moment;
import giro.model.domain.Phase;
import giro.testing.SparkExtension;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class MatchRulesTest {

  @Test
  void eachRuleHasItsBitAndANullConditionIsFalse(SparkSession spark) {
    Dataset<Row> touches =
        spark.sql(
            "SELECT * FROM VALUES ('a', 5.0D), ('a', NULL), ('b', 1.0D) AS t(event_type, rating)");

    assertThat(hits(touches, "event_type = 'a'", "rating >= 4", "NOT (rating >= 4)"))
        .containsExactly(List.of(0b011L), List.of(0b001L), List.of(0b100L));
  }

  @Test
  void manyRulesFillSeveralWords(SparkSession spark) {
    String[] whens = IntStream.range(0, 130).mapToObj(i -> "id = " + i).toArray(String[]::new);

    assertThat(hits(spark.sql("SELECT explode(array(0, 63, 64, 129, 500)) AS id"), whens))
        .containsExactly(
            List.of(1L, 0L, 0L),
            List.of(Long.MIN_VALUE, 0L, 0L),
            List.of(0L, 1L, 0L),
            List.of(0L, 0L, 2L),
            List.of(0L, 0L, 0L));
  }

  @Test
  void withoutRulesNothingIsHit(SparkSession spark) {
    assertThat(hits(spark.sql("SELECT 1 AS id"))).containsExactly(List.of());
  }

  private static List<List<Long>> hits(Dataset<Row> touches, String... whens) {
    List<Rule> rules =
        IntStream.range(0, whens.length)
            .mapToObj(
                i ->
                    new Rule(
                        "r" + i,
                        Moment.ZMOT,
                        null,
                        null,
                        null,
                        null,
                        whens[i],
                        EnumSet.allOf(Phase.class),
                        null,
                        null,
                        "my.conf:" + i))
            .toList();
    return MatchRules.withRuleHits(touches, new RuleSet(1, rules))
        .select(RuleColumns.RULE_HITS)
        .collectAsList()
        .stream()
        .map(row -> row.<Long>getList(0))
        .toList();
  }
}
