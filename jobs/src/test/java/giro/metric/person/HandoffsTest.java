package giro.metric.person;

import static org.assertj.core.api.Assertions.assertThat;

import giro.model.domain.Moment;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandoffsTest {
  private static final List<String> COLUMNS =
      List.of(
          "month",
          "market",
          "from_department",
          "to_department",
          "is_expected",
          "handoffs",
          "repeated_contacts",
          "dropped_after",
          "median_business_hours");

  @Test
  void aJumpFromOneDepartmentToAnotherIsCountedWithTheTimeBetween() {
    Life ana =
        Life.person()
            .on("2026-03-02T09:00:00Z", "page_view", Moment.ZMOT)
            .with(touch -> touch.department = "marketing")
            .on("2026-03-02T10:00:00Z", "page_view", Moment.ZMOT)
            .with(touch -> touch.department = "marketing")
            .on("2026-03-02T10:30:00Z", "review_read", Moment.ZMOT)
            .on("2026-03-02T11:00:00Z", "email_open", Moment.NONE)
            .with(touch -> touch.department = "finance")
            .on("2026-03-03T10:00:00Z", "lead_form", Moment.FMOT)
            .with(touch -> touch.department = "sales")
            .with(touch -> touch.marketSoFar = "IT")
            .on("2026-03-04", "finance_application", Moment.FMOT)
            .with(touch -> touch.department = "finance");
    assertThat(own("2026-04-01", ana))
        .containsExactly(
            "2026-03-01|IT|marketing|sales|true|1|0|0|9",
            "2026-03-01|unknown|sales|finance|false|1|0|0|null");
  }

  @Test
  void aSurveyIsNoContactToBeHandedTo() {
    Life ben =
        Life.person()
            .on("2026-03-02T09:00:00Z", "repair", Moment.SMOT)
            .with(touch -> touch.department = "aftersales")
            .on("2026-03-04T09:00:00Z", "survey_answer", Moment.SMOT)
            .kinds(TouchKind.SURVEY)
            .with(touch -> touch.department = "customer_care");
    assertThat(own("2026-04-01", ben)).isEmpty();
  }

  @Test
  void neighboursAreOfOneLap() {
    Life cem =
        Life.person()
            .on("2026-03-02T09:00:00Z", "page_view", Moment.ZMOT)
            .with(touch -> touch.department = "marketing")
            .lap(2)
            .on("2026-12-02T09:00:00Z", "lead_form", Moment.FMOT)
            .with(touch -> touch.department = "sales");
    assertThat(own("2026-12-31", cem)).isEmpty();
  }

  @Test
  void whoMustCallAgainOnTheSameCaseOrTopicRepeats() {
    assertThat(repeated(touch -> touch.topic = "battery", "2026-04-01T09:00:00Z")).isEqualTo("1");
    assertThat(repeated(touch -> touch.topic = "battery", "2026-04-01T09:00:01Z"))
        .as("a second more than 30 days")
        .isEqualTo("0");
    assertThat(repeated(touch -> touch.topic = "invoice", "2026-03-20T09:00:00Z")).isEqualTo("0");
    assertThat(repeated(touch -> {}, "2026-03-20T09:00:00Z")).isEqualTo("0");
    assertThat(
            repeated(
                touch -> {
                  touch.topic = "battery";
                  touch.kinds = TouchKind.BRAND_INITIATED.bit();
                },
                "2026-03-20T09:00:00Z"))
        .as("the brand calling back is no repeat")
        .isEqualTo("0");
  }

  private static String repeated(java.util.function.Consumer<Touch> again, String time) {
    Life life =
        Life.person()
            .on("2026-03-01T09:00:00Z", "inbound_service_call", Moment.SMOT)
            .with(touch -> touch.department = "customer_care")
            .with(touch -> touch.topic = "battery")
            .on("2026-03-02T09:00:00Z", "repair", Moment.SMOT)
            .with(touch -> touch.department = "aftersales")
            .on(time, "repair", Moment.SMOT)
            .with(touch -> touch.department = "aftersales")
            .with(again);
    return own("2026-05-01", life).get(0).split("\\|")[6];
  }

  @Test
  void casesTellMoreThanTopics() {
    Life dan =
        Life.person()
            .on("2026-03-01T09:00:00Z", "inbound_service_call", Moment.SMOT)
            .with(touch -> touch.department = "customer_care")
            .with(touch -> touch.topic = "battery")
            .attribute("case_id", "c1")
            .on("2026-03-02T09:00:00Z", "repair", Moment.SMOT)
            .with(touch -> touch.department = "aftersales")
            .attribute("case_id", "c1")
            .on("2026-03-03T09:00:00Z", "repair", Moment.SMOT)
            .with(touch -> touch.department = "aftersales")
            .with(touch -> touch.topic = "battery")
            .attribute("case_id", "c2");
    assertThat(own("2026-05-01", dan))
        .as("another case on the same topic")
        .containsExactly("2026-03-01|unknown|customer_care|aftersales|false|1|0|0|0");
  }

  @Test
  void aLossOrALongSilenceRightAfterIsADrop() {
    assertThat(dropped("2026-04-01", jump())).isEqualTo("0|0|null");
    assertThat(dropped("2026-09-02", jump())).as("180 days and lateness not over").startsWith("0");
    assertThat(dropped("2026-09-03", jump())).isEqualTo("1|1|1");
    Life lost =
        jump()
            .on("2026-03-20T09:00:00Z", "push_received", Moment.STIMULUS)
            .on("2026-03-21T09:00:00Z", "lost_sale", Moment.NONE)
            .kinds(TouchKind.LOST);
    assertThat(dropped("2026-04-01", lost)).isEqualTo("1|0|null");
    Life alive =
        jump()
            .on("2026-03-20T09:00:00Z", "review_read", Moment.ZMOT)
            .on("2026-03-21T09:00:00Z", "lost_sale", Moment.NONE)
            .kinds(TouchKind.LOST);
    assertThat(dropped("2026-12-01", alive))
        .as("lost later, for another reason")
        .isEqualTo("0|1|0");
    Life used = jump().with(touch -> touch.vehicleTypeSoFar = "used");
    assertThat(dropped("2026-06-10", used)).as("90 days for a used car").isEqualTo("1|1|1");
  }

  @Test
  void whoWasHandedOnToTheAcquisitionWasNotDropped() {
    Life bought = jump().with(touch -> touch.isAcquisition = true);
    assertThat(dropped("2026-12-01", bought)).isEqualTo("0|1|0");
  }

  @Test
  void rowsOverAllDepartmentsHaveNoWay() {
    assertThat(
            Life.rows(
                    new Handoffs(Office.SERVICE, 3 * Calendar.DAY, Life.at("2026-04-01")),
                    COLUMNS,
                    jump())
                .stream()
                .filter(row -> row.contains("(all)|(all)|(all)")))
        .containsExactly("2026-03-01|(all)|(all)|(all)|null|1|0|0|9");
  }

  private static Life jump() {
    return Life.person()
        .on("2026-03-02T09:00:00Z", "page_view", Moment.ZMOT)
        .with(touch -> touch.department = "marketing")
        .on("2026-03-03T09:00:00Z", "lead_form", Moment.FMOT)
        .with(touch -> touch.department = "sales");
  }

  private static String dropped(String now, Life life) {
    List<String> columns = List.of("market", "dropped_after", "mature_handoffs", "dropped_share");
    return Life.rows(new Handoffs(Office.SERVICE, 3 * Calendar.DAY, Life.at(now)), columns, life)
        .stream()
        .filter(row -> row.startsWith("unknown|"))
        .map(row -> row.substring("unknown|".length()))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> own(String now, Life... lives) {
    return Life.rows(new Handoffs(Office.SERVICE, 3 * Calendar.DAY, Life.at(now)), COLUMNS, lives)
        .stream()
        .filter(row -> !row.contains("(all)"))
        .toList();
  }
}
