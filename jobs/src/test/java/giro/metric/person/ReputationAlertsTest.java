package giro.metric.person;

import static org.assertj.core.api.Assertions.assertThat;

import giro.model.domain.Moment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReputationAlertsTest {
  private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
  private static final List<String> COLUMNS =
      List.of("date", "last_date", "market", "model", "kind", "subject", "voices", "persons");
  private final List<Life> lives = new ArrayList<>();
  private final List<Integer> days = new ArrayList<>();

  @Test
  void aBurstOfAngerIsAnAlertFromItsFirstDayAndInEachSeriesItBelongsTo() {
    quietDays(100);
    for (int i = 0; i < 9; i++) {
      says(80, "experience_post", "social").with(ReputationAlertsTest::angry);
      says(81, "experience_post", "social").with(ReputationAlertsTest::angry);
    }
    assertThat(alerts("negative_volume"))
        .containsExactly(
            "2026-03-22|2026-03-25|(all)|(all)|negative_volume||9|9",
            "2026-03-22|2026-03-25|(all)|C3|negative_volume||9|9",
            "2026-03-22|2026-03-25|IT|(all)|negative_volume||9|9",
            "2026-03-22|2026-03-25|IT|C3|negative_volume||9|9");
  }

  @Test
  void twoAngryVoicesInAQuietPlaceAreNoAlert() {
    quietDays(100);
    says(80, "experience_post", "social").with(ReputationAlertsTest::angry);
    says(81, "experience_post", "social").with(ReputationAlertsTest::angry);
    assertThat(alerts("negative_volume")).isEmpty();
  }

  @Test
  void ratingsThatFallAreAnAlert() {
    for (int day = 0; day < 150; day++) {
      double rating = day < 120 ? 4 + day % 2 : 2;
      says(day, "review_posted", "review").with(t -> t.rating = rating);
    }
    assertThat(alerts("falling_rating")).hasSize(4).allMatch(row -> row.startsWith("2026-05-"));
  }

  @Test
  void aFallenRatingIsRegainedWhenTheLastWeeksAreBackAtWhatItFellFrom() {
    for (int day = 0; day < 300; day++) {
      double rating = day < 120 || day >= 140 ? 4 + day % 2 : 2;
      says(day, "review_posted", "review").with(t -> t.rating = rating);
    }
    List<String> columns =
        List.of(
            "market", "model", "kind", "baseline", "regained_date", "days_to_regain", "days_open");
    assertThat(alerts("falling_rating", columns, 300))
        .as("from day 140 on the good weeks push the bad ones out of 28 days: day 167 is the first")
        .hasSize(4)
        .allMatch(row -> row.matches(".*\\|4\\.5\\d*\\|2026-06-1\\d\\|\\d+\\|null"));
    assertThat(alerts("falling_rating", columns, 150))
        .as("by day 150 it is not")
        .hasSize(4)
        .allMatch(row -> row.matches(".*\\|4\\.5\\d*\\|null\\|null\\|2\\d"));
  }

  @Test
  void aTopicThatRisesIsAnAlertOverAllModels() {
    quietDays(100);
    for (int i = 0; i < 12; i++) {
      says(90, "mention", "social").with(t -> t.topic = "battery");
    }
    assertThat(alerts("rising_topic"))
        .containsExactly(
            "2026-04-01|2026-04-03|(all)|(all)|rising_topic|battery|12|12",
            "2026-04-01|2026-04-03|IT|(all)|rising_topic|battery|12|12");
  }

  @Test
  void aChannelNeverHeardIsNewOnceListeningIsNot() {
    says(0, "mention", "forum");
    says(5, "mention", "blog");
    says(90, "mention", "video");
    says(95, "mention", "video");
    assertThat(alerts("new_place"))
        .containsExactly(
            "2026-04-01|2026-04-01|(all)|(all)|new_place|video|1|1",
            "2026-04-01|2026-04-01|IT|(all)|new_place|video|1|1");
  }

  @Test
  void nothingSaidIsNothingToTell() {
    assertThat(alerts("negative_volume")).isEmpty();
  }

  private void quietDays(int days) {
    for (int day = 0; day < days; day += 2) {
      says(day, "mention", "social").with(t -> t.topic = "price");
    }
  }

  private Life says(int day, String eventType, String channel) {
    Life life =
        Life.person()
            .on(FIRST.plusDays(day) + "T10:00:00Z", eventType, Moment.UMOT)
            .kinds(TouchKind.PUBLIC_VOICE)
            .with(
                t -> {
                  t.marketSoFar = "IT";
                  t.modelSoFar = "C3";
                  t.channel = channel;
                  t.reach = 100L;
                });
    lives.add(life);
    days.add(day);
    return life;
  }

  private static void angry(Touch touch) {
    touch.kinds |= TouchKind.NEGATIVE.bit();
  }

  private List<String> alerts(String kind) {
    return alerts(kind, COLUMNS, 160);
  }

  private List<String> alerts(String kind, List<String> columns, int asOfDay) {
    AlertSettings settings = new AlertSettings(5, 4, 84, 28, 3, 100, 7, 28);
    long now = Life.at(FIRST.plusDays(asOfDay).toString());
    Life[] heard =
        IntStream.range(0, lives.size())
            .filter(i -> days.get(i) < asOfDay)
            .mapToObj(lives::get)
            .toArray(Life[]::new);
    return Life.rows(new ReputationAlerts(settings, now), columns, heard).stream()
        .filter(row -> row.contains("|" + kind + "|"))
        .toList();
  }
}
