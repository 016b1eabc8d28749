package giro.metric.person;

import static org.assertj.core.api.Assertions.assertThat;

import giro.model.domain.Moment;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExperienceTest {
  private static final List<String> COLUMNS =
      List.of(
          "month",
          "moment",
          "channel",
          "department",
          "generation",
          "touches",
          "answers",
          "response_rate",
          "mean_sentiment",
          "csat");

  @Test
  void aSurveyCountsInTheContactItIsAbout() {
    Life ana =
        Life.person()
            .on("2026-01-30T10:00:00Z", "repair", Moment.SMOT)
            .kinds(TouchKind.SERVED)
            .with(touch -> touch.channel = "dealer")
            .with(touch -> touch.department = "aftersales")
            .with(touch -> touch.sentiment = -0.4)
            .on("2026-01-31T10:00:00Z", "push_received", Moment.STIMULUS)
            .with(touch -> touch.channel = "app")
            .on("2026-02-01T10:00:00Z", "page_view", Moment.SMOT)
            .with(touch -> touch.channel = "web")
            .on("2026-02-02T10:00:00Z", "survey_answer", Moment.SMOT)
            .kinds(TouchKind.SURVEY)
            .with(touch -> touch.channel = "phone")
            .attribute("csat", "2")
            .attribute("birth_decade", "1980");
    assertThat(own(COLUMNS, ana))
        .containsExactly(
            "2026-01-01|SMOT|dealer|aftersales|millennials|1|1|1|-0.4|2",
            "2026-01-01|STIMULUS|app|unknown|millennials|1|0|0|null|null",
            "2026-02-01|SMOT|web|unknown|millennials|1|0|0|null|null");
  }

  @Test
  void itsCaseTellsBestWhatASurveyIsAbout() {
    Life ben =
        Life.person()
            .on("2026-02-01T10:00:00Z", "complaint", Moment.SMOT)
            .kinds(TouchKind.SERVED)
            .with(touch -> touch.channel = "phone")
            .attribute("case_id", "c1")
            .on("2026-02-02T10:00:00Z", "repair", Moment.SMOT)
            .kinds(TouchKind.SERVED)
            .with(touch -> touch.channel = "dealer")
            .on("2026-02-05T10:00:00Z", "survey_answer", Moment.SMOT)
            .kinds(TouchKind.SURVEY)
            .with(touch -> touch.rating = 4.0)
            .attribute("case_id", "c1");
    assertThat(own(List.of("channel", "answers", "csat"), ben))
        .containsExactly("dealer|0|null", "phone|1|4");
  }

  @Test
  void aSurveyAboutNothingKnownStandsByItself() {
    Life cem =
        Life.person()
            .on("2026-02-01T10:00:00Z", "repair", Moment.SMOT)
            .kinds(TouchKind.SERVED)
            .with(touch -> touch.channel = "dealer")
            .on("2026-02-15T10:00:01Z", "in_app_survey", Moment.SMOT)
            .kinds(TouchKind.SURVEY)
            .with(touch -> touch.channel = "app")
            .with(touch -> touch.rating = 5.0);
    assertThat(own(List.of("channel", "touches", "answers", "csat"), cem))
        .as("a second more than 14 days")
        .containsExactly("app|1|1|5", "dealer|1|0|null");
  }

  @Test
  void starsComeBeforeSentimentAndMeansHaveTheirNAndInterval() {
    Life dan =
        Life.person()
            .on("2026-02-01T10:00:00Z", "review_posted", Moment.UMOT)
            .with(touch -> touch.rating = 5.0)
            .with(touch -> touch.sentiment = -1.0)
            .on("2026-02-02T10:00:00Z", "review_posted", Moment.UMOT)
            .with(touch -> touch.sentiment = 0.5)
            .on("2026-02-03T10:00:00Z", "review_posted", Moment.UMOT);
    assertThat(
            own(
                List.of(
                    "touches", "mean_sentiment", "n_sentiment", "mean_sentiment_low", "csat_low"),
                dan))
        // 1 and 0.5: mean 0.75, s = 0.3536, t of one degree = 12.7062: -2.4 without the scale
        .containsExactly("3|0.75|2|-1|null");
  }

  @Test
  void expectedAndPerceivedStandApart() {
    Life eva =
        Life.person()
            .on("2026-02-01T10:00:00Z", "survey_answer", Moment.SMOT)
            .kinds(TouchKind.SURVEY)
            .attribute("expected_empathy", "5")
            .attribute("perceived_empathy", "2")
            .attribute("expected_trust", "4")
            .attribute("perceived_trust", "no idea")
            .attribute("birth_decade", "1870");
    assertThat(
            own(
                List.of(
                    "generation",
                    "expected_empathy",
                    "n_expected_empathy",
                    "perceived_empathy",
                    "expected_trust",
                    "perceived_trust",
                    "n_perceived_trust"),
                eva))
        .containsExactly("unknown|5|1|2|4|null|0");
  }

  @Test
  void whoFeltWellMayGoOnToTheNextMomentOrLap() {
    List<String> columns =
        List.of(
            "moment",
            "next_incidence_if_positive",
            "n_positive",
            "next_incidence_if_negative",
            "n_negative");
    Life fay =
        Life.person()
            .on("2025-02-01T10:00:00Z", "test_drive", Moment.FMOT)
            .with(touch -> touch.sentiment = -0.9)
            .on("2025-02-02T10:00:00Z", "lost_sale", Moment.NONE)
            .kinds(TouchKind.LOST)
            .on("2025-02-10T10:00:00Z", "repair", Moment.SMOT)
            .with(touch -> touch.sentiment = 0.25)
            .on("2025-02-11T10:00:00Z", "survey_answer", Moment.SMOT)
            .kinds(TouchKind.SURVEY)
            .attribute("csat", "5")
            .on("2025-03-01T10:00:00Z", "review_posted", Moment.UMOT)
            .with(touch -> touch.rating = 3.0)
            .lap(2)
            .on("2025-05-01T10:00:00Z", "review_read", Moment.ZMOT)
            .with(touch -> touch.sentiment = 0.9);
    assertThat(own(columns, fay))
        .as("lost first; published; three stars are neither; nothing came in 180 days")
        .containsExactly(
            "FMOT|null|0|0|1", "SMOT|1|1|null|0", "UMOT|null|0|null|0", "ZMOT|0|1|null|0");
    Life gil =
        Life.person()
            .on("2025-02-01T10:00:00Z", "review_posted", Moment.UMOT)
            .with(touch -> touch.rating = 4.0)
            .lap(2)
            .on("2025-05-01T10:00:00Z", "review_read", Moment.ZMOT);
    assertThat(own(columns, gil)).containsExactly("UMOT|1|1|null|0", "ZMOT|null|0|null|0");
  }

  private static List<String> own(List<String> columns, Life... lives) {
    List<String> key = List.of("moment", "channel", "department", "generation");
    java.util.ArrayList<String> keyed = new java.util.ArrayList<>(key);
    keyed.addAll(columns);
    return Life.rows(
            new Experience(Office.SERVICE.experience(), Life.at("2026-04-01")), keyed, lives)
        .stream()
        .filter(row -> !row.contains("(all)"))
        .map(row -> row.split("\\|", 5)[4])
        .sorted()
        .toList();
  }
}
