package giro.moment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionsTest {

  private static final Conditions CONDITIONS = Conditions.over(RuleColumns.schema());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "event_type = 'a' AND rating >= 4",
        "attributes['paid'] = 'true'",
        "try_cast(attributes['talk_seconds'] AS DOUBLE) <= 0",
        "rating BETWEEN 4 AND 5 OR topic LIKE 'x%'",
        "exists(map_keys(attributes), k -> k LIKE 'aspect%')",
        "occurred_at >= timestamp'2026-01-01 00:00:00'",
        "EVENT_TYPE IN ('a', 'b')",
        "hour(occurred_at) < 8"
      })
  void aConditionOnTheTouchAloneIsFine(String sql) {
    assertThat(CONDITIONS.judge(sql).problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          event_type = 'a            | does not parse
          event_type IN ('a'         | does not parse
          ratin > 3                  | names the unknown column ratin; did you mean rating?
          touches.rating > 3         | names the unknown column touches
          foo(rating) > 3            | uses the unknown function foo()
          sum(rating) > 3            | uses sum(), which reaches outside the row
          count(*) > 3               | uses count(), which reaches outside the row
          row_number() OVER (ORDER BY rating) = 1 | uses row_number(), which reaches outside the row
          lag(rating) OVER (ORDER BY rating) = 1  | uses lag(), which reaches outside the row
          sum(rating) OVER () > 1    | uses sum(), which reaches outside the row
          explode(array(1)) = 1      | uses explode(), which reaches outside the row
          rating > (SELECT 1)        | has a subquery
          rating IN (SELECT 1)       | has a subquery
          EXISTS (SELECT 1)          | has a subquery
          rand() > 0.5               | uses rand(), which reaches outside the row
          uuid() = vin               | uses uuid(), which reaches outside the row
          now() > occurred_at        | uses now(), which reaches outside the row
          current_timestamp > occurred_at     | reaches outside the row
          localtimestamp() > occurred_at      | reaches outside the row
          occurred_at > current_date - 3      | uses current_date(), which reaches outside the row
          curdate() > occurred_at    | reaches outside the row
          unix_timestamp() > 3       | reaches outside the row
          to_unix_timestamp(now()) > 3        | reaches outside the row
          current_user() = 'x'       | reaches outside the row
          current_database() = 'x'   | reaches outside the row
          input_file_name() = 'x'    | uses input_file_name(), which reaches outside the row
          monotonically_increasing_id() = 1   | reaches outside the row
          spark_partition_id() = 1   | reaches outside the row
          java_method('a', 'b') = 'x'         | reaches outside the row
          raise_error('x') = 'y'     | reaches outside the row
          event_type                 | is no condition on a row
          rating + 1                 | is no condition on a row
          attributes = 'x'           | is no condition on a row
          substr(event_type) = 'a'   | is no condition on a row
          rating > ?                 | is no condition on a row
          """)
  void whatCannotBeJudgedOnTheTouchAloneIsRefused(String sql, String problem) {
    assertThat(CONDITIONS.judge(sql).problems())
        .as(sql)
        .singleElement()
        .asString()
        .contains(problem)
        .doesNotContain("SQLSTATE", "\n", "Filter (");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "false",
        "1 = 0",
        "event_type = 'a' AND false",
        "event_type = 'a' AND 1 > 2",
        "NOT true",
        "CAST(NULL AS BOOLEAN)",
        "event_type = NULL",
        "(event_type = 'a' OR 1 = 1) AND 'x' = 'y'"
      })
  void whatIsLiterallyFalseIsKnownBeforeAnyRow(String sql) {
    assertThat(CONDITIONS.judge(sql).never()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "1 = 1", "event_type = 'a' OR true", "NOT false"})
  void soIsWhatAlwaysHolds(String sql) {
    assertThat(CONDITIONS.judge(sql).always()).isTrue();
  }

  @Test
  void conditionsThatSayTheSameAreEqual() {
    assertThat(canonical("event_type = 'a' AND rating >= 4"))
        .isEqualTo(canonical("4 <= RATING and 'a' = event_type"))
        .isNotEqualTo(canonical("event_type = 'a' AND rating > 4"));
    assertThat(canonical("rating BETWEEN 1 AND 2")).isEqualTo(canonical("rating between 1 and 2"));
    assertThat(canonical("topic = 'a'")).isNotEqualTo(canonical("vin = 'a'"));
  }

  private static Object canonical(String sql) {
    return CONDITIONS.judge(sql).canonical();
  }
}
