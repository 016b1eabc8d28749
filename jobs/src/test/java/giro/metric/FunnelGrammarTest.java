package giro.metric;

import static org.assertj.core.api.Assertions.assertThat;

import giro.metric.FunnelSettings.Exclusion;
import giro.metric.FunnelSettings.Step;
import giro.model.table.FunnelSteps;
import giro.model.table.JourneyTouches;
import giro.testing.SparkExtension;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The whole grammar from stored touches to {@code funnel_steps}. A person is written as touches
 * {@code day type [model]}; the funnel's steps are the types a, b and c, its window 30 days.
 */
@ExtendWith(SparkExtension.class)
class FunnelGrammarTest {
  private static final long NOW =
      LocalDate.parse("2026-02-21").atStartOfDay(ZoneOffset.UTC).toEpochSecond() * 1_000_000L;

  private SparkSession spark;
  private final List<Step> steps =
      new ArrayList<>(
          List.of(step("a", null, false), step("b", null, false), step("c", null, false)));
  private List<Exclusion> exclusions = List.of();
  private List<String> hold = List.of();
  private List<String> by = List.of();
  private int values = 50;
  private String mode = "ordered";
  private String entry = "closed";

  @BeforeEach
  void session(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void adjacentStepsAreTheVeryNextMoments() {
    mode = "adjacent";
    assertThat(reached("1 a, 2 b, 3 c", "1 a, 2 x, 3 b, 4 c", "1 a, 2 NONE, 3 b"))
        .containsExactly(3L, 2L, 1L);
  }

  @Test
  void timesMustRiseInStrictIncreaseOnly() {
    assertThat(reached("1 a, 1 b, 2 c")).containsExactly(1L, 1L, 1L);
    mode = "strict_increase";
    assertThat(reached("1 a, 1 b, 2 c")).containsExactly(1L, 0L, 0L);
  }

  @Test
  void inAnyOrderAStepIsSoManySteps() {
    mode = "any_order";
    assertThat(reached("1 c, 2 b, 3 a", "1 b", "1 a, 2 c, 40 b")).containsExactly(3L, 2L, 1L);
  }

  @Test
  void strictOrderEndsAtAnyOtherTouchAndStrictDedupAtARepeat() {
    mode = "strict_order";
    assertThat(reached("1 a, 2 b, 3 b, 4 c", "1 a, 2 b, 3 x, 4 c")).containsExactly(2L, 2L, 1L);
    mode = "strict_dedup";
    assertThat(reached("1 a, 2 b, 3 x, 4 c", "1 a, 2 b, 3 b, 4 c")).containsExactly(2L, 2L, 1L);
  }

  @Test
  void anOptionalStepMayBePassedOver() {
    steps.set(1, step("b", null, true));
    assertThat(reached("1 a, 3 c", "1 a, 2 b, 3 c", "1 a, 2 b")).containsExactly(3L, 2L, 2L);
    steps.set(0, step("a", null, true));
    assertThat(reached("1 a, 3 c", "1 a", "1 c"))
        .as("what fills optional steps only is no attempt")
        .containsExactly(1L, 0L, 2L);
  }

  @Test
  void withinRunsFromTheLastFilledStep() {
    steps.set(2, step("c", Duration.ofDays(2), false));
    List<Row> rows = rows("1 a, 5 b, 7 c", "1 a, 5 b, 8 c", "1 a, 50 b");
    assertThat(column(rows, FunnelSteps.REACHED)).containsExactly(3L, 2L, 1L);
    assertThat(column(rows, FunnelSteps.DROPPED)).containsExactly(1L, 1L, 0L);
  }

  @Test
  void anExclusionEndsTheAttemptAtItsStep() {
    exclusions = List.of(new Exclusion("a", "b", "event_type = 'x'"));
    List<Row> rows = rows("1 a, 2 x, 3 b, 4 c", "1 a, 2 b, 3 x, 4 c");
    assertThat(column(rows, FunnelSteps.REACHED)).containsExactly(2L, 1L, 1L);
    assertThat(column(rows, FunnelSteps.EXCLUDED)).containsExactly(1L, 0L, 0L);
  }

  @Test
  void aHeldColumnIsEqualAlongAnAttemptAndUnknownOpensNone() {
    hold = List.of("model");
    assertThat(reached("1 a m1, 2 b m2, 3 b m1", "1 a m1, 2 b m2", "1 a, 2 b"))
        .containsExactly(2L, 1L, 0L);
  }

  @Test
  void withAnOpenEntryAnyStepStartsAnAttempt() {
    entry = "open";
    List<Row> rows = rows("1 b, 2 c", "1 a, 2 b", "1 c");
    assertThat(column(rows, FunnelSteps.REACHED)).containsExactly(1L, 2L, 2L);
    assertThat(column(rows, FunnelSteps.ENTERED_HERE)).containsExactly(1L, 1L, 1L);
    assertThat(rows.stream().map(row -> row.<Double>getAs(FunnelSteps.RATE_FROM_ENTRY)))
        .containsExactly(1.0, 1.0, 2 / 3.0);
    assertThat(rows.stream().map(row -> row.<Double>getAs(FunnelSteps.RATE_FROM_PREVIOUS)))
        .containsExactly(1.0, 1.0, 0.5);
  }

  @Test
  void onlyTheBreakdownValuesWithTheMostTouchesHaveRowsOfTheirOwn() {
    by = List.of("event_type");
    values = 2;
    steps.set(0, step("a' OR event_type = 'x' OR event_type = 'y", null, false));
    List<String> cells =
        cells("1 a, 2 b, 3 c, 4 a", "1 a", "1 x", "1 y, 2 b", "3 b, 4 b, 5 b").stream()
            .filter(row -> row.getAs(FunnelSteps.STEP_NUMBER).equals(1))
            .map(row -> row.getAs(FunnelSteps.BREAKDOWN_1_VALUE) + " " + row.getAs("reached"))
            .sorted()
            .toList();
    assertThat(cells).containsExactly("(all) 4", "(other) 2", "a 2");
  }

  @Test
  void reachedIsTheNextStepsPlusWhatEndedHere() {
    exclusions = List.of(new Exclusion("b", "c", "event_type = 'x'"));
    for (String each : List.of("closed", "open")) {
      entry = each;
      List<Row> rows =
          rows(
              "1 a, 2 b, 3 x, 4 c",
              "1 a, 2 b",
              "40 a, 41 b",
              "45 b",
              "1 c",
              "1 a, 2 b, 3 c",
              "50 a");
      List<Long> reached = column(rows, FunnelSteps.REACHED);
      for (int i = 0; i < 2; i++) {
        long ended =
            column(rows, FunnelSteps.OPEN).get(i)
                + column(rows, FunnelSteps.DROPPED).get(i)
                + column(rows, FunnelSteps.EXCLUDED).get(i);
        assertThat(reached.get(i) + column(rows, FunnelSteps.ENTERED_HERE).get(i + 1))
            .as("%s, step %d", each, i + 1)
            .isEqualTo(reached.get(i + 1) + ended);
      }
    }
  }

  private List<Long> reached(String... persons) {
    return column(rows(persons), FunnelSteps.REACHED);
  }

  private static List<Long> column(List<Row> rows, String name) {
    return rows.stream().map(row -> row.<Long>getAs(name)).toList();
  }

  /** The rows over all cohorts, {@code unique}, by step. */
  private List<Row> rows(String... persons) {
    return computed(persons)
        .filter("cohort_month IS NULL AND counting = 'unique'")
        .orderBy(FunnelSteps.STEP_NUMBER)
        .collectAsList();
  }

  private List<Row> cells(String... persons) {
    return computed(persons)
        .filter("cohort_month IS NOT NULL AND counting = 'unique'")
        .collectAsList();
  }

  private Dataset<Row> computed(String... persons) {
    FunnelSettings funnel =
        new FunnelSettings(
            "test",
            "person",
            Duration.ofDays(30),
            mode,
            entry,
            steps,
            exclusions,
            hold,
            by,
            values);
    return new ComputeFunnelSteps(List.of(funnel), NOW, Duration.ofDays(3).toNanos() / 1_000)
        .cells(journeys(persons));
  }

  private Dataset<Row> journeys(String... persons) {
    List<String> rows = new ArrayList<>();
    for (int p = 0; p < persons.length; p++) {
      for (String touch : persons[p].split(", ")) {
        String[] said = touch.split(" ");
        boolean isNone = said[1].equals("NONE");
        rows.add(
            """
            {"person_id": "p%d", "lap": 1, "occurred_at": "%s", "uncertainty_seconds": 0, \
            "event_type": "%s", "moment": "%s"%s}"""
                .formatted(
                    p,
                    LocalDate.parse("2026-01-01").plusDays(Integer.parseInt(said[0]))
                        + "T10:00:00Z",
                    said[1],
                    isNone ? "NONE" : "ZMOT",
                    said.length > 2 ? ", \"model\": \"" + said[2] + "\"" : ""));
      }
    }
    return spark
        .read()
        .schema(JourneyTouches.CONTRACT.schema())
        .json(spark.createDataset(rows, Encoders.STRING()).coalesce(1));
  }

  private static Step step(String type, Duration within, boolean isOptional) {
    return new Step(type, "event_type = '" + type + "'", within, isOptional);
  }
}
