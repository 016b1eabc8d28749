package giro.metric.person;

import giro.model.table.TableContract;
import java.util.List;
import java.util.Map;

/** {@code reputation}: reviews of a day, by what they rate, with means that few cannot sway. */
final class Reputation implements PersonMetric.OfAllCells {
  private static final long serialVersionUID = 1L;
  static final String REVIEWS = "reviews";
  static final String RATED = "rated";
  static final String RATINGS = "ratings";
  static final String SQUARES = "squares";
  private static final String INVITED = "invited";
  private static final String SPONTANEOUS = "spontaneous";
  private static final String VERIFIED = "verified";
  private static final String EDITED = "edited";
  private static final String EDIT_DAY = "edit_day";
  private static final String REACH = "reach";
  private static final String[] APART = {INVITED, SPONTANEOUS, VERIFIED};

  static final TableContract CONTRACT =
      TableContract.bi("reputation", "UTC day, market, model, dealer and aspect of reviews")
          .key("date", "market", "model", "dealer", "aspect")
          .dimensions("market", "model", "dealer")
          .column("date", "date", "UTC day on which the reviews were posted")
          .text("market", "market of the review, unknown, or (all)")
          .text("model", "model of the review, unknown, or (all)")
          .text("dealer", "dealer of the review, unknown, or (all)")
          .text("aspect", "overall, or what is rated by itself, such as product or delivery")
          .count(REVIEWS, "reviews of the aspect; an edited review once, on its first day")
          .count("persons", "different reviewers")
          .count(INVITED, "reviews that were asked for")
          .count(SPONTANEOUS, "reviews that were not; invited + spontaneous = reviews")
          .count(VERIFIED, "reviews of known customers, invited or not")
          .count(EDITED, "reviews edited since")
          .column("last_edit_date", "date", "UTC day of the latest edit of one of them; else null")
          .count(RATED, "reviews with a rating of the aspect: rating_1 + ... + rating_5")
          .count("rating_1", "ratings nearest to 1, each review's latest rating")
          .count("rating_2", "nearest to 2")
          .count("rating_3", "nearest to 3")
          .count("rating_4", "nearest to 4")
          .count("rating_5", "nearest to 5")
          .number("mean_rating", "mean of the ratings, 1 to 5; null without one")
          .number("mean_invited", "mean of invited reviews; null without one")
          .number("mean_spontaneous", "mean of spontaneous reviews; null without one")
          .number("mean_verified", "mean of verified reviews; null without one")
          .number(
              "shrunk_rating",
              "mean_rating drawn toward the market's mean of the aspect, the more the fewer ratings"
                  + " there are (empirical Bayes, variances as of this night); null without a rating")
          .count("rated_to_date", "ratings up to and including the day")
          .number("mean_to_date", "their mean")
          .number("shrunk_to_date", "their mean, shrunk likewise")
          .column(
              "model_rank",
              "int",
              "1 + models of the market whose 95 % interval of shrunk_to_date lies wholly above this"
                  + " one's: models that cannot be told apart share a rank; null but for a model over"
                  + " (all) dealers")
          .count(REACH, "people who could see the reviews, where known")
          .withholding()
          .definition(
              "What people rate in public, by day, aspect, model, dealer and market. Means are over"
                  + " rated reviews, each with its latest rating. Small groups are shown shrunk toward"
                  + " their market; models whose intervals overlap share a rank. Who was invited"
                  + " differs from who was not: compare them apart.",
              "Ciò che le persone valutano in pubblico, per giorno, aspetto, modello, concessionario e"
                  + " mercato. Le medie sono sulle recensioni con voto, ciascuna con l'ultimo voto. I"
                  + " gruppi piccoli sono avvicinati alla media del mercato; i modelli con intervalli"
                  + " sovrapposti hanno lo stesso rango. Recensioni sollecitate e spontanee differiscono:"
                  + " vanno confrontate a parte.")
          .build();

  @Override
  public TableContract contract() {
    return CONTRACT;
  }

  @Override
  public CellShape shape() {
    return CellShape.of(CONTRACT)
        .counts(
            REVIEWS,
            INVITED,
            SPONTANEOUS,
            VERIFIED,
            EDITED,
            RATED,
            "rating_1",
            "rating_2",
            "rating_3",
            "rating_4",
            "rating_5",
            rated(INVITED),
            rated(SPONTANEOUS),
            rated(VERIFIED),
            REACH)
        .sums(RATINGS, SQUARES, ratings(INVITED), ratings(SPONTANEOUS), ratings(VERIFIED))
        .samples(EDIT_DAY);
  }

  private static String rated(String apart) {
    return RATED + "_" + apart;
  }

  private static String ratings(String apart) {
    return RATINGS + "_" + apart;
  }

  @Override
  public void add(Person person, Cells cells) {
    for (Review review : Review.of(person)) {
      review.ratings.forEach((aspect, rating) -> count(review, aspect, rating, cells));
    }
  }

  private static void count(Review review, String aspect, Double rating, Cells cells) {
    Touch posted = review.posted;
    Cells.Place place =
        cells.at(
            Calendar.day(posted.start),
            posted.marketSoFar,
            posted.modelSoFar,
            posted.dealerSoFar,
            aspect);
    place.count(REVIEWS).count(REACH, review.reach == null ? 0 : review.reach);
    if (review.editedAt != null) {
      place.count(EDITED).sample(EDIT_DAY, Math.floorDiv(review.editedAt, Calendar.DAY));
    }
    boolean[] is = {review.isInvited, !review.isInvited, review.isVerified};
    for (int i = 0; i < APART.length; i++) {
      if (is[i]) {
        place.count(APART[i]);
      }
    }
    if (rating != null) {
      place.count(RATED).count("rating_" + Math.max(1, Math.min(5, Math.round(rating))));
      place.sum(RATINGS, rating).sum(SQUARES, rating * rating);
      for (int i = 0; i < APART.length; i++) {
        if (is[i]) {
          place.count(rated(APART[i])).sum(ratings(APART[i]), rating);
        }
      }
    }
  }

  @Override
  public List<GoldRow> rows(TableContract table, List<Cell> cells) {
    Map<Cell, RatingStanding> standings = RatingStanding.of(cells);
    return cells.stream().map(cell -> row(cell, standings.get(cell))).toList();
  }

  private static GoldRow row(Cell cell, RatingStanding standing) {
    GoldRow row = GoldRow.of(CONTRACT, cell);
    row.set("mean_rating", Cell.ratio(cell.sum(RATINGS), cell.count(RATED)));
    for (String apart : APART) {
      row.set("mean_" + apart, Cell.ratio(cell.sum(ratings(apart)), cell.count(rated(apart))));
    }
    double[] edits = cell.samples(EDIT_DAY);
    if (edits.length > 0) {
      row.set("last_edit_date", Calendar.day((long) edits[edits.length - 1] * Calendar.DAY));
    }
    row.set("shrunk_rating", standing.shrunk());
    row.set("rated_to_date", standing.ratedToDate());
    row.set("mean_to_date", standing.meanToDate());
    row.set("shrunk_to_date", standing.shrunkToDate());
    return row.set("model_rank", standing.rank());
  }
}
