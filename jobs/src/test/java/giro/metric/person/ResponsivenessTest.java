package giro.metric.person;

import static org.assertj.core.api.Assertions.assertThat;

import giro.model.domain.Moment;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ResponsivenessTest {
  private static final List<String> COLUMNS =
      List.of(
          "questions",
          "answered_by_human",
          "answered_by_bot",
          "answered_24h",
          "median_business_hours");

  @Test
  void theAnswerMayStandInAnothersJourney() {
    Life ana =
        Life.person()
            .on("2026-03-02T10:00:00Z", "question_asked", Moment.ZMOT)
            .kinds(TouchKind.QUESTION)
            .with(touch -> touch.contentId = "q-1");
    Life brand =
        Life.person()
            .on("2026-03-02T09:00:00Z", "company_answer", Moment.NONE)
            .kinds(TouchKind.ANSWER)
            .with(touch -> touch.inReplyTo = "q-1")
            .on("2026-03-02T13:00:00Z", "company_answer", Moment.NONE)
            .kinds(TouchKind.ANSWER)
            .with(touch -> touch.inReplyTo = "q-2")
            .on("2026-03-03T10:00:00Z", "company_answer", Moment.NONE)
            .kinds(TouchKind.ANSWER)
            .with(touch -> touch.inReplyTo = "q-1")
            .on("2026-03-03T11:00:00Z", "company_answer", Moment.NONE)
            .kinds(TouchKind.ANSWER)
            .with(touch -> touch.inReplyTo = "q-1");
    // 24 hours, end included; 8 business hours that day and 1 the next
    assertThat(own(COLUMNS, ana, brand)).containsExactly("1|1|0|1|9");
  }

  @Test
  void silenceIsWaitingNotAbsence() {
    Life[] asked = new Life[4];
    for (int i = 0; i < asked.length; i++) {
      asked[i] = question("q-" + i);
    }
    asked[0] = answered("2026-03-02T12:00:00Z", "q-0");
    assertThat(own(COLUMNS, asked))
        .as("one of four, and no median")
        .containsExactly("4|1|0|0.25|null");
    asked[1] = answered("2026-03-04T10:00:00Z", "q-1");
    assertThat(own(COLUMNS, asked)).containsExactly("4|2|0|0.25|18");
  }

  @Test
  void negativeFeedbackWaitsForAnActionOnItsMatter() {
    List<String> columns =
        List.of("negative_feedback", "acted_on", "acted_in_time", "median_days_to_action");
    Life repaired =
        complaint("c-1").on("2026-03-06T10:00:00Z", "repair", Moment.SMOT).kinds(TouchKind.ACTION);
    repaired.attribute("case_id", "c-1");
    Life another =
        complaint("c-2").on("2026-03-03T10:00:00Z", "repair", Moment.SMOT).kinds(TouchKind.ACTION);
    another.attribute("case_id", "c-9");
    assertThat(own(columns, repaired)).containsExactly("1|1|1|4");
    assertThat(own(columns, another)).as("about something else").containsExactly("1|0|0|null");
    assertThat(own(columns, repaired, another)).containsExactly("2|1|0.5|4");
    Life glad = question("q-1");
    assertThat(own(columns, glad)).as("no complaint").containsExactly("0|0|null|null");
  }

  private static Life complaint(String caseId) {
    return Life.person()
        .on("2026-03-02T10:00:00Z", "complaint", Moment.SMOT)
        .kinds(TouchKind.QUESTION, TouchKind.NEGATIVE)
        .attribute("case_id", caseId);
  }

  @Test
  void aMachinesAnswerDoesNotEndTheWait() {
    Life ben =
        answered("2026-03-02T10:01:00Z", "q-1")
            .kinds(TouchKind.BY_BOT)
            .on("2026-03-05T10:00:00Z", "company_answer", Moment.NONE)
            .kinds(TouchKind.ANSWER)
            .with(touch -> touch.inReplyTo = "q-1");
    assertThat(own(COLUMNS, ben)).containsExactly("1|1|1|0|27");
  }

  @Test
  void whoIsTalkedToIsAnsweredAfterTheWaitAndWhoHungUpIsNot() {
    Life cem =
        Life.person()
            .on("2026-03-02T10:00:00Z", "inbound_info_call", Moment.ZMOT)
            .kinds(TouchKind.QUESTION, TouchKind.ANSWERED_AT_ONCE)
            .attribute("wait_seconds", "360");
    assertThat(own(COLUMNS, cem)).containsExactly("1|1|0|1|0.1");
    Life dan =
        Life.person()
            .on("2026-03-02T10:00:00Z", "chat_bot", Moment.FMOT)
            .kinds(TouchKind.QUESTION, TouchKind.ANSWERED_AT_ONCE, TouchKind.BY_BOT);
    assertThat(own(COLUMNS, dan)).containsExactly("1|0|1|0|null");
    Life eva =
        Life.person()
            .on("2026-03-02T10:00:00Z", "abandoned_call", Moment.FMOT)
            .kinds(TouchKind.QUESTION);
    assertThat(own(COLUMNS, eva)).containsExactly("1|0|0|0|null");
  }

  @Test
  void aClosedCaseOrACallBackOnTheTopicIsAnAnswer() {
    assertThat(own(COLUMNS, followed(TouchKind.ANSWER, "c1", null))).containsExactly("1|1|0|0|18");
    assertThat(own(COLUMNS, followed(TouchKind.ANSWER, "c2", "noise")))
        .as("another case on the same topic")
        .containsExactly("1|0|0|0|null");
    assertThat(own(COLUMNS, followed(TouchKind.ANSWER, null, "noise")))
        .as("not by a call of the brand")
        .containsExactly("1|0|0|0|null");
    Life called = followed(TouchKind.ANSWER, null, "noise").kinds(TouchKind.BRAND_INITIATED);
    assertThat(own(COLUMNS, called)).containsExactly("1|1|0|0|18");
    Life other =
        followed(TouchKind.ANSWER, null, "noise")
            .kinds(TouchKind.BRAND_INITIATED)
            .with(touch -> touch.department = "sales");
    assertThat(own(COLUMNS, other))
        .as("a call of a department that was not asked")
        .containsExactly("1|0|0|0|null");
  }

  @Test
  void aDayWithoutAnHourHasNoBusinessHours() {
    Life fay =
        Life.person()
            .on("2026-03-02", "complaint", Moment.SMOT)
            .kinds(TouchKind.QUESTION)
            .attribute("case_id", "c1")
            .on("2026-03-02T15:00:00Z", "case_closed", Moment.NONE)
            .kinds(TouchKind.ANSWER)
            .attribute("case_id", "c1");
    assertThat(own(COLUMNS, fay)).containsExactly("1|1|0|1|null");
  }

  @Test
  void oneContactIsEnoughWhereNoneFollowsOnTheMatter() {
    List<String> columns =
        List.of(
            "month",
            "cases",
            "resolved_at_first_contact",
            "first_contact_resolution",
            "cases_over_channels");
    Life gil =
        Life.person()
            .on("2026-01-02T10:00:00Z", "complaint", Moment.SMOT)
            .kinds(TouchKind.QUESTION)
            .with(touch -> touch.topic = "noise")
            .with(touch -> touch.channel = "phone")
            .on("2026-01-20T10:00:00Z", "repair", Moment.SMOT)
            .kinds(TouchKind.SERVICE)
            .with(touch -> touch.topic = "noise")
            .with(touch -> touch.channel = "dealer")
            .on("2026-02-10T10:00:00Z", "complaint", Moment.SMOT)
            .kinds(TouchKind.QUESTION)
            .with(touch -> touch.topic = "invoice")
            .with(touch -> touch.channel = "phone")
            .on("2026-03-25T10:00:00Z", "complaint", Moment.SMOT)
            .kinds(TouchKind.QUESTION)
            .with(touch -> touch.topic = "delay")
            .with(touch -> touch.channel = "phone");
    assertThat(
            Life.rows(metric(), Stream.concat(KEY.stream(), columns.stream()).toList(), gil)
                .stream()
                .filter(row -> row.startsWith("(all)|(all)|(all)|phone"))
                .map(row -> row.split("\\|", 5)[4]))
        .as("repeated; not repeated; too young to tell")
        .containsExactly("2026-01-01|1|0|0|1", "2026-02-01|1|1|1|0", "2026-03-01|0|0|null|0");
  }

  private static Life question(String content) {
    return Life.person()
        .on("2026-03-02T10:00:00Z", "question_asked", Moment.ZMOT)
        .kinds(TouchKind.QUESTION)
        .with(touch -> touch.contentId = content);
  }

  private static Life answered(String time, String content) {
    return question(content)
        .on(time, "company_answer", Moment.NONE)
        .kinds(TouchKind.ANSWER)
        .with(touch -> touch.inReplyTo = content);
  }

  private static Life followed(TouchKind kind, String caseNumber, String topic) {
    return Life.person()
        .on("2026-03-02T10:00:00Z", "complaint", Moment.SMOT)
        .kinds(TouchKind.QUESTION)
        .with(touch -> touch.topic = "noise")
        .with(touch -> touch.department = "customer_care")
        .attribute("case_id", "c1")
        .on("2026-03-04T10:00:00Z", "case_closed", Moment.NONE)
        .kinds(kind)
        .with(touch -> touch.topic = topic)
        .with(touch -> touch.department = "customer_care")
        .with(
            touch -> {
              if (caseNumber != null) {
                touch.attributes = java.util.Map.of("case_id", caseNumber);
              }
            });
  }

  private static final List<String> KEY = List.of("market", "department", "dealer", "channel");

  private static Responsiveness metric() {
    return new Responsiveness(Office.SERVICE, 3 * Calendar.DAY, Life.at("2026-04-01"));
  }

  /** The rows over all markets, departments, dealers and channels. */
  private static List<String> own(List<String> columns, Life... lives) {
    return Life.rows(metric(), Stream.concat(KEY.stream(), columns.stream()).toList(), lives)
        .stream()
        .filter(row -> row.startsWith("(all)|(all)|(all)|(all)"))
        .map(row -> row.split("\\|", 5)[4])
        .toList();
  }
}
