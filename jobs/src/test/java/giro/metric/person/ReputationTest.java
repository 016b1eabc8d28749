package giro.metric.person;

import static org.assertj.core.api.Assertions.assertThat;

import giro.model.domain.Moment;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReputationTest {
  private static final List<String> COLUMNS =
      List.of("date", "model", "dealer", "aspect", "reviews", "invited", "spontaneous", "verified");

  @Test
  void aReviewCountsInItsDayAndAspectsAndOverAllModelsAndDealers() {
    Life ana =
        review("2026-03-05T10:00:00Z", "r1", 4.0)
            .kinds(TouchKind.REVIEW_VERIFIED)
            .attribute("aspect_product", "5");
    assertThat(rows(COLUMNS, ana))
        .containsExactly(
            "2026-03-05|(all)|(all)|overall|1|0|1|1",
            "2026-03-05|(all)|(all)|product|1|0|1|1",
            "2026-03-05|(all)|d1|overall|1|0|1|1",
            "2026-03-05|(all)|d1|product|1|0|1|1",
            "2026-03-05|C3|(all)|overall|1|0|1|1",
            "2026-03-05|C3|(all)|product|1|0|1|1",
            "2026-03-05|C3|d1|overall|1|0|1|1",
            "2026-03-05|C3|d1|product|1|0|1|1");
  }

  @Test
  void anEditedReviewCountsOnceOnItsFirstDayWithItsLatestRating() {
    Life ben =
        review("2026-03-05T10:00:00Z", "r1", 2.0)
            .kinds(TouchKind.REVIEW_INVITED)
            .on("2026-03-09T10:00:00Z", "review_edited", Moment.UMOT)
            .kinds(TouchKind.REVIEW, TouchKind.REVIEW_EDIT)
            .with(t -> about(t, "r1", 5.0));
    assertThat(
            ofModels(
                List.of(
                    "date",
                    "reviews",
                    "invited",
                    "edited",
                    "last_edit_date",
                    "rating_2",
                    "rating_5",
                    "mean_rating",
                    "mean_invited",
                    "mean_spontaneous"),
                ben))
        .containsExactly("2026-03-05|1|1|1|2026-03-09|0|1|5|5|null");
  }

  @Test
  void reviewsWithoutARatingCountButHaveNoMean() {
    Life cleo = review("2026-03-05", "r1", null);
    assertThat(
            ofModels(
                List.of("reviews", "rated", "mean_rating", "shrunk_rating", "model_rank"), cleo))
        .containsExactly("1|0|null|null|null");
  }

  @Test
  void oneRatingIsDrawnTowardTheOthers() {
    List<String> rows =
        ofModels(
            List.of("mean_rating", "shrunk_rating"),
            review("2026-03-05T10:00:00Z", "r1", 1.0),
            other("C4", 4.0),
            other("C4", 5.0),
            other("C4", 5.0));
    assertThat(rows).hasSize(2);
    assertThat(Double.parseDouble(rows.get(0).split("\\|")[1])).isBetween(1.0, 3.75);
  }

  @Test
  void modelsThatCannotBeToldApartShareARank() {
    Life[] lives = new Life[90];
    for (int i = 0; i < 30; i++) {
      lives[i] = other("C3", 4.0 + i % 2);
      lives[30 + i] = other("C4", i == 0 ? 4.0 : 4.0 + i % 2);
      lives[60 + i] = other("Ami", 1.0 + i % 2);
    }
    assertThat(ofModels(List.of("model", "model_rank"), lives))
        .containsExactly("Ami|3", "C3|1", "C4|1");
  }

  @Test
  void whatIsToDateGrowsDayByDay() {
    assertThat(
            ofModels(
                List.of("date", "rated_to_date", "mean_to_date"),
                review("2026-03-05T10:00:00Z", "r1", 1.0),
                review("2026-03-07T10:00:00Z", "r2", 4.0)))
        .containsExactly("2026-03-05|1|1", "2026-03-07|2|2.5");
  }

  private static List<String> ofModels(List<String> columns, Life... lives) {
    List<String> withKey = new java.util.ArrayList<>(List.of("model", "dealer", "aspect"));
    withKey.addAll(columns);
    return rows(withKey, lives).stream()
        .filter(row -> row.contains("|(all)|overall|") && !row.startsWith("(all)"))
        .map(row -> row.substring(row.indexOf("|overall|") + 9))
        .toList();
  }

  /** Over all markets. */
  private static List<String> rows(List<String> columns, Life... lives) {
    List<String> withMarket = new java.util.ArrayList<>(List.of("market"));
    withMarket.addAll(columns);
    return Life.rows(new Reputation(), withMarket, lives).stream()
        .filter(row -> row.startsWith("(all)|"))
        .map(row -> row.substring(6))
        .toList();
  }

  private static Life other(String model, Double rating) {
    return review("2026-03-05T10:00:00Z", null, rating).with(t -> t.modelSoFar = model);
  }

  private static Life review(String time, String content, Double rating) {
    return Life.person()
        .on(time, "review_posted", Moment.UMOT)
        .kinds(TouchKind.REVIEW)
        .with(t -> about(t, content, rating));
  }

  private static void about(Touch touch, String content, Double rating) {
    touch.contentId = content;
    touch.rating = rating;
    touch.marketSoFar = "IT";
    touch.modelSoFar = "C3";
    touch.dealerSoFar = "d1";
  }
}
