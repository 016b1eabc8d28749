package giro.metric.person;

import static org.assertj.core.api.Assertions.assertThat;

import giro.model.domain.Moment;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerEffectsTest {
  private static final List<String> COLUMNS =
      List.of(
          "market",
          "whom",
          "answered",
          "answered_next_incidence",
          "answered_next_feeling",
          "unanswered",
          "unanswered_next_incidence",
          "unanswered_next_feeling",
          "difference");

  @Test
  void authorsAreFollowedFromTheEndOfTheTimeToAnswer() {
    Life answered =
        review("r1")
            .on("2026-01-20T10:00:00Z", "review_posted", Moment.UMOT)
            .with(t -> t.rating = 5.0)
            .on("2026-02-05T10:00:00Z", "lead_form", Moment.FMOT)
            .kinds(TouchKind.LEAD);
    Life tooLate = review("r2").on("2026-01-20T10:00:00Z", "mention", Moment.UMOT);
    Life withinTheTime =
        review("r3").on("2026-01-07T10:00:00Z", "lead_form", Moment.FMOT).kinds(TouchKind.LEAD);
    Life brand = answers("2026-01-08T10:00:00Z", "r1", "2026-02-20T10:00:00Z", "r2");
    assertThat(own("author", answered, tooLate, withinTheTime, brand))
        .as("a lead before the landmark is nothing that followed")
        .containsExactly("IT|author|1|1|1|2|0|null|1");
  }

  @Test
  void readersCountByTheFirstWordsTheyRead() {
    Life before = reads("2026-01-07T10:00:00Z", "r1");
    Life after =
        reads("2026-01-09T10:00:00Z", "r1")
            .on("2026-01-10T10:00:00Z", "review_read", Moment.ZMOT)
            .kinds(TouchKind.READS_CUSTOMERS)
            .with(t -> t.contentId = "r9")
            .on("2026-02-05T10:00:00Z", "lead_form", Moment.FMOT)
            .kinds(TouchKind.LEAD);
    Life brand = answers("2026-01-08T10:00:00Z", "r1");
    assertThat(own("reader", before, after, brand))
        .containsExactly("IT|reader|1|1|null|1|0|null|1");
  }

  @Test
  void theAuthorIsNoReaderAndWhoReadsAfterTheFirstMeetingIsNotCounted() {
    Life author =
        review("r1")
            .on("2026-01-09T10:00:00Z", "review_read", Moment.ZMOT)
            .kinds(TouchKind.READS_CUSTOMERS)
            .with(t -> t.contentId = "r1");
    Life met =
        Life.person()
            .on("2026-01-01T10:00:00Z", "showroom_visit", Moment.FMOT)
            .on("2026-01-09T10:00:00Z", "review_read", Moment.ZMOT)
            .kinds(TouchKind.READS_CUSTOMERS)
            .with(t -> t.contentId = "r1");
    assertThat(own("reader", author, met)).isEmpty();
  }

  private static List<String> own(String whom, Life... lives) {
    AnswerEffects metric = new AnswerEffects(Office.SERVICE, Life.at("2026-12-31"));
    return Life.rows(metric, COLUMNS, lives).stream()
        .filter(row -> row.startsWith("IT|" + whom + "|"))
        .toList();
  }

  private static Life review(String content) {
    return Life.person()
        .on("2026-01-05T10:00:00Z", "review_posted", Moment.UMOT)
        .kinds(TouchKind.QUESTION, TouchKind.PUBLIC_VOICE)
        .with(
            t -> {
              t.contentId = content;
              t.marketSoFar = "IT";
              t.rating = 1.0;
            });
  }

  private static Life reads(String time, String content) {
    return Life.person()
        .on(time, "review_read", Moment.ZMOT)
        .kinds(TouchKind.READS_CUSTOMERS)
        .with(
            t -> {
              t.contentId = content;
              t.marketSoFar = "IT";
            });
  }

  private static Life answers(String... timesAndContents) {
    Life brand = Life.person();
    for (int i = 0; i < timesAndContents.length; i += 2) {
      String content = timesAndContents[i + 1];
      brand
          .on(timesAndContents[i], "company_answer", Moment.NONE)
          .kinds(TouchKind.ANSWER)
          .with(t -> t.inReplyTo = content);
    }
    return brand;
  }
}
