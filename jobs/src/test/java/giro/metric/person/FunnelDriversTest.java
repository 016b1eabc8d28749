package giro.metric.person;

import static org.assertj.core.api.Assertions.assertThat;

import giro.metric.FunnelPlan;
import giro.metric.FunnelSettings;
import giro.metric.FunnelSettings.Step;
import giro.model.domain.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A funnel of two steps within 30 days; what came before the first step and after it. */
class FunnelDriversTest {
  private static final List<String> COLUMNS =
      List.of(
          "market",
          "factor",
          "value",
          "with_went_on",
          "with_stopped",
          "without_went_on",
          "without_stopped",
          "odds_ratio",
          "is_skewed",
          "persons");
  private static final long NOW = Life.at("2026-06-01");
  private static final List<String> NEXT =
      List.of(
          "market",
          "step_number",
          "step_name",
          "next_moment",
          "next_event_type",
          "attempts",
          "persons",
          "median_hours");

  @Test
  void aFactorIsSetAgainstThoseWithoutItAmongWhoeverIsNotOpen() {
    List<Life> people = new ArrayList<>();
    people.add(visitor("web", "2026-03-01").on("2026-03-04", "b", Moment.FMOT).steps(2));
    people.add(visitor("web", "2026-03-01").on("2026-03-05", "b", Moment.FMOT).steps(2));
    people.add(visitor("web", "2026-03-01"));
    people.add(visitor("app", "2026-03-01").on("2026-03-05", "b", Moment.FMOT).steps(2));
    people.add(visitor("app", "2026-03-01"));
    people.add(visitor("app", "2026-03-01"));
    people.add(visitor("app", "2026-05-20"));
    List<String> rows =
        Life.rows(new FunnelDrivers(tries(), 3), COLUMNS, people.toArray(Life[]::new));
    assertThat(rows)
        .contains("(all)|channel|web|2|1|1|2|4|true|3", "(all)|channel|app|1|2|2|1|0.25|true|3")
        .as("an event that everybody has has nothing to be set against")
        .noneMatch(row -> row.contains("|event|a|"));
    assertThat(Life.rows(new FunnelDrivers(tries(), 4), COLUMNS, people.toArray(Life[]::new)))
        .as("too few with it")
        .isEmpty();
  }

  @Test
  void anEventCountsUpToTheStepOnly() {
    Life before =
        Life.person()
            .on("2026-03-01T08:00:00Z", "a", Moment.ZMOT)
            .steps(1)
            .on("2026-03-02T08:00:00Z", "x", Moment.ZMOT);
    List<String> rows =
        Life.rows(new FunnelDrivers(tries(), 1), COLUMNS, before, visitor("web", "2026-03-01"));
    assertThat(rows).noneMatch(row -> row.contains("|event|x|"));
  }

  @Test
  void whoDroppedIsFollowedToTheNextThingDone() {
    Life on = visitor("web", "2026-03-01").on("2026-03-04", "b", Moment.FMOT).steps(2);
    Life looks =
        visitor("web", "2026-03-01")
            .on("2026-03-01T11:00:00Z", "login", Moment.NONE)
            .on("2026-03-01T14:00:00Z", "repair", Moment.SMOT);
    Life nothing = visitor("web", "2026-03-01");
    Life open = visitor("web", "2026-05-20");
    assertThat(
            Life.rows(new FunnelNext(tries()), NEXT, on, looks, nothing, open).stream()
                .filter(row -> row.startsWith("(all)")))
        .contains("(all)|1|first|SMOT|repair|1|1|4", "(all)|1|first|nothing|nothing|1|1|null")
        .hasSize(4);
  }

  private static Life visitor(String channel, String day) {
    return Life.person()
        .on(day + "T10:00:00Z", "a", Moment.ZMOT)
        .steps(1)
        .with(touch -> touch.channel = channel);
  }

  private static List<FunnelTries> tries() {
    FunnelSettings funnel =
        new FunnelSettings(
            "test",
            "person",
            Duration.ofDays(30),
            "ordered",
            "closed",
            List.of(new Step("first", "", null, false), new Step("second", "", null, false)),
            List.of(),
            List.of(),
            List.of(),
            50);
    return FunnelTries.of(List.of(FunnelPlan.of(funnel)), NOW, 3 * Calendar.DAY);
  }
}
